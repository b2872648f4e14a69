#include "read/archive.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/gathered.h"
#include "read/limits.h"
#include "read/packed_bytes.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string page(std::string_view words) {
  return fmt::format(
      "<html><title>Bridge</title><body><p>{} The crossing at Storvik is late, she said.</p></body></html>", words);
}
std::string http(std::string_view body, std::string_view fields = "", std::string_view status = "200 OK") {
  return fmt::format("HTTP/1.1 {}\r\nContent-Type: text/html\r\n{}\r\n{}", status, fields, body);
}
std::string record(std::string_view block, std::string_view type = "response", std::int64_t lie = 0) {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://fjord.example/1\r\nContent-Type: "
      "application/http\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      type, static_cast<std::int64_t>(block.size()) + lie, block);
}

// The first words of every article.
std::vector<std::string> words(const Gathered& all) {
  std::vector<std::string> found;
  for (const Article& article : all.articles) found.push_back(article.text.substr(0, article.text.find(' ')));
  return found;
}

TEST(Archive, GivesItsPagesWithTheirPlaceAndAddress) {
  const std::string bytes = record("software: made\r\n", "warcinfo") + record("GET / HTTP/1.1\r\n\r\n", "request") +
                            record(http(page("One."))) + record(http(page("Two.")));
  for (const std::string& packed : {bytes, gzipped(bytes)}) {
    const Gathered all = gather(packed, "a.warc");
    EXPECT_THAT(words(all), ElementsAre("One.", "Two."));
    EXPECT_THAT(all.errors, IsEmpty());
    EXPECT_EQ(all.articles.at(1).place, 4u);
    EXPECT_EQ(all.articles.at(1).url, "https://fjord.example/1");
  }
}

TEST(Archive, ItsPageIsTheArticleOfTheLooseFile) {
  const std::string loose = R"(<html><head><link rel="canonical" href="https://fjord.example/own"></head><body><p>)" +
                            page("One.") + "</p></body></html>";
  const Article alone = gather(loose, "a.html").articles.at(0);
  const Article kept = gather(record(http(loose)), "a.warc").articles.at(0);
  EXPECT_EQ(kept.id, alone.id);
  EXPECT_EQ(kept.text, alone.text);
}

TEST(Archive, CountsWhatIsNoPage) {
  std::vector<ArchiveManifest> manifests;
  ReadOptions options;
  options.on_archive = [&](ArchiveManifest&& manifest) { manifests.push_back(std::move(manifest)); };
  const std::string bytes = record("GET / HTTP/1.1\r\n\r\n", "request") + record(http("gone", "", "404 Not Found")) +
                            record(http("<html></html>")) + record(http(page("One.")));
  EXPECT_THAT(gather(bytes, "a.warc", options).errors, IsEmpty());
  ASSERT_EQ(manifests.size(), 1u);
  EXPECT_EQ(manifests[0].records, 4u);
  EXPECT_EQ(manifests[0].articles, 1u);
  EXPECT_EQ(manifests[0].without_text, 1u);
  EXPECT_THAT(manifests[0].skipped, ElementsAre(std::pair("request", 1u), std::pair("status 404", 1u)));
}

TEST(Archive, GoesOnWhereItIsTold) {
  ReadOptions options;
  options.begin_after = [](const std::string&) { return 1u; };
  EXPECT_THAT(words(gather(record(http(page("One."))) + record(http(page("Two."))), "a.warc", options)),
              ElementsAre("Two."));
}

TEST(Archive, LengthsThatLieCostNoNeighbour) {
  for (const std::int64_t lie : {-40L, -3L, 8L, 60L, 100'000L, std::int64_t{1} << 40}) {
    const Gathered all = gather(record(http(page("One."))) + record(http(page("Two.")), "response", lie) +
                                    record(http(page("Three."))) + record(http(page("Four."))),
                                "a.warc");
    EXPECT_THAT(words(all), ElementsAre("One.", "Two.", "Three.", "Four.")) << lie;
    ASSERT_EQ(all.errors.size(), 1u) << lie;
    EXPECT_THAT(to_line(all.errors[0]), HasSubstr("a.warc:2: this record says it is"));
  }
}

TEST(Archive, WhatStandsBeforeABreakIsKeptWithOneNote) {
  const std::string bytes = record(http(page("One."))) + record(http(page("Two.")));
  const std::string packed = gzipped(record(http(page("One.")))) + gzipped(record(http(page("Two."))));
  for (const auto& [whole, cut] : {std::pair(bytes, bytes.size() - 60), std::pair(packed, packed.size() - 40)}) {
    const Gathered all = gather(std::string_view(whole).substr(0, cut), "a.warc.gz");
    EXPECT_EQ(words(all).at(0), "One.");
    EXPECT_EQ(all.errors.size(), 1u);
  }
}

TEST(Archive, ADamagedMemberCostsNoOther) {
  std::string damaged = gzipped(record(http(page("Two."))));
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 12; ++i) damaged[i] ^= 0x55;
  const Gathered all = gather(gzipped(record(http(page("One.")))) + damaged + gzipped(record(http(page("Three.")))) +
                                  "no member at all" + gzipped(record(http(page("Four.")))),
                              "a.warc.gz");
  EXPECT_THAT(words(all), testing::IsSupersetOf({"One.", "Three.", "Four."}));
  EXPECT_EQ(all.errors.size(), 2u);
}

