// Lists of statements that have words, kept while a ledger grows, are what the index gives.
#include "ledger/known_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/fresh_file.h"
#include "ledger/ledger.h"
#include "ledger/made_record.h"
#include "ledger/opening.h"
#include "ledger/queries.h"

namespace onrecord::ledger {
namespace {

using testing::ElementsAre;
using testing::IsNull;
using testing::Pointee;

class Words : public testing::Test {
 protected:
  void add(const std::string& content) {
    MadeRecord made("Ada Lund said " + content + ".");
    made.says(made.speaker("Ada Lund"), content, "said");
    ASSERT_TRUE(LedgerWriter::open(file_.path())->add(std::vector<Record>{made.done()}));
  }
  FreshFile file_;
  KnownWords words_;
  const std::string bridges_ = match_of("bridge", "content");
};

TEST_F(Words, AreFoundInWhatCameSince) {
  add("the bridge opens");
  add("the ferry stops");
  const Database database = open_to_read(file_.path());
  EXPECT_THAT(words_.all(database, bridges_), Pointee(ElementsAre(1)));
  add("bridges are safe");
  add("the crane comes");
  EXPECT_THAT(words_.all(database, bridges_), Pointee(ElementsAre(1, 3)));
  EXPECT_THAT(words_.all(database, match_of("ferry", "content")), Pointee(ElementsAre(2)));
}

TEST_F(Words, OfAnEarlierStateAreItsOwn) {
  add("the bridge opens");
  const Database earlier = open_to_read(file_.path()), later = open_to_read(file_.path());
  const Transaction transaction(earlier, Access::read);
  ASSERT_EQ(earlier.number("SELECT count(*) FROM statement"), 1);
  add("the old bridge stays");
  EXPECT_THAT(words_.all(later, bridges_), Pointee(ElementsAre(1, 2)));
  EXPECT_THAT(words_.all(earlier, bridges_), Pointee(ElementsAre(1)));
  EXPECT_THAT(words_.some(earlier, bridges_, 5), Pointee(ElementsAre(1)));
  EXPECT_THAT(words_.all(later, bridges_), Pointee(ElementsAre(1, 2)));
}

TEST_F(Words, ThatManyHaveAreReadWholeOnlyWhereAllAreAskedFor) {
  for (const char* content : {"the bridge opens", "a bridge falls", "no bridge is old"}) add(content);
  const Database database = open_to_read(file_.path());
  EXPECT_THAT(words_.some(database, bridges_, 2), IsNull());
  EXPECT_THAT(words_.some(database, bridges_, 3), Pointee(ElementsAre(1, 2, 3)));
  EXPECT_THAT(words_.some(database, bridges_, 2), Pointee(ElementsAre(1, 2, 3))) << "asked for before";
  KnownWords others;
  EXPECT_THAT(others.some(database, bridges_, 2), IsNull());
  EXPECT_THAT(others.some(database, bridges_, 2), IsNull());
  EXPECT_THAT(others.all(database, bridges_), Pointee(ElementsAre(1, 2, 3)));
}

}  // namespace
}  // namespace onrecord::ledger
