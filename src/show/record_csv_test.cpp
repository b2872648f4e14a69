#include "show/record_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace onrecord {
namespace {

LedgerRecord said(std::string content) {
  LedgerRecord ledger;
  ledger.article = "00000000000000aa";
  ledger.record.article.text = std::move(content);
  Statement statement;
  statement.content = {{0, static_cast<std::uint32_t>(ledger.record.article.text.size())}};
  ledger.record.statements = {statement};
  ledger.record.resolution.statements = {Circumstances{}};
  ledger.utterances = {"00000000000000aa-u1"};
  return ledger;
}

std::string csv(const LedgerRecord& ledger) {
  std::string out;
  append_csv(out, ledger);
  return out;
}

TEST(RecordCsv, FormulasAreDisarmed) {
  EXPECT_THAT(csv(said("=1+1")), testing::HasSubstr(",\"'=1+1\","));
  EXPECT_THAT(csv(said("  @SUM(A1)")), testing::HasSubstr(",\"'  @SUM(A1)\","));
  EXPECT_THAT(csv(said("+44 is a prefix")), testing::HasSubstr(",\"'+44 is a prefix\","));
}

TEST(RecordCsv, QuotesAndLineBreaksStayInsideOneField) {
  EXPECT_THAT(csv(said("a \"b\"\nc")), testing::HasSubstr(",\"a \"\"b\"\"\nc\","));
}

TEST(RecordCsv, EveryRowHasAsManyFieldsAsTheHeader) {
  const std::string header = csv_header();
  const std::string row = csv(said("plain"));
  EXPECT_EQ(std::count(header.begin(), header.end(), ','), std::count(row.begin(), row.end(), ','));
}

}  // namespace
}  // namespace onrecord
