#include "resolve/name_edges.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr WordClasses no_person = c::organisation | c::outlet | c::document | c::medium | c::gathering | c::place;

bool is_unknown(const Word& word) {
  return word.letters == CaseClass::initial && word.classes == 0 && !written_small(word.lower);
}

// "MUST WATCH | Ada Lund", "GOP | Lund": words all in capitals before one that is not are no part of a person's name.
std::uint32_t behind_capitals(const NameEvidence& evidence, Range run) {
  std::uint32_t i = run.begin;
  while (i < run.end && evidence.word(i).letters == CaseClass::upper && evidence.word(i).lower.size() > 2 &&
         evidence.word(i).lower.find('.') == std::string::npos)
    ++i;
  if (i == run.begin || i == run.end) return run.begin;
  const bool person = evidence.word(i).is(c::first_name) || evidence.tagged_elsewhere({i, run.end}) == NameKind::person;
  return person ? i : run.begin;
}

// "Recent | Lund proposals": a word that is capital only for heading its sentence, where the tagger sees a person's
// name begin behind it.
std::uint32_t behind_first_word(const NameEvidence& evidence, Range run) {
  const Word& first = evidence.word(run.begin);
  if (run.size() < 3 || !evidence.word(run.begin + 1).is(c::first_name) || !evidence.at_head(run.begin) ||
      first.letters != CaseClass::initial ||
      first.is(c::first_name | c::title | c::honorific | c::demonym | c::place | c::person | c::organisation) ||
      evidence.touches_tag(first.span))
    return run.begin;
  return evidence.tagged_person_end(run.begin + 1) > run.begin + 1 && evidence.person_tag_at(run.begin + 1) != nullptr
             ? run.begin + 1
             : run.begin;
}

// Behind "Secretary of": the office goes on until a first name, or leaves two words for a name of which nothing is
// known.
std::uint32_t after_office(const NameEvidence& evidence, std::uint32_t at, std::uint32_t end) {
  if (at < end && evidence.word(at).lower == "the") ++at;
  if (at >= end) return end;
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (evidence.word(i).is(c::first_name)) return i;
  }
  if (end - at >= 3) return end - 2;
  return end - at == 2 && !evidence.word(at + 1).is(c::organisation) ? at + 1 : end;
}

// "Senators | Ada Lund", "Generals | Moe"; not "National Governors Association".
bool titles_stand_before(const NameEvidence& evidence, std::uint32_t i, Range run) {
  if (!evidence.word(i).is(c::titles) || i + 1 >= run.end || evidence.word(run.end - 1).is(no_person)) return false;
  const Word& next = evidence.word(i + 1);
  if (next.is(c::first_name)) return true;
  return i == run.begin && i + 2 == run.end && next.classes == 0 && !written_small(next.lower);
}

// Persons' names of two words or more that begin with a first name, and how often each single word is a whole name.
struct Known {
  std::unordered_set<std::string> in_full;
  std::unordered_set<std::string_view> first, last;
  std::unordered_map<std::string_view, std::uint32_t> alone;  // where it first stands so
};

Known known_names(const NameEvidence& evidence, const std::vector<Name>& names) {
  Known known;
  for (const Name& name : names) {
    const Word& first = evidence.word(name.words.begin);
    if (name.words.size() == 1) known.alone.emplace(first.lower, name.words.begin);
    if (name.words.size() < 2 || !first.is(c::first_name)) continue;
    known.first.insert(first.lower);
    known.last.insert(evidence.word(name.words.end - 1).lower);
    known.in_full.insert(evidence.joined_lower(name.words));
  }
  return known;
}

}  // namespace

std::uint32_t behind_heading(const NameEvidence& evidence, Range run) {
  return behind_capitals(evidence, {behind_first_word(evidence, run), run.end});
}

std::uint32_t before_trailing(const NameEvidence& evidence, Range run) {
  std::uint32_t end = run.end;
  for (std::uint32_t i = run.begin; i < end; ++i) {
    if (!evidence.word(i).is(c::first_name)) continue;
    for (std::uint32_t k = i + 2; k < end; ++k) {
      if (evidence.word(k).lower == evidence.word(i).lower) end = k;
    }
  }
  if (end < run.begin + 2 || evidence.word(end - 1).letters != CaseClass::upper ||
      evidence.word(end - 2).letters == CaseClass::upper || !written_small(evidence.word(end - 1).lower))
    return end;
  // "Ada Lund | MORE", "Lund | MORE"; not "Parent PLUS"
  const std::uint32_t before = end - 1;
  for (std::uint32_t i = run.begin; i < before; ++i) {
    if (evidence.word(i).is(c::first_name)) return before;
  }
  return before == run.begin + 1 && !evidence.explained(evidence.word(run.begin)) ? before : end;
}

