// Pages with what is to be read from them: tests/pages/NAME/page.html and expected.json. A new case is a new folder.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "read/read.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::vector<std::string> page_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(ONRECORD_PAGES)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

boost::json::value text_or_null(const std::optional<std::string>& text) {
  return text ? boost::json::value(boost::json::string(*text)) : boost::json::value(nullptr);
}

// What was read, in the form of expected.json.
boost::json::object picture(const Article& article) {
  boost::json::array paragraphs;
  for (std::size_t at = 0; at < article.text.size();) {
    const std::size_t end = std::min(article.text.find("\n\n", at), article.text.size());
    paragraphs.emplace_back(article.text.substr(at, end - at));
    at = end + 2;
  }
  boost::json::array asides;
  for (const Span aside : article.asides) asides.emplace_back(slice(article.text, aside));
  return {{"title", article.title},
          {"byline", boost::json::array(article.byline.begin(), article.byline.end())},
          {"published", text_or_null(article.published ? std::optional(to_iso(*article.published)) : std::nullopt)},
          {"outlet", text_or_null(article.outlet)},
          {"url", text_or_null(article.url)},
          {"language", article.language},
          {"text", paragraphs},
          {"asides", asides}};
}

class ReadPage : public testing::TestWithParam<std::string> {};

TEST_P(ReadPage, GivesWhatIsExpected) {
  const fs::path folder = fs::path(ONRECORD_PAGES) / GetParam();
  const boost::json::value expected = boost::json::parse(bytes_of(folder / "expected.json"));
  std::vector<Article> articles;
  read((folder / "page.html").string(), {}, [&](Result<Article>&& article) {
    ASSERT_TRUE(article) << to_line(article.error());
    articles.push_back(std::move(*article));
  });
  ASSERT_EQ(articles.size(), 1u);
  const boost::json::object found = picture(articles[0]);
  for (const auto& field : expected.as_object()) {
    EXPECT_EQ(boost::json::serialize(field.value()), boost::json::serialize(found.at(field.key()))) << field.key();
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, ReadPage, testing::ValuesIn(page_names()), [](const auto& name) {
  std::string out = name.param;
  std::ranges::replace_if(out, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return out;
});

}  // namespace
}  // namespace onrecord
