// From tags and links to attributions.
#include <algorithm>
#include <map>
#include <string>

#include "attribute/draft.h"

namespace onrecord {

namespace {

// The best link of each content; contents that no link names head themselves.
std::vector<std::uint32_t> heads_of_contents(const Tags& tags) {
  std::vector<std::uint32_t> heads(tags.tags.size(), none);
  std::vector<float> best(tags.tags.size(), -1.0f);
  for (const Link& link : tags.links) {
    if (link.head >= heads.size() || link.tag >= heads.size() || link.head == link.tag) continue;
    if (tags.tags[link.tag].role != TagRole::content) continue;
    const TagRole head = tags.tags[link.head].role;
    if (head != TagRole::cue && head != TagRole::content) continue;
    if (link.score > best[link.tag]) {
      best[link.tag] = link.score;
      heads[link.tag] = link.head;
    }
  }
  return heads;
}

}  // namespace

Statements gather(const Article& article, const Tags& tags) {
  const std::vector<std::uint32_t> heads = heads_of_contents(tags);
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;  // head -> its contents and sources
  for (std::uint32_t i = 0; i < tags.tags.size(); ++i) {
    if (tags.tags[i].role == TagRole::cue) members[i];
    // A chain of contents ends at its first link.
    if (tags.tags[i].role == TagRole::content && heads[i] != none) members[heads[i]].push_back(i);
  }
  for (const Link& link : tags.links) {
    if (link.head >= tags.tags.size() || link.tag >= tags.tags.size()) continue;
    if (tags.tags[link.tag].role != TagRole::source) continue;
    const TagRole head = tags.tags[link.head].role;
    if (head != TagRole::cue && head != TagRole::content) continue;
    members[link.head].push_back(link.tag);
  }
  Statements statements;
  for (const auto& [head, parts] : members) {
    const Tag& tag = tags.tags[head];
    // A content that itself belongs to a cue is no head.
    if (tag.role == TagRole::content && heads[head] != none) continue;
    Statement statement;
    float content_score = 0.0f;
    float source_score = -1.0f;
    if (tag.role == TagRole::cue) {
      statement.cue.push_back(tag.span);
    } else {
      statement.content.push_back(tag.span);
      content_score = tag.score;
    }
    for (const std::uint32_t part : parts) {
      const Tag& member = tags.tags[part];
      if (member.role == TagRole::content) {
        statement.content.push_back(member.span);
        content_score = std::max(content_score, member.score);
      } else if (member.score > source_score) {
        statement.source.assign(1, member.span);
        source_score = member.score;
      }
    }
    statement.content = fitted(article.text, std::move(statement.content));
    statement.cue = fitted(article.text, std::move(statement.cue));
    statement.source = fitted(article.text, std::move(statement.source));
    statement.communicated = tag.role != TagRole::cue || tag.communicated >= 0.5f;
    statement.decision.by = tag.decided_by.empty() ? "unsigned" : std::string(tag.decided_by);
    statement.decision.confidence =
        std::clamp(statement.content.empty() ? tag.score : std::min(tag.score, content_score), 0.0f, 1.0f);
    if (statement.cue.empty() && statement.source.empty()) continue;
    if (statement.content.empty() && statement.cue.empty()) continue;
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace onrecord
