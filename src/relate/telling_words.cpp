#include "relate/telling_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "text/text.h"

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

constexpr WordSet function_words{
    "a"sv,          "about"sv,   "above"sv,   "according"sv, "add"sv,      "added"sv,   "adding"sv,   "after"sv,
    "again"sv,      "against"sv, "ago"sv,     "ain't"sv,     "all"sv,      "also"sv,    "although"sv, "am"sv,
    "an"sv,         "and"sv,     "another"sv, "any"sv,       "anything"sv, "are"sv,     "aren't"sv,   "as"sv,
    "ask"sv,        "asked"sv,   "at"sv,      "back"sv,      "be"sv,       "because"sv, "been"sv,     "before"sv,
    "being"sv,      "between"sv, "both"sv,    "but"sv,       "by"sv,       "came"sv,    "can"sv,      "can't"sv,
    "cannot"sv,     "come"sv,    "could"sv,   "couldn't"sv,  "did"sv,      "didn't"sv,  "do"sv,       "does"sv,
    "doesn't"sv,    "doing"sv,   "don't"sv,   "done"sv,      "down"sv,     "during"sv,  "each"sv,     "even"sv,
    "ever"sv,       "every"sv,   "few"sv,     "for"sv,       "from"sv,     "get"sv,     "gets"sv,     "getting"sv,
    "go"sv,         "goes"sv,    "going"sv,   "got"sv,       "had"sv,      "hadn't"sv,  "has"sv,      "hasn't"sv,
    "have"sv,       "haven't"sv, "having"sv,  "he"sv,        "he'd"sv,     "he'll"sv,   "her"sv,      "here"sv,
    "herself"sv,    "him"sv,     "himself"sv, "his"sv,       "how"sv,      "i"sv,       "i'd"sv,      "i'll"sv,
    "i'm"sv,        "i've"sv,    "if"sv,      "in"sv,        "into"sv,     "is"sv,      "isn't"sv,    "it"sv,
    "it'll"sv,      "its"sv,     "itself"sv,  "just"sv,      "know"sv,     "let"sv,     "like"sv,     "lot"sv,
    "made"sv,       "make"sv,    "many"sv,    "may"sv,       "me"sv,       "might"sv,   "mine"sv,     "more"sv,
    "most"sv,       "mr"sv,      "mrs"sv,     "ms"sv,        "much"sv,     "must"sv,    "my"sv,       "myself"sv,
    "never"sv,      "no"sv,      "nor"sv,     "not"sv,       "now"sv,      "of"sv,      "off"sv,      "on"sv,
    "once"sv,       "one"sv,     "only"sv,    "or"sv,        "other"sv,    "our"sv,     "ours"sv,     "out"sv,
    "over"sv,       "own"sv,     "put"sv,     "really"sv,    "said"sv,     "same"sv,    "saw"sv,      "say"sv,
    "saying"sv,     "says"sv,    "see"sv,     "she"sv,       "she'd"sv,    "she'll"sv,  "should"sv,   "shouldn't"sv,
    "since"sv,      "so"sv,      "some"sv,    "something"sv, "still"sv,    "such"sv,    "take"sv,     "tell"sv,
    "telling"sv,    "than"sv,    "that"sv,    "that'll"sv,   "the"sv,      "their"sv,   "theirs"sv,   "them"sv,
    "themselves"sv, "then"sv,    "there"sv,   "these"sv,     "they"sv,     "they'd"sv,  "they'll"sv,  "they're"sv,
    "they've"sv,    "thing"sv,   "things"sv,  "think"sv,     "this"sv,     "those"sv,   "though"sv,   "through"sv,
    "to"sv,         "told"sv,    "too"sv,     "under"sv,     "until"sv,    "up"sv,      "upon"sv,     "us"sv,
    "very"sv,       "want"sv,    "wants"sv,   "was"sv,       "wasn't"sv,   "way"sv,     "we"sv,       "we'd"sv,
    "we'll"sv,      "we're"sv,   "we've"sv,   "well"sv,      "went"sv,     "were"sv,    "weren't"sv,  "what"sv,
    "when"sv,       "where"sv,   "whether"sv, "which"sv,     "while"sv,    "who"sv,     "whom"sv,     "whose"sv,
    "why"sv,        "will"sv,    "with"sv,    "within"sv,    "without"sv,  "won't"sv,   "would"sv,    "wouldn't"sv,
    "yes"sv,        "yet"sv,     "you"sv,     "you'd"sv,     "you'll"sv,   "you're"sv,  "you've"sv,   "your"sv,
    "yours"sv};

