#include "show/json_writer.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::string quoted(std::string_view value) {
  std::string out;
  append_json_string(out, value);
  return out;
}

std::string share(float value) {
  std::string out;
  JsonWriter(out).share(value);
  return out;
}

TEST(JsonWriter, EscapesWhatJsonForbidsInStrings) {
  EXPECT_EQ(quoted("a \"b\" \\ c\n\t\r"), R"("a \"b\" \\ c\n\t\r")");
  EXPECT_EQ(quoted(std::string_view("\0\x1b\x7f", 3)), R"("\u0000\u001b\u007f")");
}

TEST(JsonWriter, KeepsLettersOfOtherScripts) { EXPECT_EQ(quoted("Ærø “ja” 東"), "\"Ærø “ja” 東\""); }

TEST(JsonWriter, PutsAReplacementCharacterForBytesThatAreNoText) {
  EXPECT_EQ(quoted("a\xff\xc3z"), "\"a\uFFFD\uFFFDz\"");
}

TEST(JsonWriter, WritesSharesShort) {
  EXPECT_EQ(share(0.97f), "0.97");
  EXPECT_EQ(share(1.0f), "1");
  EXPECT_EQ(share(0.12345f), "0.123");
  EXPECT_EQ(share(0.0f), "0");
}

TEST(JsonWriter, SetsCommasBetweenSiblingsOnly) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.field("a", "x");
  json.key("b");
  json.open_array();
  json.integer(1);
  json.open_object();
  json.close_object();
  json.null();
  json.close_array();
  json.optional_field("c", std::nullopt);
  json.close_object();
  EXPECT_EQ(out, R"({"a":"x","b":[1,{},null],"c":null})");
}

}  // namespace
}  // namespace onrecord
