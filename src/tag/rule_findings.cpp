#include "tag/rule_findings.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace onrecord {

namespace {

// `tags` sorted by span and role, `links` following.
Tags ordered(const std::vector<Tag>& tags, std::vector<Link> links) {
  std::vector<std::uint32_t> order(tags.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(tags[a].span, tags[a].role) < std::tie(tags[b].span, tags[b].role);
  });
  std::vector<std::uint32_t> place(tags.size());
  Tags result;
  result.tags.reserve(tags.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    result.tags.push_back(tags[order[i]]);
  }
  for (Link& link : links) link = {place[link.head], place[link.tag], link.score};
  std::ranges::sort(links,
                    [](const Link& a, const Link& b) { return std::tie(a.head, a.tag) < std::tie(b.head, b.tag); });
  result.links = std::move(links);
  return result;
}

}  // namespace

Range Findings::words_over(Span span) const {
  const auto& words = text_.words;
  const auto first =
      std::ranges::upper_bound(words, span.begin, {}, [](const RuleWord& word) { return word.span.end; });
  const auto last = std::ranges::lower_bound(words, span.end, {}, [](const RuleWord& word) { return word.span.begin; });
  const auto begin = static_cast<std::uint32_t>(first - words.begin());
  return {begin, std::max(begin, static_cast<std::uint32_t>(last - words.begin()))};
}

bool Findings::is_taken(Span span) const {
  const Range range = words_over(span);
  return std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end, [](auto taken) { return taken > 0; });
}

bool Findings::is_cue_or_source(Span span) const {
  const Range range = words_over(span);
  return std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end, [](auto taken) { return taken > 1; });
}

void Findings::take(TagRole role, Span span) {
  const std::uint8_t level = role == TagRole::content ? 1 : 2;
  const Range range = words_over(span);
  for (std::uint32_t i = range.begin; i < range.end; ++i) taken_[i] = std::max(taken_[i], level);
}

void Findings::add(Found found) {
  take(TagRole::cue, found.cue);
  if (found.source) take(TagRole::source, *found.source);
  for (const Span span : found.content) take(TagRole::content, span);
  found_.push_back(std::move(found));
}

void Findings::add_nested(Found found) {
  if (!is_taken(found.cue) || is_cue_or_source(found.cue) || (found.source && is_cue_or_source(*found.source))) return;
  add(std::move(found));
}

Tags as_tags(const std::vector<Found>& found) {
  std::vector<Tag> tags;
  std::vector<Link> links;
  for (const Found& one : found) {
    const auto head = static_cast<std::uint32_t>(tags.size());
    const auto add = [&](TagRole role, Span span) {
      const auto index = static_cast<std::uint32_t>(tags.size());
      tags.push_back({role, span, one.score, one.communicated ? 1.0f : 0.0f, one.by});
      if (index != head) links.push_back({head, index, one.score});
    };
    add(TagRole::cue, one.cue);
    if (one.source) add(TagRole::source, *one.source);
    for (const Span span : one.content) add(TagRole::content, span);
  }
  return ordered(tags, std::move(links));
}

Tags joined(const Tags& first, const Tags& second) {
  std::vector<Tag> tags = first.tags;
  tags.insert(tags.end(), second.tags.begin(), second.tags.end());
  std::vector<Link> links = first.links;
  const auto shift = static_cast<std::uint32_t>(first.tags.size());
  for (const Link& link : second.links) links.push_back({link.head + shift, link.tag + shift, link.score});
  return ordered(tags, std::move(links));
}

}  // namespace onrecord
