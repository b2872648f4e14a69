// What is kept about names while a ledger grows is what working it out anew gives.
#include "ledger/known_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/snapshot.h"

namespace onrecord::ledger {
namespace {

struct Drawn {
  const char* name;
  SpeakerKind kind = SpeakerKind::person;
};
// Forms of few names, families that share a last name, and names that are no person's.
constexpr std::array<Drawn, 16> names{{{"Robert Lund"},
                                       {"Bob Lund"},
                                       {"Robert P. Lund"},
                                       {"Robert Q. Lund"},
                                       {"Ada Lund"},
                                       {"Kari Lund"},
                                       {"Per Lund"},
                                       {"Sergei Holm"},
                                       {"Sergey Holm"},
                                       {"Ida Holm"},
                                       {"Daniel Moe"},
                                       {"Dan Moe"},
                                       {"Lund"},
                                       {"Holm"},
                                       {"Harbour Board", SpeakerKind::organisation},
                                       {"Lund Institute", SpeakerKind::organisation}}};
constexpr std::array<const char*, 4> roles{"harbour master", "councillor", "ferry pilot", ""};

Record drawn_article(std::mt19937& random, std::size_t number) {
  const auto draw = [&random](std::size_t below) { return random() % below; };
  std::string text = "Report " + std::to_string(number) + ", by the harbour master, a councillor and a ferry pilot.";
  std::vector<Drawn> speaking;
  for (std::size_t i = 0; i < 1 + draw(3); ++i) {
    speaking.push_back(names[draw(names.size())]);
    text += " " + std::string(speaking.back().name) + " said the bridge " + std::to_string(i) + " opens.";
  }
  MadeRecord made(text);
  made.published("2031-05-16");
  for (std::size_t i = 0; i < speaking.size(); ++i) {
    const auto speaker = made.speaker(speaking[i].name, speaking[i].kind, roles[draw(roles.size())]);
    if (draw(4) > 0) made.says(speaker, "the bridge " + std::to_string(i) + " opens", "said");
  }
  return made.done();
}

std::vector<std::string> answers(Snapshot& snapshot) {
  std::vector<std::string> lines;
  Query rows = snapshot.database.query("SELECT number FROM speaker ORDER BY number");
  while (rows.step()) {
    const LedgerSpeaker speaker = snapshot.speakers.of(rows.integer(0));
    lines.push_back(speaker.id + " " + speaker.name + " " + std::string(to_text(speaker.kind)));
  }
  for (const Drawn& drawn : names) {
    std::string line = drawn.name;
    for (const SpeakerMatch& match : snapshot.speakers.find(drawn.name).matches) {
      line += " " + match.speaker.id + " " + std::to_string(match.statements) + " in " + std::to_string(match.articles);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(KnownNames, AreThoseThatWorkingThemOutAnewGives) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    std::mt19937 random(seed);
    const FreshFile file;
    auto writer = LedgerWriter::open(file.path());
    const auto shared = std::make_shared<Known>();
    for (std::size_t batch = 0; batch < 25; ++batch) {
      ASSERT_TRUE(writer->add(std::vector<Record>{drawn_article(random, batch)}));
      const Database database(file.path(), Access::read);
      Snapshot kept(database, shared);
      const Database other(file.path(), Access::read);
      Snapshot anew(other);
      ASSERT_EQ(answers(kept), answers(anew)) << "seed " << seed << ", article " << batch;
    }
  }
}

TEST(KnownNames, AreKeptWhereAnArticleBringsOthers) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  const Database database(file.path(), Access::read);
  const auto add = [&](const std::string& name) {
    MadeRecord made(name + " said the bridge opens.");
    made.says(made.speaker(name), "the bridge opens", "said");
    ASSERT_TRUE(writer->add(std::vector<Record>{made.done()}));
  };
  add("Bob Lund");
  add("Robert Lund");
  KnownNames names_kept;
  names_kept.update(database, 2);
  KnownName known;
  known.lasts = {"lund"};
  names_kept.keep(2, {"bob lund", "person"}, known);
  EXPECT_FALSE(names_kept.find(1, {"bob lund", "person"})) << "another state's";
  add("Sergei Holm");
  names_kept.update(database, 3);
  EXPECT_TRUE(names_kept.find(3, {"bob lund", "person"}));
  names_kept.keep(2, {"sergei holm", "person"}, known);
  EXPECT_FALSE(names_kept.find(3, {"sergei holm", "person"})) << "worked out from an earlier state";
  add("Kari Lund");
  names_kept.update(database, 4);
  EXPECT_FALSE(names_kept.find(4, {"bob lund", "person"})) << "another family of Lunds came";
}

}  // namespace
}  // namespace onrecord::ledger
