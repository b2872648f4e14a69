// For tests: records of invented articles, made by naming the words that their spans cover.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "onrecord/record.h"

namespace onrecord::ledger {

class MadeRecord {
 public:
  explicit MadeRecord(std::string text) {
    record.article.text = std::move(text);
    record.article.path = "made.txt";
  }

  MadeRecord& outlet(std::string name) {
    record.article.outlet = std::move(name);
    return *this;
  }
  MadeRecord& published(std::string_view day) {
    record.article.published = parse_iso(day);
    return *this;
  }
  MadeRecord& id(std::string own) {
    record.article.id = std::move(own);
    return *this;
  }

  // The first place of `words` in the text.
  Span span(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(record.article.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  std::uint32_t speaker(std::string name, SpeakerKind kind = SpeakerKind::person, std::string_view role = "") {
    Speaker speaker;
    if (record.article.text.find(name) != std::string::npos) speaker.mentions.push_back({span(name), {"made", 1.0f}});
    if (!role.empty()) speaker.roles.push_back({std::string(role), span(role)});
    speaker.name = std::move(name);
    speaker.kind = kind;
    record.resolution.speakers.push_back(std::move(speaker));
    return static_cast<std::uint32_t>(record.resolution.speakers.size() - 1);
  }

  // A direct statement where `content` begins with a quotation mark, else an indirect one.
  std::uint32_t says(std::uint32_t speaker, std::string_view content, std::string_view cue) {
    Statement statement;
    statement.content = {span(content)};
    statement.cue = {span(cue)};
    if (content.starts_with("“") || content.starts_with('"')) {
      statement.form = Form::direct;
      statement.quotes = statement.content;
    }
    statement.decision = {"made", 0.9f};
    Circumstances circumstances;
    circumstances.speaker = speaker;
    circumstances.speaker_decision = {"made", 0.8f};
    record.statements.push_back(std::move(statement));
    record.resolution.statements.push_back(std::move(circumstances));
    return static_cast<std::uint32_t>(record.statements.size() - 1);
  }

  void relates(RelationType type, std::uint32_t from, std::uint32_t to, std::string_view evidence) {
    Relation relation;
    relation.type = type;
    relation.from = from;
    relation.to = to;
    relation.evidence = {span(evidence)};
    relation.decision = {"made", 0.7f};
    record.relations.push_back(std::move(relation));
  }

  Record done() {
    if (record.article.id.empty()) record.article.id = identity(record.article);
    return record;
  }

  Record record;
};

}  // namespace onrecord::ledger
