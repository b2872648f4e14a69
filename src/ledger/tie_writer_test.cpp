// Ties are a function of the set of articles also where keys become too common on the way.
#include "ledger/tie_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"

namespace onrecord::ledger {
namespace {

// Reports of one slogan by many, more of them than a key may bear, and of one rarer quotation by two.
std::vector<Record> slogans() {
  std::vector<Record> records;
  for (std::size_t i = 0; i < too_common + 20; ++i) {
    const std::string rare = i % 100 == 0 ? " and the harbour shall never close again" : "";
    const std::string quote = "“We are stronger when we stand together" + rare + ",”";
    MadeRecord made(quote + " said Per Dahl in town " + std::to_string(i) + ".");
    made.published("2031-05-12").outlet("Outlet " + std::to_string(i));
    made.says(made.speaker("Per Dahl"), quote, "said");
    records.push_back(made.done());
  }
  return records;
}

std::vector<std::string> utterances(const std::vector<Record>& records, std::size_t batch) {
  const FreshFile file;
  auto writer = LedgerWriter::open(file.path());
  for (std::size_t i = 0; i < records.size(); i += batch)
    EXPECT_TRUE(writer->add(std::span(records).subspan(i, std::min(batch, records.size() - i))));
  std::vector<std::string> found;
  EXPECT_TRUE(LedgerReader::open(file.path())->each_record([&](const LedgerRecord& record) {
    found.insert(found.end(), record.utterances.begin(), record.utterances.end());
    return true;
  }));
  return found;
}

TEST(TieWriter, AKeyThatBecomesTooCommonTiesNothingWheneverItDid) {
  std::vector<Record> records = slogans();
  const auto expected = utterances(records, records.size());
  // The slogan ties nobody; the three with the rarer words are one utterance.
  EXPECT_EQ(std::set<std::string>(expected.begin(), expected.end()).size(), records.size() - 2);
  std::mt19937 random(3);
  for (const std::size_t batch : {1u, 50u}) {
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(utterances(records, batch), expected);
  }
}

}  // namespace
}  // namespace onrecord::ledger
