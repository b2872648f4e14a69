#include "show/phrases.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

LedgerStatement statement(std::string cue, std::string content, Form form) {
  LedgerStatement made;
  made.statement.form = form;
  const auto cue_size = static_cast<std::uint32_t>(cue.size());
  made.statement.cue = {{0, cue_size}};
  made.statement.content = {{cue_size + 1, cue_size + 1 + static_cast<std::uint32_t>(content.size())}};
  made.cue = std::move(cue);
  made.content = std::move(content);
  return made;
}

TEST(Phrases, DaysAreToldAsFarAsTheyAreKnown) {
  EXPECT_EQ(day_in_words({2031, 5, 16}), "16 May 2031");
  EXPECT_EQ(day_in_words({2031, 5, 0}), "May 2031");
  EXPECT_EQ(day_in_words({2031, 0, 0}), "2031");
}

TEST(Phrases, SpansOfDaysSayTheMonthOnce) {
  EXPECT_EQ(days_in_words({2031, 5, 14}, {2031, 5, 16}), "14 to 16 May 2031");
  EXPECT_EQ(days_in_words({2031, 4, 30}, {2031, 5, 2}), "30 April to 2 May 2031");
  EXPECT_EQ(days_in_words({2030, 12, 30}, {2031, 1, 2}), "30 December 2030 to 2 January 2031");
}

TEST(Phrases, LargeNumbersAreGrouped) {
  EXPECT_EQ(count_of(1, "article"), "1 article");
  EXPECT_EQ(count_of(1204, "article"), "1,204 articles");
  EXPECT_EQ(count_of(1234567, "article"), "1,234,567 articles");
}

TEST(Phrases, ADayThatOnlyTheReportHasIsTheLatestThatItCanBe) {
  LedgerStatement made = statement("said", "that it will open", Form::indirect);
  EXPECT_EQ(day_column(made), "undated");
  made.source.published = Date{2031, 5, 16};
  EXPECT_EQ(day_column(made), "by 16 May 2031");
  EXPECT_EQ(when(made), "reported 16 May 2031");
  made.circumstances.said = Said{Date{2031, 5, 14}, Date{2031, 5, 14}, "weekday", std::nullopt, 0.9f};
  EXPECT_EQ(day_column(made), "14 May 2031");
}

TEST(Phrases, ReportedWordsFollowTheirCue) {
  EXPECT_EQ(words_of(statement("promised", "to open it", Form::indirect)), "promised to open it");
  EXPECT_EQ(words_of(statement("said", "Anna knew", Form::indirect)), "said Anna knew");
  LedgerStatement apart = statement("said", "Anna knew", Form::indirect);
  apart.statement.content.front().begin += 20;
  EXPECT_EQ(words_of(apart), "said: Anna knew");
  apart.cue = "explained:";
  EXPECT_EQ(words_of(apart), "explained: Anna knew");
  EXPECT_EQ(words_of(statement("said", "“We knew.”", Form::direct)), "“We knew.”");
}

TEST(Phrases, WhatIsDeclinedIsNeitherSaidNorThought) {
  LedgerStatement made = statement("did not respond to", "a request for comment", Form::indirect);
  made.statement.communicated = false;
  EXPECT_EQ(circumstances_of(made), "thought or felt, as the article has it, not said");
  made.statement.polarity = Polarity::declined;
  EXPECT_EQ(circumstances_of(made), "declined to comment");
}

TEST(Phrases, ASpeakerWithoutANameIsCalledWhatTheTextCallsThem) {
  LedgerStatement made = statement("said", "so", Form::indirect);
  EXPECT_EQ(name_of(made), "someone unnamed");
  made.source_words = "a clerk";
  EXPECT_EQ(name_of(made), "“a clerk”");
}

TEST(Phrases, RolesThatSayLessAreLeftOut) {
  EXPECT_EQ(telling_roles({"Transport Minister", "minister", "mother of two", "transport minister"}),
            (std::vector<std::string>{"Transport Minister", "mother of two"}));
}

TEST(Phrases, ASourceWithoutAnOutletIsNamedByItsAddressOrFile) {
  Source source;
  source.path = "cuttings/1931.txt";
  EXPECT_EQ(outlet_of(source), "1931.txt");
  source.url = "https://fjord.example/a?b";
  EXPECT_EQ(outlet_of(source), "fjord.example");
}

TEST(Phrases, WhatIsTooLongIsCutAtAWord) { EXPECT_EQ(shortened("one two three four", 10), "one two…"); }

}  // namespace
}  // namespace onrecord
