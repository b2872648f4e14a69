#include "show/topics.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "relate/telling_words.h"

namespace onrecord {

namespace {

constexpr std::size_t most_topics = 6;
// Of so many contents on, a word that more than half of them have sets none of them apart.
constexpr std::size_t many = 8;

// Words that stand in talk about anything.
bool tells_little(std::string_view word) {
  constexpr std::array<std::string_view, 42> words{
      "anybody", "anyone",    "anything", "back",       "best",  "better", "came",   "come",  "day",
      "days",    "everybody", "everyone", "everything", "fact",  "going",  "good",   "great", "hard",
      "issue",   "kind",      "know",     "lot",        "lots",  "make",   "man",    "new",   "nobody",
      "one",     "part",      "people",   "point",      "right", "thing",  "things", "time",  "today",
      "way",     "week",      "work",     "world",      "year",  "years"};
  return std::ranges::find(words, word) != words.end();
}

struct Candidate {
  std::set<std::size_t> having;
  std::map<std::string, std::size_t> written;
};

std::string most_written(const std::map<std::string, std::size_t>& written) {
  const auto most = std::ranges::max_element(written, [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

}  // namespace

std::vector<Topic> topics_of(const std::vector<std::string>& contents) {
  std::map<std::string, Candidate> candidates;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    for (const relating::Word& word : relating::placed_words(contents[i])) {
      const bool number = word.text.find_first_not_of("0123456789") == std::string::npos;
      if (word.text.size() < 3 || number || relating::is_function_word(word.text) || tells_little(word.text)) continue;
      Candidate& candidate = candidates[relating::stem(word.text)];
      candidate.having.insert(i);
      ++candidate.written[word.text];
    }
  }
  std::vector<Topic> topics;
  std::set<std::size_t> placed;
  while (topics.size() < most_topics) {
    const Candidate* best = nullptr;
    std::vector<std::size_t> best_new;
    for (const auto& [stem, candidate] : candidates) {
      if (contents.size() >= many && candidate.having.size() > contents.size() / 2) continue;
      std::vector<std::size_t> fresh;
      std::ranges::set_difference(candidate.having, placed, std::back_inserter(fresh));
      if (fresh.size() >= 2 && fresh.size() > best_new.size()) {
        best = &candidate;
        best_new = std::move(fresh);
      }
    }
    if (best == nullptr) break;
    placed.insert(best_new.begin(), best_new.end());
    topics.push_back({most_written(best->written), std::move(best_new)});
  }
  return topics;
}

}  // namespace onrecord
