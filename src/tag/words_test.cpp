#include "tag/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xxhash.h>

#include "tag/characters.h"

namespace onrecord::model {
namespace {

using testing::ElementsAre;

class WordsOf : public testing::Test {
 protected:
  WordsOf() {
    for (const char* piece :
         {"[PAD]", "[UNK]", "the", "bridge", "##s", "un", "##safe", "naive", "\xE6\xA9\x8B", ",", "\""})
      vocabulary_.add(piece);
    vocabulary_.unknown = 1;
  }
  const std::vector<Word>& split(std::string_view text) {
    split_words(text, vocabulary_, made_);
    return made_.words;
  }
  std::vector<std::string> slices(std::string_view text) {
    std::vector<std::string> out;
    for (const Word& word : split(text)) out.emplace_back(slice(text, word.span));
    return out;
  }
  Vocabulary vocabulary_;
  Words made_;
};

// The same figure comes from train/pieces.py over every code point: its kind, and of
// those kept, upper, lower and plain text. It pins the tokenizer to
// the training code whatever the version of ICU.
TEST(Characters, AreThoseOfTheTrainingCode) {
  std::string table;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const CharacterKind kind = kind_of(c);
    table += static_cast<char>(kind);
    const bool kept = kind == CharacterKind::single || kind == CharacterKind::letter;
    table += kept && is_upper(c) ? '\1' : '\0';
    table += kept && is_lower(c) ? '\1' : '\0';
    if (kept) append_plain(c, kind, table);
    table += '\n';
  }
  EXPECT_EQ(XXH64(table.data(), table.size(), 0), 0xbd519e9451f7971bULL);
}

TEST_F(WordsOf, PunctuationStandsAlone) {
  EXPECT_THAT(slices("\"Unsafe,\" he said."), ElementsAre("\"", "Unsafe", ",", "\"", "he", "said", "."));
}

TEST_F(WordsOf, IdeographsStandAlone) {
  EXPECT_THAT(slices("a\xE6\xA9\x8B\x62"), ElementsAre("a", "\xE6\xA9\x8B", "b"));
}

TEST_F(WordsOf, DroppedCharactersLieInsideAWordButNotAtItsEnds) {
  EXPECT_THAT(slices("\u200B"
                     "a\u200B"
                     "b\u200B c"),
              ElementsAre("a\u200B"
                          "b",
                          "c"));
}

TEST_F(WordsOf, PiecesAreTheLongestThatMatch) {
  split("Bridges unsafe");
  EXPECT_THAT(made_.pieces, ElementsAre(3, 4, 5, 6));
}

TEST_F(WordsOf, AccentsAndCaseDoNotMatter) {
  split("NA\u00CFVE");
  EXPECT_THAT(made_.pieces, ElementsAre(7));
}

TEST_F(WordsOf, ARestThatDoesNotMatchMakesTheWholeWordUnknown) {
  split("bridgex");
  EXPECT_THAT(made_.pieces, ElementsAre(1));
}

TEST_F(WordsOf, AWordOfMoreThanAHundredLettersIsUnknown) {
  vocabulary_.add("a");
  vocabulary_.add("##a");
  EXPECT_EQ(split(std::string(100, 'a')).front().pieces, 100u);
  EXPECT_EQ(split(std::string(101, 'a')).front().pieces, 1u);
}

TEST_F(WordsOf, LettersAreClassed) {
  std::vector<Letters> letters;
  for (const Word& word : split("12 the Lund NATO McKay A iPhone")) letters.push_back(word.letters);
  EXPECT_THAT(letters, ElementsAre(Letters::none, Letters::lower, Letters::initial, Letters::upper, Letters::mixed,
                                   Letters::initial, Letters::mixed));
}

TEST_F(WordsOf, QuotationEndsWithTheParagraph) {
  std::vector<Quotation> states;
  for (const Word& word : split("\"a b\nc")) states.push_back(word.quotation);
  EXPECT_THAT(states, ElementsAre(Quotation::mark, Quotation::inside, Quotation::inside, Quotation::outside));
}

TEST_F(WordsOf, ALineBreakStartsAParagraph) {
  std::vector<bool> starts;
  for (const Word& word : split("a b\n\nc d")) starts.push_back(word.starts_paragraph);
  EXPECT_THAT(starts, ElementsAre(true, false, true, false));
}

}  // namespace
}  // namespace onrecord::model