std::uint32_t behind_titles(const NameEvidence& evidence, Range run) {
  const auto word = [&](std::uint32_t i) -> const Word& { return evidence.word(i); };
  std::uint32_t begin = run.begin;
  std::uint32_t before_last = run.begin;  // where the name would begin if the last title were a surname
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (!word(i).is(c::title | c::honorific) && !titles_stand_before(evidence, i, run)) continue;
    before_last = begin;
    // "Mr. Singer": behind an honorific stands a name
    if (i > run.begin && i + 1 == run.end && word(i - 1).is(c::honorific) && !word(i - 1).is(c::title) &&
        !word(i).is(c::honorific) && word(i).lower.size() > 2 && word(i).lower != "president" &&
        word(i).lower != "speaker" && word(i).lower != "chairman")
      break;
    if (word(i).is(c::first_name) && i > run.begin && word(i - 1).is(c::first_name)) continue;
    if (i + 1 < run.end && word(i + 1).lower == "of") {
      begin = after_office(evidence, i + 2, run.end);
      i = begin - 1;
    } else if (word(i).lower == "attorney" && i + 1 < run.end && word(i + 1).lower == "general") {
      begin = i + 2;
      ++i;
    } else {
      begin = i + 1;
    }
  }
  // "Senate President Pro Tem | Ada Lund"
  if (begin > run.begin && begin + 2 < run.end && word(begin).lower == "pro" &&
      word(begin + 1).lower.starts_with("tem"))
    begin += 2;
  // "Ada King", "Minnie Driver": a title as a surname
  if (begin == run.end && run.size() >= 2 && word(run.begin).is(c::first_name) && !word(run.begin).is(c::title))
    return run.begin;
  // "Rep. Steve King"
  if (begin == run.end && begin - before_last == 2 && word(before_last).is(c::first_name) &&
      !word(before_last).is(c::title))
    return before_last;
  // "Norlandic Ada Lund"; not "Norlandic National Committee"
  const bool body = word(run.end - 1).is(c::organisation) && !word(run.end - 1).is(c::person | c::people) &&
                    word(run.end - 1).lower != "house";
  while (!body && begin < run.end && word(begin).is(c::demonym) && begin + 2 <= run.end - 1) ++begin;
  if (begin == run.begin && run.size() >= 3) {
    // "Ohio Republican Ada Lund", "Fox News' Ada Lund": what stands before a party's noun is no name
    for (std::uint32_t i = run.end - 2; i > run.begin; --i) {
      if (word(i - 1).is(c::demonym) && word(i).is(c::first_name)) return i;
    }
  }
  return begin;
}

std::uint32_t behind_explained(const NameEvidence& evidence, Range run) {
  if (run.size() < 3 || evidence.word(run.begin).is(c::first_name)) return run.begin;
  bool all_explained = true;
  for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
    const Word& before = evidence.word(i - 1);
    const Word& word = evidence.word(i);
    if (before.is(c::first_name) || before.lower.size() == 1) return run.begin;
    all_explained = all_explained && evidence.explained(before);
    if (word.is(c::particle)) continue;  // "Ada Le Lund"
    const Tag* tag = evidence.person_tag_at(i);
    const bool seen = tag != nullptr && tag->span.end >= evidence.word(i + 1).span.end;
    if (seen && (all_explained || i - run.begin >= 2)) return i;
    if (all_explained && word.is(c::first_name) && !word.is(no_person) && !evidence.word(i + 1).is(no_person) &&
        !evidence.word(run.end - 1).is(no_person | c::people))
      return i;
    // "Lecturer | Adalmina Lund"
    if (before.is(c::person) && i + 2 == run.end && is_unknown(word) && is_unknown(evidence.word(i + 1)) &&
        evidence.tagged(run) != NameKind::organisation)
      return i;
  }
  return run.begin;
}

void cut_first_words(const NameEvidence& evidence, std::vector<Name>& names) {
  const Known known = known_names(evidence, names);
  std::unordered_set<std::string> inside;  // names that do not head a sentence: their first capital is their own
  for (const Name& name : names) {
    if (name.words.size() > 1 && !evidence.at_head(name.words.begin)) inside.insert(evidence.joined_lower(name.words));
  }
  for (Name& name : names) {
    const Word& first = evidence.word(name.words.begin);
    if (name.words.size() < 2 || !name.before.empty() || first.is(c::first_name) ||
        first.letters != CaseClass::initial || first.lower.size() < 3)
      continue;
    const Range rest{name.words.begin + 1, name.words.end};
    const Word& last = evidence.word(rest.end - 1);
    const bool head = evidence.at_head(name.words.begin);
    const bool attested = inside.contains(evidence.joined_lower(name.words));
    const bool small = written_small(first.lower) || evidence.seen_small(first.lower) || first.is(c::outlet);
    bool cut = false;
    bool person = true;
    if (rest.size() > 1) {
      // "Enter Ada Lund", where the article names Ada Lund by herself
      cut = (head || evidence.explained(first)) && known.in_full.contains(evidence.joined_lower(rest));
    } else if (known.last.contains(last.lower)) {
      const bool elsewhere = std::ranges::any_of(names, [&](const Name& other) {
        return &other != &name && evidence.word(other.words.begin).lower == first.lower;
      });
      // "Giuliani Trump": the end of a link's text and what follows it
      const bool two_persons = known.last.contains(first.lower) && !evidence.touches_tag(first.span);
      cut = small || two_persons ||
            (head && !elsewhere && !evidence.touches_tag(first.span) &&
             !first.is(c::place | c::organisation | c::demonym));
    } else if (evidence.seen_capital(first.lower)) {
      continue;  // "Ban Ki-lund", whom the article calls Ban
    } else if (small && head && evidence.person_tag_at(rest.begin) != nullptr && !evidence.touches_tag(first.span)) {
      cut = true;
    } else if (last.is(c::first_name) && known.first.contains(last.lower)) {
      cut = small;
    } else if (const auto at = known.alone.find(last.lower); at != known.alone.end()) {
      cut = small && head && !attested && (at->second < name.words.begin || !evidence.touches_tag(first.span));
      person = evidence.tagged_elsewhere(rest) == NameKind::person;
    }
    if (!cut) continue;
    name.words = rest;
    name.kind = person ? NameKind::person : evidence.tagged_elsewhere(rest);
  }
}

}  // namespace onrecord::resolving
