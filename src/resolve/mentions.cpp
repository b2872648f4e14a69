#include "resolve/mentions.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// "Lund campaign", "Lund supporters", "British voters"
bool modifies_noun(const Reading& reading, const Name& name) {
  const std::uint32_t after = name.words.end;
  return after < reading.words.size() && reading.words[after].kind == TokenKind::word &&
         reading.words[after].letters == CaseClass::lower &&
         reading.words[after].is(c::person | c::organisation | c::people) && !reading.words[after].is(c::speech_verb);
}

// "When Lund tried to explain, …"
bool in_subordinate_clause(const Reading& reading, const Name& name) {
  const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
  if (begin == reading.sentences[reading.words[begin].sentence].words.begin) return false;
  const std::string& before = reading.words[begin - 1].lower;
  return before == "when" || before == "while" || before == "because" || before == "if" || before == "as" ||
         before == "although" || before == "after" || before == "before" || before == "that";
}

// A name at the head of its sentence or clause, not behind a preposition or a verb, is taken for the subject.
bool is_subject(const Reading& reading, const Name& name) {
  const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
  const std::uint32_t sentence_begin = reading.sentences[reading.words[begin].sentence].words.begin;
  if (name.possessive || modifies_noun(reading, name)) return false;
  for (std::uint32_t i = begin; i > sentence_begin; --i) {
    const Word& word = reading.words[i - 1];
    if (word.lower == "the") continue;
    if (word.is(c::preposition)) return false;
    if (word.kind == TokenKind::punctuation || word.kind == TokenKind::quote_mark || word.lower == "and" ||
        word.lower == "but" || word.lower == "that" || word.lower == "as" || word.lower == "when" ||
        word.lower == "while" || word.lower == "because" || word.lower == "if") {
      return true;
    }
    return word.is(c::speech_verb) && word.quote == none && i - 1 > sentence_begin &&
           reading.words[i - 2].kind != TokenKind::word;
  }
  return true;
}

}  // namespace

std::vector<Mentioned> mentions_of_names(const Reading& reading, const Cast& cast) {
  std::vector<Mentioned> mentions;
  for (std::size_t i = 0; i < cast.names.size(); ++i) {
    if (cast.figure_of_name[i] == none) continue;
    const Name& name = cast.names[i];
    Mentioned mention;
    mention.word = name.words.end - 1;
    mention.figure = cast.figure_of_name[i];
    mention.quote = reading.words[mention.word].quote;
    mention.subject = is_subject(reading, name);
    mention.possessive = name.possessive;
    mention.subordinate = mention.subject && in_subordinate_clause(reading, name);
    const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
    const std::uint32_t first = reading.sentences[reading.words[begin].sentence].words.begin;
    mention.leads = begin == first || (begin == first + 1 && reading.words[first].lower == "the");
    mention.modifies = !name.possessive && modifies_noun(reading, name);
    mentions.push_back(mention);
  }
  return mentions;
}

void add_mention(std::vector<Mentioned>& mentions, const Mentioned& mention) {
  const auto at = std::ranges::upper_bound(mentions, mention.word, {}, &Mentioned::word);
  if (at != mentions.begin() && std::prev(at)->word == mention.word) {
    std::prev(at)->figure = mention.figure;
    return;
  }
  mentions.insert(at, mention);
}

}  // namespace onrecord::resolving
