#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "ledger/bookkeeping.h"
#include "ledger/keys.h"

namespace onrecord {

namespace {

constexpr std::size_t most_pairs =
    4'000'000;                          // beyond it, what is not word for word the same counts as removed and added
constexpr double same_statement = 0.5;  // of the words of both

struct Wording {
  std::string words;
  std::string speaker;
  std::set<std::string> distinct;
  bool open = true;  // not paired yet
};

std::vector<Wording> said_in(const Record& record) {
  std::vector<Wording> all;
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    Wording said;
    const Statement& statement = record.statements[i];
    for (const Span span : statement.content.empty() ? statement.cue : statement.content)
      said.words += (said.words.empty() ? "" : " … ") + std::string(slice(record.article.text, span));
    const std::uint32_t speaker = record.resolution.statements[i].speaker;
    if (speaker != none) said.speaker = record.resolution.speakers[speaker].name;
    const std::string key = ledger::name_key(said.words);
    const auto words = ledger::words_of_key(key);
    said.distinct = {words.begin(), words.end()};
    all.push_back(std::move(said));
  }
  return all;
}

// Twice the words in common, of all words.
double likeness(const Wording& a, const Wording& b) {
  std::size_t common = 0;
  for (const std::string& word : a.distinct) common += b.distinct.contains(word) ? 1 : 0;
  const std::size_t all = a.distinct.size() + b.distinct.size();
  return all == 0 ? 0.0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

void drop_equal(std::vector<Wording>& earlier, std::vector<Wording>& later) {
  std::multimap<std::pair<std::string_view, std::string_view>, Wording*> there;
  for (Wording& said : earlier)
    there.emplace(std::pair<std::string_view, std::string_view>(said.words, said.speaker), &said);
  for (Wording& said : later) {
    const auto same = there.find(std::pair<std::string_view, std::string_view>(said.words, said.speaker));
    if (same == there.end()) continue;
    same->second->open = said.open = false;
    there.erase(same);
  }
}

struct Pair {
  double likeness;
  std::uint32_t earlier, later;
};

std::vector<Pair> pairs_of(const std::vector<Wording>& earlier, const std::vector<Wording>& later) {
  std::vector<Pair> pairs;
  if (earlier.size() * later.size() > most_pairs) return pairs;
  for (std::uint32_t i = 0; i < earlier.size(); ++i) {
    for (std::uint32_t j = 0; earlier[i].open && j < later.size(); ++j) {
      const double alike = later[j].open ? likeness(earlier[i], later[j]) : 0.0;
      if (alike >= same_statement) pairs.push_back({alike, i, j});
    }
  }
  std::ranges::sort(pairs, [](const Pair& a, const Pair& b) {
    return std::tuple(-a.likeness, a.earlier, a.later) < std::tuple(-b.likeness, b.earlier, b.later);
  });
  return pairs;
}

}  // namespace

std::vector<StatementChange> compare_versions(const Record& earlier_record, const Record& later_record) {
  std::vector<Wording> earlier = said_in(earlier_record);
  std::vector<Wording> later = said_in(later_record);
  drop_equal(earlier, later);
  std::vector<StatementChange> changes;
  for (const Pair& pair : pairs_of(earlier, later)) {
    if (!earlier[pair.earlier].open || !later[pair.later].open) continue;
    earlier[pair.earlier].open = later[pair.later].open = false;
    changes.push_back({StatementChange::Kind::altered, pair.earlier, pair.later});
  }
  for (std::uint32_t i = 0; i < earlier.size(); ++i) {
    if (earlier[i].open) changes.push_back({StatementChange::Kind::removed, i, std::nullopt});
  }
  for (std::uint32_t i = 0; i < later.size(); ++i) {
    if (later[i].open) changes.push_back({StatementChange::Kind::added, std::nullopt, i});
  }
  std::ranges::sort(changes, [](const StatementChange& a, const StatementChange& b) {
    return std::tuple(a.later.value_or(*(a.earlier ? a.earlier : a.later)), a.kind, a.earlier) <
           std::tuple(b.later.value_or(*(b.earlier ? b.earlier : b.later)), b.kind, b.earlier);
  });
  return changes;
}

}  // namespace onrecord
