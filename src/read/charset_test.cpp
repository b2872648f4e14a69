#include "read/charset.h"

#include <gtest/gtest.h>

#include "text/text.h"

namespace onrecord {
namespace {

TEST(Charset, AMarkDecides) {
  EXPECT_EQ(decode_page("\xef\xbb\xbf"
                        "caf\xc3\xa9")
                .text,
            "café");
  EXPECT_EQ(decode_page(std::string_view("\xff\xfe"
                                         "a\0\xe9\0",
                                         6))
                .text,
            "aé");
  EXPECT_EQ(decode_page(std::string_view("\xfe\xff"
                                         "\0a\0\xe9",
                                         6))
                .text,
            "aé");
}

TEST(Charset, Utf8IsUtf8WhateverThePageSays) {
  EXPECT_EQ(decode_page("<meta charset=iso-8859-1>caf\xc3\xa9").text.substr(25), "café");
}

TEST(Charset, ThePageSays) {
  EXPECT_EQ(decode_page("<meta charset=\"windows-1251\">\xcc\xee\xf1\xf2").text.substr(29), "Мост");
  EXPECT_EQ(decode_page("<meta charset=\"shift_jis\">\x8b\xb4").text.substr(26), "橋");
}

TEST(Charset, AFewBadBytesAreDamage) {
  const Decoded decoded = decode_page("ééééééééééééééé \xff bridge");
  EXPECT_EQ(decoded.text, "ééééééééééééééé \xef\xbf\xbd bridge");
  EXPECT_TRUE(decoded.damaged);
}

TEST(Charset, AnyBytesGiveValidUtf8) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>((i * 7919) >> 3));
  const Decoded decoded = decode_page(bytes);
  EXPECT_EQ(first_invalid_utf8(decoded.text), decoded.text.size());
  EXPECT_EQ(decode_page("").text, "");
}

TEST(Charset, APageThatSaysUtf8IsNotTurnedIntoAnotherSetByOneBrokenCharacter) {
  const std::string page = "<meta charset=\"utf-8\"><p>“No,” she said. “Never.” cut \xe2\x80 here</p>";
  const Decoded decoded = decode_page(page);
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_NE(decoded.text.find("“Never.” cut \xef\xbf\xbd here"), std::string::npos) << decoded.text;
  // Without one good character of several bytes it is no UTF-8, whatever it says.
  EXPECT_NE(decode_page("<meta charset=utf-8><p>\x93No\x94 she said").charset, "utf-8");
}

TEST(Charset, APageInSixteenBitsNeedsNoMark) {
  const std::string_view page = "<p>Late</p>";
  std::string little, big;
  for (const char c : page) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  EXPECT_EQ(decode_page(little).text, page);
  EXPECT_EQ(decode_page(big).text, page);
}

}  // namespace
}  // namespace onrecord
