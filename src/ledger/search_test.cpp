// Searches by filters: days in and out of what was published between them, and what became of a statement.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One statement, said on `said` (or nobody knows when), published on `published`.
Record saying(const std::string& published, const std::string& said, const std::string& content) {
  MadeRecord made("Ada Lund said " + content + ".");
  made.outlet("Radio Fjord");
  if (!published.empty()) made.published(published);
  const auto statement = made.says(made.speaker("Ada Lund"), content, "said");
  if (!said.empty())
    made.record.resolution.statements[statement].said =
        Said{parse_iso(said), parse_iso(said), "made", std::nullopt, 0.9f};
  return made.done();
}

class Days : public testing::Test {
 protected:
  Days() {
    EXPECT_TRUE(LedgerWriter::open(file_.path())
                    ->add(std::vector<Record>{saying("2031-05-10", "", "the bridge opens"),
                                              saying("2031-05-20", "2031-05-02", "the road is old"),
                                              saying("2031-05-01", "2031-05-15", "the crane comes"),
                                              saying("", "2031-05-12", "the ferry stops"),
                                              saying("2031", "", "the year is long")}));
  }
  std::vector<std::string> found(const char* since, const char* until) {
    SearchFilter filter;
    filter.outlet = "radio fjord";
    if (*since != 0) filter.since = parse_iso(since);
    if (*until != 0) filter.until = parse_iso(until);
    std::vector<std::string> contents;
    const auto answer = LedgerReader::open(file_.path())->search("", filter);
    for (const LedgerStatement& one : *answer) contents.push_back(one.content);
    return contents;
  }
  FreshFile file_;
};

TEST_F(Days, StandTheLatestPublishedFirst) {
  EXPECT_THAT(found("", ""), ElementsAre("the road is old", "the bridge opens", "the crane comes", "the year is long",
                                         "the ferry stops"));
}

TEST_F(Days, UntilFindsWhatWasToldLater) {
  EXPECT_THAT(found("", "2031-05-09"), ElementsAre("the year is long", "the road is old"));
}

TEST_F(Days, SinceFindsWhatWasSaidAfterItsArticle) {
  EXPECT_THAT(found("2031-05-11", ""),
              testing::UnorderedElementsAre("the year is long", "the crane comes", "the ferry stops"));
}

TEST_F(Days, BothBoundsHold) {
  EXPECT_THAT(found("2031-05-12", "2031-05-13"), testing::UnorderedElementsAre("the year is long", "the ferry stops"));
  EXPECT_THAT(found("2032-01-01", ""), IsEmpty());
}

TEST(Relations, AreSearchedFromBothSides) {
  const FreshFile file;
  MadeRecord made("Ada Lund said the bridge opens. Per Holm denied the bridge talk. Ada Lund said the toll stays.");
  made.published("2031-05-10").outlet("Radio Fjord");
  const auto first = made.says(made.speaker("Ada Lund"), "the bridge opens", "said");
  const auto second = made.says(made.speaker("Per Holm"), "the bridge talk", "denied");
  made.says(0, "the toll stays", "said");
  made.relates(RelationType::denies, second, first, "denied");
  auto writer = LedgerWriter::open(file.path());
  ASSERT_TRUE(writer->add(std::vector<Record>{made.done()}));
  const auto reader = LedgerReader::open(file.path());
  const auto found = [&](std::string_view words, const SearchFilter& filter) {
    std::vector<std::string> contents;
    const auto answer = reader->search(words, filter);
    for (const LedgerStatement& one : *answer) contents.push_back(one.content);
    return contents;
  };
  SearchFilter does, became, both, other;
  does.does = RelationType::denies;
  became.became = RelationType::denies;
  both.does = both.became = RelationType::denies;
  other.does = RelationType::retracts;
  EXPECT_THAT(found("", does), ElementsAre("the bridge talk"));
  EXPECT_THAT(found("", became), ElementsAre("the bridge opens"));
  EXPECT_THAT(found("bridge", became), ElementsAre("the bridge opens"));
  EXPECT_THAT(found("toll", became), IsEmpty());
  EXPECT_THAT(found("", both), IsEmpty());
  EXPECT_THAT(found("", other), IsEmpty());
  became.speakers = {reader->find_speakers("Per Holm")->matches.front().speaker.id};
  EXPECT_THAT(found("", became), IsEmpty());

  const auto ada = reader->speaker(reader->find_speakers("Ada Lund")->matches.front().speaker.id, {});
  ASSERT_EQ(ada->dealings.size(), 1u);
  EXPECT_EQ(ada->dealings[0].way, Dealing::Way::on);
  EXPECT_EQ(ada->dealings[0].other.name, "Per Holm");
  const auto per = reader->speaker(reader->find_speakers("Per Holm")->matches.front().speaker.id, {});
  ASSERT_EQ(per->dealings.size(), 1u);
  EXPECT_EQ(per->dealings[0].way, Dealing::Way::by);

  ASSERT_TRUE(writer->judge(per->utterances.front().does.front().id, Judgement::rejected, "a test", ""));
  became.speakers.clear();
  EXPECT_THAT(found("", became), IsEmpty());
}

}  // namespace
}  // namespace onrecord::ledger