TEST(Archive, BytesBetweenRecordsAreNoted) {
  const Gathered all =
      gather(record(http(page("One."))) + "garbage\n\nWARC/1.0\r\n" + record(http(page("Two."))), "a.warc");
  EXPECT_THAT(words(all), ElementsAre("One.", "Two."));
  EXPECT_EQ(all.errors.size(), 1u);
}

TEST(Archive, UnpacksBodiesHoweverTheyWereSent) {
  const std::string body = page("One.");
  const std::string half = body.substr(0, 20), rest = body.substr(20);
  const std::string chunked =
      fmt::format("{:x}\r\n{}\r\n{:X};x=y\r\n{}\r\n0\r\n\r\n", half.size(), half, rest.size(), rest);
  const auto sent = [](std::string_view bytes, std::string_view fields) {
    const Gathered all = gather(record(http(bytes, fields)), "a.warc");
    EXPECT_THAT(words(all), ElementsAre("One.")) << fields;
    EXPECT_THAT(all.errors, IsEmpty()) << fields;
  };
  sent(chunked, "Transfer-Encoding: chunked\r\n");
  sent(body, "Transfer-Encoding: chunked\r\n");  // joined by the archive
  sent(gzipped(body), "Content-Encoding: gzip\r\n");
  sent(body, "Content-Encoding: gzip\r\n");  // unpacked by the archive
  sent(gzipped(body), "");
  sent(deflated(body, MAX_WBITS), "Content-Encoding: deflate\r\n");
  sent(deflated(body, -MAX_WBITS), "Content-Encoding: deflate\r\n");
  sent(gzipped(gzipped(body)), "Content-Encoding: gzip, gzip\r\n");
  sent(gzipped(deflated(body, MAX_WBITS)), "Content-Encoding: deflate, gzip\r\n");
}

TEST(Archive, ABombIsCutAndNoted) {
  const std::string bomb = page("Two.") + std::string(std::size_t{64} << 20, ' ');
  const Gathered all =
      gather(record(http(page("One."))) + record(http(gzipped(gzipped(bomb)), "Content-Encoding: gzip, gzip\r\n")) +
                 record(http(page("Three."))),
             "a.warc");
  EXPECT_THAT(words(all), ElementsAre("One.", "Two.", "Three."));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_THAT(to_line(all.errors[0]), HasSubstr("read up to its byte"));
}

TEST(Archive, AMemberThatIsABombCostsNoOther) {
  const Gathered all = gather(gzipped(record(http(page("One.")))) + gzipped(std::string(std::size_t{64} << 20, '\n')) +
                                  gzipped(record(http(page("Two.")))),
                              "a.warc.gz");
  EXPECT_THAT(words(all), ElementsAre("One.", "Two."));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_THAT(all.errors[0].what, HasSubstr("bomb"));
}

TEST(Archive, OlderArcFilesAreReadToo) {
  const std::string block = http(page("One."));
  const std::string bytes =
      "filedesc://a.arc 0.0.0.0 20310516093000 text/plain 14\n1 0 Fjord Ship\n\n" +
      fmt::format("http://fjord.example/a b 10.0.0.1 20310516093000 text/html {}\n{}\n", block.size(), block) +
      fmt::format("http://fjord.example/2 10.0.0.1 20310516093000 text/html -1\n{}\n", block);
  const Gathered all = gather(bytes, "a.arc");
  EXPECT_THAT(words(all), ElementsAre("One.", "One."));
  EXPECT_EQ(all.articles.at(0).url, "http://fjord.example/a%20b");
  EXPECT_EQ(all.errors.size(), 1u);
}

}  // namespace
}  // namespace onrecord
