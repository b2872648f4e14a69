#include "show/story.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <functional>

namespace onrecord {
namespace {

// What `draw` puts on a page of 60 columns without colours.
std::string drawn(const std::function<void(Page&)>& draw) {
  const int file = memfd_create("page", 0);
  std::string text;
  {
    Output out(file);
    Output messages(STDERR_FILENO);
    Console console{out, messages};
    console.width = 60;
    Page page(console);
    draw(page);
  }
  lseek(file, 0, SEEK_SET);
  char block[4096];
  for (ssize_t got = 0; (got = read(file, block, sizeof block)) > 0;) text.append(block, static_cast<std::size_t>(got));
  close(file);
  return text;
}

LedgerStatement quoted(const std::string& id, const std::string& speaker, const std::string& words, Date published,
                       const std::string& outlet) {
  LedgerStatement made;
  made.id = id;
  made.speaker = LedgerSpeaker{speaker, speaker, SpeakerKind::person};
  made.statement.form = Form::direct;
  made.statement.content = {{0, static_cast<std::uint32_t>(words.size())}};
  made.statement.quotes = made.statement.content;
  made.content = words;
  made.source.article = outlet;
  made.source.outlet = outlet;
  made.source.published = published;
  return made;
}

Turn walk_back() {
  Turn turn;
  turn.id = "a-r1";
  turn.type = RelationType::retracts;
  turn.from = quoted("a-s1", "Ada Lund", "“That was a mistake.”", {2031, 5, 16}, "Radio Fjord");
  turn.to = quoted("b-s4", "Ada Lund", "“The bridge will open in May.”", {2031, 5, 12}, "Harbour Post");
  turn.evidence_words = {"a mistake"};
  turn.decision = {"own-words", 0.9f};
  return turn;
}

TEST(Story, ATurnTellsBothStatementsTheirSourcesAndTheTie) {
  EXPECT_EQ(drawn([](Page& page) { draw_turn(page, walk_back()); }),
            "by 16 May 2031  Ada Lund took back earlier words\n"
            "                “That was a mistake.”\n"
            "                Radio Fjord, 16 May 2031  [a-s1]\n"
            "  about         Ada Lund, reported 12 May 2031\n"
            "                “The bridge will open in May.”\n"
            "                Harbour Post, 12 May 2031  [b-s4]\n"
            "  tied by       “a mistake”; found by own-words, 90\u00a0% sure\n"
            "                  [a-r1]\n"
            "\n");
}

TEST(Story, ACandidateIsCalledOne) {
  Turn turn = walk_back();
  turn.kind = TurnKind::candidate;
  const std::string page = drawn([&](Page& on) { draw_turn(on, turn); });
  EXPECT_NE(page.find("Ada Lund may have changed position\n"), std::string::npos) << page;
  EXPECT_EQ(page.find("took back"), std::string::npos) << page;
}

TEST(Story, AnUtteranceTellsHowSureItIsOfWhatItDoes) {
  Turn turn = walk_back();
  Utterance utterance;
  utterance.reports = {turn.from};
  const auto told = [&] {
    utterance.does = {turn};
    return drawn([&](Page& on) { draw_utterance(on, utterance, {"", ""}); });
  };
  EXPECT_NE(told().find("(reported 12 May\n                  2031; 90\u00a0% sure): “The bridge"), std::string::npos)
      << told();
  turn.judgement = Judgement::confirmed;
  EXPECT_NE(told().find("(reported 12 May\n                  2031; confirmed in review): “The"), std::string::npos)
      << told();
  turn.to = std::nullopt;
  turn.mention = "the pledge";
  EXPECT_NE(told().find("takes back “the pledge” (confirmed in\n                  review)\n"), std::string::npos)
      << told();
}

TEST(Story, AMentionIsQuotedWhereItsStatementIsNotReported) {
  Turn turn = walk_back();
  turn.to = std::nullopt;
  turn.type = RelationType::denies;
  turn.mention = "the accusation";
  const std::string page = drawn([&](Page& on) { draw_turn(on, turn); });
  EXPECT_NE(page.find("Ada Lund denied “the accusation”\n"), std::string::npos) << page;
}

TEST(Story, AnUtteranceTellsItsReportsTheirWordingAndWhatBecameOfIt) {
  const std::string will = "“No island will lose its ferry this winter.”";
  const std::string should = "“No island should lose its ferry this winter.”";
  Utterance utterance;
  utterance.reports = {quoted("a-s1", "Ada Lund", will, {2031, 5, 12}, "Harbour Post"),
                       quoted("b-s1", "Ada Lund", should, {2031, 5, 13}, "Kystavisen")};
  utterance.differs = true;
  utterance.done_to_it = {walk_back()};
  EXPECT_EQ(drawn([&](Page& page) { draw_utterance(page, utterance, {"by 12 May 2031", ""}); }),
            "by 12 May 2031  “No island should lose its ferry this\n"
            "                winter.”\n"
            "                Kystavisen, 13 May 2031  [b-s1]\n"
            "                also Harbour Post, 12 May 2031  [a-s1]\n"
            "                quoted differently: Harbour Post has “will”,\n"
            "                  Kystavisen has “should”\n"
            "                » reported 16 May 2031: took it back (90\u00a0%\n"
            "                  sure): “That was a mistake.”  (Radio\n"
            "                  Fjord)  [a-s1]\n"
            "\n");
}

TEST(Story, WhatAnArticleHoldsCannotSteerATerminal) {
  Turn turn = walk_back();
  turn.from.content = "“\x1b[31mred\x07”";
  turn.from.source.title = "a\nb\x1b]0;title\x07";
  const std::string page = drawn([&](Page& on) { draw_turn(on, turn); });
  EXPECT_EQ(page.find_first_of("\x1b\x07"), std::string::npos) << page;
  EXPECT_NE(page.find("“\uFFFD[31mred\uFFFD”"), std::string::npos) << page;
}

}  // namespace
}  // namespace onrecord
