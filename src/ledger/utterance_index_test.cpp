#include "ledger/utterance_index.h"

#include <gtest/gtest.h>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"

namespace onrecord::ledger {
namespace {

TEST(UtteranceIndex, AnswersForATieToAStatementThatADamagedFileDoesNotHold) {
  const FreshFile file;
  {
    MadeRecord record("Ada Lund said the bridge opens in May.");
    record.says(record.speaker("Ada Lund", SpeakerKind::person), "the bridge opens in May", "said");
    auto writer = LedgerWriter::open(file.path());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->add(std::vector<Record>{record.done()}));
  }
  const Database database(file.path(), Access::write);
  database.run("PRAGMA foreign_keys = OFF");
  database.run("INSERT INTO utterance_tie (a, b, kind, score, copied) VALUES (1, 999, 'verbatim', 0.9, 0)");
  UtteranceIndex index(database);
  EXPECT_TRUE(index.of(999)->statements.empty());
  EXPECT_EQ(index.of(1)->statements.size(), 1u);
}

}  // namespace
}  // namespace onrecord::ledger
