// No page takes longer than a second of processor, whatever it holds: the worst bytes known, and mixtures of them.
#include <gtest/gtest.h>
#include <time.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "read/gathered.h"

namespace onrecord {
namespace {

constexpr std::size_t largest = std::size_t{8} << 20;  // no more is read of one page

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// A page of the largest size that repeats `part`.
std::string page_of(std::string_view part) {
  std::string page;
  page.reserve(largest + part.size());
  while (page.size() < largest) page.append(part);
  return page;
}

void expect_quick(const std::string& page, std::string_view what) {
  const double start = processor_seconds();
  gather(page, "a.html");
  EXPECT_LT(processor_seconds() - start, 1.0 * ONRECORD_TEST_PATIENCE) << what;
}

const std::vector<std::string_view>& parts() {
  static const std::vector<std::string_view> all{
      "<figure><figcaption>x",
      "<p itemprop=author>Ada",
      "&",
      "<p>May 15, 2031 ",
      "<p class=byline>By Ada Lund</p>",
      "<div class=\"related ad newsletter comment\">x",
      "<li><h3><a href=/x>Ferry captain asks for a ship</a></h3><p>The captain of the ferry at Sundvik said that one "
      "ship cannot carry the traffic of the bridge.</p></li>",
      "<blockquote>I should not have named a month</blockquote>",
      "<h2>1/9 a</h2><p>The bridge at Sundvik.</p>",
      "— A (@b) May 15, 2031<br>",
      "<div class=article-body><p>The captain of the ferry at Sundvik said so.",
      "<span hidden>",
      "<a href=#x>",
      "<table><tr><td>",
      "<script type=application/ld+json>{\"a\":[</script>",
      "<a b='",
      "<!--",
      "<",
      "1/9 ",
      "<x-y>",
      "<ul><li>",
      "“"};
  return all;
}

TEST(PageTime, OfOneThingOverAndOverIsShort) {
  for (const std::string_view part : parts()) expect_quick(page_of(part), part);
}

TEST(PageTime, OfMixturesIsShort) {
  std::mt19937 random(7);
  for (int round = 0; round < 15; ++round) {
    std::string mixture;
    for (int i = 0; i < 4; ++i) {
      const std::string_view part = parts()[random() % parts().size()];
      const int times = random() % 3 == 0 ? 50 : 1;
      for (int j = 0; j < times; ++j) mixture.append(part);
    }
    expect_quick(page_of(mixture), mixture.substr(0, 200));
  }
}

}  // namespace
}  // namespace onrecord
