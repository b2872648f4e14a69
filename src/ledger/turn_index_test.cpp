// The index that is brought up to date is the one that is read anew, whatever came in between.
#include "ledger/turn_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/tie_writer.h"

namespace onrecord::ledger {
namespace {

// Reports of one slogan by more than may share a key, so that ties come and go, each denied or taken back on the spot.
std::vector<Record> disputed_slogans() {
  std::vector<Record> records;
  for (std::size_t i = 0; i < too_common + 20; ++i) {
    const std::string rare = i % 50 == 0 ? " and the harbour shall never close again" : "";
    const std::string quote = "“We are stronger when we stand together" + rare + ",”";
    const std::string answer = "the town " + std::to_string(i % 7) + " was never told of any stand";
    MadeRecord made(quote + " said Per Dahl. Ada Lund denied that " + answer + ".");
    made.published("2031-05-" + std::to_string(10 + i % 20)).outlet("Outlet " + std::to_string(i));
    const auto slogan = made.says(made.speaker("Per Dahl"), quote, "said");
    const auto denial = made.says(made.speaker("Ada Lund"), answer, "denied");
    made.relates(i % 3 == 0 ? RelationType::disputes : RelationType::denies, denial, slogan, "denied");
    records.push_back(made.done());
  }
  return records;
}

std::vector<std::string> lines_of(const TurnIndex& index) {
  std::vector<std::string> lines;
  for (const PlacedTurn& placed : index.united()) {
    const IndexedTurn& turn = index.turns()[placed.turn];
    std::string line = turn.from.day + " " + turn.turn.id + " " + turn.turn.from->id + " " +
                       (turn.turn.to ? turn.turn.to->id : turn.turn.mention) + " " +
                       std::string(to_text(turn.turn.row.type));
    auto acting = placed.acting;
    std::ranges::sort(acting);
    for (const std::int64_t statement : acting) line += " " + std::to_string(statement);
    lines.push_back(std::move(line));
  }
  return lines;
}

void expect_lists_who_speaks(const TurnIndex& index) {
  std::map<std::int64_t, std::set<std::size_t>> named, speakers;
  for (std::size_t i = 0; i < index.united().size(); ++i) {
    const IndexedTurn& turn = index.turns()[index.united()[i].turn];
    for (const StatementPlace& place : {turn.from, turn.to}) {
      named[place.named].insert(i);
      speakers[place.speaker].insert(i);
    }
  }
  for (const auto& [name, places] : named) {
    if (name != 0) {
      EXPECT_THAT(index.of_named(name), testing::ElementsAreArray(places));
    }
  }
  for (const auto& [speaker, places] : speakers) {
    if (speaker != 0) {
      EXPECT_THAT(index.of_speaker(speaker), testing::ElementsAreArray(places));
    }
  }
  EXPECT_THAT(index.of_named(-1), testing::IsEmpty());
}

TEST(TurnIndex, BroughtUpToDateIsWhatReadingAllAnewGives) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  std::vector<Record> records = disputed_slogans();
  std::mt19937 random(5);
  std::shuffle(records.begin(), records.end(), random);
  const Database database(file.path(), Access::read);
  TurnIndex kept;
  std::size_t most = 0;
  for (std::size_t i = 0; i < records.size(); i += 40) {
    ASSERT_TRUE(writer->add(std::span(records).subspan(i, std::min<std::size_t>(40, records.size() - i))));
    Snapshot snapshot(database);
    kept.update(snapshot);
    TurnIndex anew;
    anew.update(snapshot);
    ASSERT_EQ(lines_of(kept), lines_of(anew)) << "after " << i + 40;
    expect_lists_who_speaks(kept);
    most = std::max(most, kept.united().size());
    if (i == 80) {
      const std::string rejected = kept.turns()[kept.united().front().turn].turn.id;
      ASSERT_TRUE(writer->judge(rejected, Judgement::rejected, "a test", ""));
    }
  }
  EXPECT_GT(database.number("SELECT count(*) FROM tie_withdrawal"), 0);
  EXPECT_GT(kept.turns().size(), most) << "reports of one denial are one";
}

TEST(TurnIndex, IsGivenToASnapshotOfItsOwnStateAlone) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  const auto records = disputed_slogans();
  ASSERT_TRUE(writer->add(std::span(records).first(1)));
  const Database one(file.path(), Access::read), other(file.path(), Access::read);
  SharedTurns shared;
  Snapshot before(one);
  EXPECT_EQ(shared.at(before)->index->united().size(), 1u);
  ASSERT_TRUE(writer->add(std::span(records).subspan(1, 1)));
  Snapshot after(other);
  EXPECT_GT(shared.at(after)->index->turns().size(), 1u);
  EXPECT_FALSE(shared.at(before));
}

}  // namespace
}  // namespace onrecord::ledger