bool ends(std::string_view word, std::string_view ending, std::size_t kept) {
  return word.size() >= ending.size() + kept && word.ends_with(ending);
}

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != std::string_view::npos; }

// "runn" -> "run", "mak" stays: one rule is enough, since only equality of stems counts.
std::string undouble(std::string word) {
  const std::size_t size = word.size();
  if (size > 3 && word[size - 1] == word[size - 2] &&
      std::string_view("lsz").find(word[size - 1]) == std::string_view::npos) {
    word.pop_back();
  } else if (size > 3 && word.back() == 'e') {
    word.pop_back();
  }
  return word;
}

}  // namespace

std::vector<Word> placed_words(std::string_view text) {
  std::vector<Word> words;
  std::string word;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // behind the word's last letter
  const auto finish = [&] {
    while (!word.empty() && word.back() == '\'') word.pop_back();
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (!word.empty()) words.push_back({{begin, end}, lower(word)});
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool ascii = c.value < 0x80;
    const bool letter = ascii
                            ? (c.value >= '0' && c.value <= '9') || (c.value >= 'a' && c.value <= 'z') ||
                                  (c.value >= 'A' && c.value <= 'Z')
                            : c.value >= 0xC0 && c.value != 0xD7 && c.value != 0xF7 &&
                                  !(c.value >= 0x2000 && c.value < 0x2C00) && !(c.value >= 0x3000 && c.value < 0x3040);
    if (letter) {
      if (word.empty()) begin = static_cast<std::uint32_t>(at);
      word.append(text.substr(at, c.bytes));
      end = static_cast<std::uint32_t>(at + c.bytes);
    } else if (c.value == '\'' || c.value == 0x2019) {
      // Inside a word an apostrophe; at its end a mark, which `finish` drops. Two in a row are a quotation mark.
      if (!word.empty() && word.back() != '\'') word.push_back('\'');
    } else if (c.value == ',' && !word.empty() && word.back() >= '0' && word.back() <= '9' && at + 1 < text.size() &&
               text[at + 1] >= '0' && text[at + 1] <= '9') {
      // "19,587" is one number.
    } else {
      finish();
    }
    at += c.bytes;
  }
  finish();
  return words;
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : placed_words(text)) words.push_back(std::move(word.text));
  return words;
}

bool is_function_word(std::string_view plain) { return function_words.contains(plain); }

std::string stem(std::string_view plain) {
  std::string word(plain);
  if (word.size() < 4 || !has_vowel(word)) return word;
  if (ends(word, "ies", 2) || ends(word, "ied", 2)) return word.replace(word.size() - 3, 3, "y");
  if (ends(word, "sses", 2) || ends(word, "shes", 2) || ends(word, "ches", 2)) {
    word.resize(word.size() - 2);
  } else if (ends(word, "s", 3) && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
    word.pop_back();
  }
  if (ends(word, "ing", 3) && has_vowel(std::string_view(word).substr(0, word.size() - 3))) {
    word.resize(word.size() - 3);
  } else if (ends(word, "ed", 3) && has_vowel(std::string_view(word).substr(0, word.size() - 2))) {
    word.resize(word.size() - 2);
  } else if (ends(word, "ly", 4)) {
    word.resize(word.size() - 2);
  }
  return undouble(std::move(word));
}

std::vector<std::string> telling_stems(std::string_view text) {
  std::vector<std::string> stems;
  for (const std::string& word : plain_words(text)) {
    if (word.size() > 1 && !is_function_word(word)) stems.push_back(stem(word));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::vector<std::string> shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace onrecord::relating
