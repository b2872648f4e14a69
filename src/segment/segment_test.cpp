#include "segment/segment.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  return article;
}

std::vector<std::string> tokens_of(std::string text) {
  const Article article = article_of(std::move(text));
  std::vector<std::string> words;
  for (const Token& token : segment(article).tokens) words.emplace_back(slice(article.text, token.span));
  return words;
}

std::vector<std::string> sentences_of(std::string text) {
  const Article article = article_of(std::move(text));
  std::vector<std::string> sentences;
  for (const Sentence& sentence : segment(article).sentences)
    sentences.emplace_back(slice(article.text, sentence.span));
  return sentences;
}

std::vector<std::string> quotes_of(std::string text) {
  const Article article = article_of(std::move(text));
  std::vector<std::string> quotes;
  for (const Quote& quote : segment(article).quotes) quotes.emplace_back(slice(article.text, quote.span));
  return quotes;
}

TEST(Paragraphs, EndAtLineBreaksAndLeaveBlankLinesOut) {
  const Article article = article_of("  One.\r\n\r\nTwo.  \n");
  const Segments segments = segment(article);
  ASSERT_EQ(segments.paragraphs.size(), 2u);
  EXPECT_EQ(slice(article.text, segments.paragraphs[0].span), "One.");
  EXPECT_EQ(slice(article.text, segments.paragraphs[1].span), "Two.");
}

TEST(Paragraphs, NothingButWhiteSpaceHasNone) { EXPECT_TRUE(segment(article_of(" \n\t\n")).paragraphs.empty()); }

TEST(Tokens, PartCliticsPunctuationAndDashes) {
  EXPECT_THAT(tokens_of("Lund’s dog didn't bark—once, twice."),
              ElementsAre("Lund", "’s", "dog", "did", "n't", "bark", "—", "once", ",", "twice", "."));
}

TEST(Tokens, KeepHyphensFiguresAndAbbreviationsWhole) {
  EXPECT_THAT(tokens_of("U.S.-led talks cost $3.5 or 1,200 at 10:30 a.m. today"),
              ElementsAre("U.S.-led", "talks", "cost", "$", "3.5", "or", "1,200", "at", "10:30", "a.m.", "today"));
}

TEST(Tokens, KeepAddressesWhole) {
  EXPECT_THAT(tokens_of("See https://example.org/a?b=c, or @ada_lund."),
              ElementsAre("See", "https://example.org/a?b=c", ",", "or", "@ada_lund", "."));
}

TEST(Tokens, PartAStopFromANewSentenceWithoutSpace) {
  EXPECT_THAT(tokens_of("the end.The start"), ElementsAre("the", "end", ".", "The", "start"));
}

TEST(Tokens, TellLetterCase) {
  const Segments segments = segment(article_of("Åse åse NATO McLund 12"));
  std::vector<CaseClass> classes;
  for (const Token& token : segments.tokens) classes.push_back(token.letters);
  EXPECT_THAT(classes,
              ElementsAre(CaseClass::initial, CaseClass::lower, CaseClass::upper, CaseClass::mixed, CaseClass::other));
  EXPECT_EQ(segments.tokens[4].kind, TokenKind::number);
}

TEST(Sentences, EndAtStopsBeforeCapitals) {
  EXPECT_THAT(sentences_of("It rained. We left! Why? No one knows."),
              ElementsAre("It rained.", "We left!", "Why?", "No one knows."));
}

TEST(Sentences, GoOnAfterTitlesInitialsAndCountries) {
  EXPECT_THAT(sentences_of("Sen. J. K. Lund met Dr. Moe of the U.S. Senate. He left."),
              ElementsAre("Sen. J. K. Lund met Dr. Moe of the U.S. Senate.", "He left."));
}

TEST(Sentences, EndAtAnAbbreviationBeforeAWordThatBeginsSentences) {
  EXPECT_THAT(sentences_of("They moved to the U.S. The rest stayed."),
              ElementsAre("They moved to the U.S.", "The rest stayed."));
}

TEST(Sentences, TakeClosingMarksAlong) {
  EXPECT_THAT(sentences_of("“It is late.” They left. (So did we.) All slept."),
              ElementsAre("“It is late.”", "They left.", "(So did we.)", "All slept."));
}

