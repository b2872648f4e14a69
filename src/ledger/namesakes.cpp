#include "ledger/namesakes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "ledger/keys.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord::ledger {

namespace {

// Of the features of bearer_likeness(), in their order.
constexpr BearerLikeness weights{5.88, 3.50, 1.72, -0.24, 1.19, 1.78, -0.16, 2.19};

// Two that bear one name are two persons so many times as often as namesakes are expected: as train/identity/train.py
// counts it, 0.4 to 0.7 times.
constexpr double persons_for_expected = 0.6;
// Below this no two bearers are so unlike that they would be taken for two.
constexpr double least_expected = 1.0 / 32;

bool tells(const std::set<std::string>& called) {
  return std::ranges::any_of(called, [](const std::string& word) { return !word.starts_with('~'); });
}

double squared_weight(const std::vector<std::string>& stems) {
  return std::transform_reduce(stems.begin(), stems.end(), 0.0, std::plus<>(), [](const std::string& stem) {
    const double weight = relating::word_weight(stem);
    return weight * weight;
  });
}

// How much of what stands near the two is the same, 0 to 1: the cosine of their words' weights.
double same_near(const Bearer& a, const Bearer& b) {
  const double shared = squared_weight(relating::shared_words(a.near, b.near));
  return shared / std::sqrt(std::max(1.0, squared_weight(a.near)) * std::max(1.0, squared_weight(b.near)));
}

// How much those words of a bearer's roles tell that stand near the other one.
double called_near(const Bearer& a, const Bearer& b) {
  std::set<std::string> found;
  const auto add = [&found](const Bearer& one, const Bearer& other) {
    for (const std::string& word : one.called) {
      if (word.starts_with('~')) continue;
      std::string stem = relating::stem(word);
      if (std::ranges::binary_search(other.near, stem)) found.insert(std::move(stem));
    }
  };
  add(a, b);
  add(b, a);
  double weight = 0;
  for (const std::string& stem : found) weight += relating::word_weight(stem);
  return weight;
}

bool has_middle_name(const std::string& key) { return words_of_key(key).size() > 2; }

bool certainly_one(const Bearer& a, const Bearer& b) {
  return a.article == b.article || (a.name_key == b.name_key && has_middle_name(a.name_key));
}

using People = std::vector<std::vector<std::size_t>>;

// The mean over all pairs, since of many bearers one is like anybody. Of whom many articles tell one more tells sooner
// than of a namesake: by the root of their number, for they are not independent of each other.
double likelihood(const std::vector<std::size_t>& one, const std::vector<std::size_t>& other,
                  const std::vector<std::vector<double>>& likely) {
  double sum = 0;
  for (const std::size_t a : one) {
    for (const std::size_t b : other) sum += likely[a][b];
  }
  return sum / static_cast<double>(one.size() * other.size()) +
         0.5 * std::log(static_cast<double>(std::max(one.size(), other.size())));
}

}  // namespace

BearerLikeness bearer_likeness(const Bearer& a, const Bearer& b) {
  double telling = 0;
  bool little = false;
  for (const std::string& word : a.called) {
    if (!b.called.contains(word)) continue;
    if (word.starts_with('~')) {
      little = true;
    } else {
      ++telling;
    }
  }
  const bool not_called = a.called.empty() || b.called.empty();
  const double near = called_near(a, b);
  const bool called_otherwise = tells(a.called) && tells(b.called) && telling == 0 && !little && near == 0;
  const double days = a.published && b.published ? std::abs(*a.published - *b.published) : 1000;
  return {1.0,
          std::min(telling, 2.0),
          telling == 0 && little ? 1.0 : 0.0,
          called_otherwise ? 1.0 : 0.0,
          not_called ? 1.0 : 0.0,
          std::log(std::max(same_near(a, b), 0.01)),
          std::log1p(days),
          telling == 0 ? std::min(near, 12.0) / 6 : 0.0};
}

double likelihood(const BearerLikeness& likeness) {
  return std::inner_product(likeness.begin(), likeness.end(), weights.begin(), 0.0);
}

double namesakes_expected(std::int64_t firsts, std::int64_t lasts, std::int64_t names) {
  if (firsts < 2 || lasts < 2 || names < 1) return 0;
  return static_cast<double>(firsts - 1) * static_cast<double>(lasts - 1) / static_cast<double>(names);
}

bool may_have_namesakes(double expected) { return expected >= least_expected; }

std::vector<std::vector<std::size_t>> people_of_name(const std::vector<Bearer>& bearers, double expected) {
  People people;
  for (std::size_t bearer = 0; bearer < bearers.size(); ++bearer) {
    const auto same = std::ranges::find_if(people, [&](const auto& person) {
      return !may_have_namesakes(expected) || std::ranges::any_of(person, [&](std::size_t other) {
        return certainly_one(bearers[bearer], bearers[other]);
      });
    });
    (same == people.end() ? people.emplace_back() : *same).push_back(bearer);
  }
  if (people.size() < 2) return people;
  std::vector<std::vector<double>> likely(bearers.size(), std::vector<double>(bearers.size()));
  for (std::size_t b = 0; b < bearers.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a)
      likely[a][b] = likely[b][a] = likelihood(bearer_likeness(bearers[a], bearers[b]));
  }
  // Joins the two that are most alike until none are alike enough; of equals, those that stand first.
  while (people.size() > 1) {
    double best = std::log(persons_for_expected * expected);
    std::size_t best_a = 0, best_b = 0;
    for (std::size_t b = 0; b < people.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) {
        if (const double joined = likelihood(people[a], people[b], likely); joined > best) {
          best = joined;
          best_a = a;
          best_b = b;
        }
      }
    }
    if (best_a == best_b) break;
    people[best_a].insert(people[best_a].end(), people[best_b].begin(), people[best_b].end());
    people.erase(people.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  for (auto& person : people) std::ranges::sort(person);
  std::ranges::sort(people);
  return people;
}

}  // namespace onrecord::ledger
