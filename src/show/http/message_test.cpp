#include "show/http/message.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Target, IsTakenApartAndDecoded) {
  Target target;
  ASSERT_TRUE(parse_target("/api/v1/search?words=bridge+in%20May&speaker=%C3%85se", target));
  EXPECT_EQ(target.path, (std::vector<std::string>{"api", "v1", "search"}));
  EXPECT_EQ(target.value("words"), "bridge in May");
  EXPECT_EQ(target.value("speaker"), "Åse");
  EXPECT_EQ(target.value("outlet"), "");
}

TEST(Target, KeepsAnEscapedPlus) {
  Target target;
  ASSERT_TRUE(parse_target("/search?words=a%2Bb", target));
  EXPECT_EQ(target.value("words"), "a+b");
}

TEST(Target, RefusesWhatIsNoAddressOfOurs) {
  for (const char* text :
       {"", "http://elsewhere.example/", "search", "/%zz", "/a%00b", "/%ff%fe", "/?words=%c3", "/a b"}) {
    Target target;
    EXPECT_FALSE(parse_target(text, target)) << text;
  }
}

TEST(Problem, IsOneObjectWithWhatIsWrong) {
  const Response response = problem(404, "Not on record", "No “speaker” has this id.");
  EXPECT_EQ(response.status, 404u);
  EXPECT_EQ(response.type, "application/problem+json");
  EXPECT_EQ(response.body, R"({"title":"Not on record","status":404,"detail":"No “speaker” has this id."})");
}

TEST(Message, AListOfTagsNamesEachOfThem) {
  EXPECT_TRUE(names_tag("\"a\"", "\"a\""));
  EXPECT_TRUE(names_tag("\"b\" , W/\"a\"", "\"a\""));
  EXPECT_TRUE(names_tag("*", "\"a\""));
  EXPECT_FALSE(names_tag("\"b\", \"c, a\"", "\"a\""));
  EXPECT_FALSE(names_tag("a", "\"a\""));
  EXPECT_FALSE(names_tag("\"a", "\"a\""));
  EXPECT_FALSE(names_tag("", "\"a\""));
}

}  // namespace
}  // namespace onrecord