TEST(Sentences, KeepAQuestionAndItsAsker) {
  EXPECT_THAT(sentences_of("“Why now?” Ada Lund asked. Nobody knew."),
              ElementsAre("“Why now?” Ada Lund asked.", "Nobody knew."));
}

TEST(Sentences, GoOnOverAnEllipsisBeforeASmallLetter) {
  EXPECT_THAT(sentences_of("We may . . . go. We wait ... until May."),
              ElementsAre("We may . . . go.", "We wait ... until May."));
}

TEST(Sentences, NeverLeaveTheirParagraph) {
  EXPECT_THAT(sentences_of("A title\nA text"), ElementsAre("A title", "A text"));
}

TEST(Quotes, OfEveryStyleArePaired) {
  EXPECT_THAT(quotes_of("“one” \"two\" «three» „four“ ''five'' ``six'' ‘seven’ 'eight' »nine« ‘‘ten’’"),
              ElementsAre("“one”", "\"two\"", "«three»", "„four“", "''five''", "``six''", "‘seven’", "'eight'",
                          "»nine«", "‘‘ten’’"));
}

TEST(Quotes, NestAndSayHowDeep) {
  const Article article = article_of("“He called it ‘a ruin’ and left,” she said.");
  const Segments segments = segment(article);
  ASSERT_EQ(segments.quotes.size(), 2u);
  EXPECT_EQ(segments.quotes[0].depth, 0);
  EXPECT_EQ(slice(article.text, segments.quotes[1].inside), "a ruin");
  EXPECT_EQ(segments.quotes[1].depth, 1);
}

TEST(Quotes, AreNotMadeOfApostrophes) {
  EXPECT_THAT(quotes_of("The drivers’ union didn’t want ’90s rock ’n’ roll, the farmers' either."), IsEmpty());
}

TEST(Quotes, MayEndAfterAnS) {
  EXPECT_THAT(quotes_of("The ‘talking points’ went out."), ElementsAre("‘talking points’"));
}

TEST(Quotes, HoldPossessivesInside) {
  EXPECT_THAT(quotes_of("She wrote ‘the drivers’ union is right’ twice."),
              ElementsAre("‘the drivers’ union is right’"));
}

TEST(Quotes, LeftOpenEndWithTheParagraph) {
  const Article article = article_of("“We go now, he said.\nThe end.");
  const Segments segments = segment(article);
  ASSERT_EQ(segments.quotes.size(), 1u);
  EXPECT_FALSE(segments.quotes[0].closed);
  EXPECT_EQ(slice(article.text, segments.quotes[0].span), "“We go now, he said.");
}

TEST(Quotes, LeftOpenEndBeforeTheNextOne) {
  EXPECT_THAT(quotes_of("\"We go now, he said. \"And then we stop,\" he said."),
              ElementsAre("\"We go now, he said.", "\"And then we stop,\""));
}

TEST(Quotes, GoOnInTheNextParagraph) {
  const Segments segments = segment(article_of("“We go now.\n“And ‘then’ we go on.\n“Then we stop,” he said."));
  ASSERT_EQ(segments.quotes.size(), 4u);
  EXPECT_EQ(segments.quotes[0].continues, none);
  EXPECT_EQ(segments.quotes[1].continues, 0u);
  EXPECT_EQ(segments.quotes[3].continues, 1u);
  EXPECT_TRUE(segments.quotes[3].closed);
}

TEST(Quotes, GoOnWithoutAMarkWhereOneCloses) {
  const Article article = article_of("\"We go now.\nThen we stop,\" he said.");
  const Segments segments = segment(article);
  ASSERT_EQ(segments.quotes.size(), 2u);
  EXPECT_EQ(segments.quotes[1].continues, 0u);
  EXPECT_EQ(slice(article.text, segments.quotes[1].span), "Then we stop,\"");
}

TEST(Quotes, DoNotGoOnUnderAnotherMark) {
  const Segments segments = segment(article_of("\"We go now.\n“Here we are,” he said."));
  ASSERT_EQ(segments.quotes.size(), 2u);
  EXPECT_EQ(segments.quotes[1].continues, none);
}

TEST(Quotes, InchesAreNone) { EXPECT_THAT(quotes_of("He is 6'2\" tall."), IsEmpty()); }

}  // namespace
}  // namespace onrecord
