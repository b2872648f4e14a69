#include "resolve/name_evidence.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// A name tag below this score decides nothing alone.
constexpr float least_score = 0.5f;

constexpr std::array kinds{NameKind::person, NameKind::organisation, NameKind::place};

std::size_t kind_of_role(TagRole role) {
  return role == TagRole::person ? 0 : role == TagRole::organisation ? 1 : 2;
}

}  // namespace

NameEvidence::NameEvidence(const Reading& reading, const Tags& tags) : reading_(reading) {
  for (std::uint32_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    if (word.kind != TokenKind::word) continue;
    if (word.letters == CaseClass::lower) small_.insert(word.lower);
    if (word.letters == CaseClass::initial && !reading.sentences[word.sentence].title_case && !at_head(i))
      capital_.insert(word.lower);
  }
  for (const Tag& tag : tags.tags) {
    if (tag.role != TagRole::person && tag.role != TagRole::organisation && tag.role != TagRole::place) continue;
    named_.push_back(&tag);
    const Range tagged = reading_.words_in(tag.span);
    if (!tagged.empty()) votes_[joined_lower(tagged)][kind_of_role(tag.role)] += tag.score;
  }
}

bool NameEvidence::explained(const Word& word) const {
  if (word.kind != TokenKind::word || word.is(c::first_name)) return false;
  const bool initials = word.lower.find('.') != std::string::npos && !word.is(c::place);
  if (word.letters == CaseClass::upper && word.lower.size() > 1 && !initials) return true;
  return word.is(c::honorific | c::title | c::titles | c::person | c::people | c::organisation | c::document |
                 c::medium | c::gathering | c::place | c::demonym | c::outlet | c::function | c::weekday | c::month) ||
         written_small(word.lower) || (word.lower.size() > 2 && seen_small(word.lower));
}

bool NameEvidence::at_head(std::uint32_t i) const {
  if (i == reading_.sentences[word(i).sentence].words.begin) return true;
  const Word& before = word(i - 1);
  return before.kind == TokenKind::quote_mark || before.lower == ":" || before.lower == "\xe2\x80\xa2" ||
         before.lower == "(";
}

NameKind NameEvidence::tagged(Range run) const {
  const Span span = reading_.span_of(run);
  for (const Tag* tag : named_) {
    if (tag->span.overlaps(span) && tag->score >= least_score) return kinds[kind_of_role(tag->role)];
  }
  return NameKind::unknown;
}

NameKind NameEvidence::tagged_elsewhere(Range run) const {
  const auto found = votes_.find(joined_lower(run));
  if (found == votes_.end()) return NameKind::unknown;
  const auto best = std::ranges::max_element(found->second);
  return *best < least_score ? NameKind::unknown : kinds[static_cast<std::size_t>(best - found->second.begin())];
}

bool NameEvidence::touches_tag(Span span) const {
  return std::ranges::any_of(named_, [&](const Tag* tag) { return tag->span.overlaps(span); });
}

const Tag* NameEvidence::person_tag_at(std::uint32_t i) const {
  const auto found = std::ranges::find_if(named_, [&](const Tag* tag) {
    return tag->role == TagRole::person && tag->span.begin == word(i).span.begin;
  });
  return found == named_.end() ? nullptr : *found;
}

std::uint32_t NameEvidence::tagged_person_end(std::uint32_t i) const {
  for (const Tag* tag : named_) {
    if (tag->role != TagRole::person || tag->score < least_score || !tag->span.contains(word(i).span)) continue;
    std::uint32_t end = i;
    while (end < reading_.words.size() && tag->span.contains(word(end).span) && word(end).kind == TokenKind::word &&
           word(end).capitalised() && reading_.paragraph_of(end) == reading_.paragraph_of(i))
      ++end;
    return end;
  }
  return i;
}

std::string NameEvidence::joined_lower(Range run) const {
  std::string joined;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (!joined.empty()) joined += ' ';
    joined += word(i).lower;
  }
  return joined;
}

}  // namespace onrecord::resolving
