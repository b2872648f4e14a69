// What the questions have in common: words, days, speakers and numbers as SQL can take them.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "ledger/keys.h"
#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t most_words = 64;

[[noreturn]] void unknown_speaker(const Snapshot& snapshot, const std::string& id) {
  fail_at_id(snapshot.database.path(), "no speaker bears the id " + id,
             "name the speaker, or take the id from `onrecord search`");
}

}  // namespace

std::string speaker_rows(Snapshot& snapshot, const std::vector<std::string>& speakers) {
  std::vector<std::int64_t> rows;
  for (const std::string& speaker : speakers) {
    const auto members = snapshot.speakers.members(speaker);
    if (members.empty()) unknown_speaker(snapshot, speaker);
    rows.insert(rows.end(), members.begin(), members.end());
  }
  return fmt::format("[{}]", fmt::join(rows, ","));
}

Whose::Whose(Snapshot& snapshot, const std::vector<std::string>& speakers) {
  for (const std::string& speaker : speakers) {
    if (const auto names = snapshot.speakers.whole_names(speaker)) {
      named_.insert(names->begin(), names->end());
      continue;
    }
    const auto members = snapshot.speakers.members(speaker);
    if (members.empty()) unknown_speaker(snapshot, speaker);
    rows_.insert(members.begin(), members.end());
  }
}

std::vector<std::size_t> Whose::united(const TurnIndex& index) const {
  std::vector<std::size_t> places;
  for (const std::int64_t named : named_) std::ranges::copy(index.of_named(named), std::back_inserter(places));
  for (const std::int64_t row : rows_) std::ranges::copy(index.of_speaker(row), std::back_inserter(places));
  std::ranges::sort(places);
  const auto repeated = std::ranges::unique(places);
  places.erase(repeated.begin(), repeated.end());
  return places;
}

std::int64_t ledger_state(const Database& database) {
  return database.number("SELECT coalesce(max(number), 0) FROM entry");
}

std::string match_of(std::string_view words, std::string_view columns) {
  std::string match;
  std::size_t count = 0;
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && count++ < most_words)
      match.append(match.empty() ? "" : " ").append("\"").append(word).append("\"");
    word.clear();
  };
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    // Bytes beyond ASCII stay: the index's own tokenizer cuts there what it must.
    const bool part =
        byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (part) {
      word.push_back(c);
    } else {
      finish();
    }
  }
  finish();
  if (match.empty()) return match;
  return fmt::format("{{{}}} : ({})", columns, match);
}

bool between(std::string_view first, std::string_view last, std::string_view since, std::string_view until) {
  return (since.empty() || (!last.empty() && since.substr(0, last.size()) <= last)) &&
         (until.empty() || (!first.empty() && until.substr(0, first.size()) >= first.substr(0, until.size())));
}

std::optional<std::string> iso_or_nothing(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return to_iso(*date);
}

Counts counts(const Database& database) {
  const auto number = [&](const char* sql) { return static_cast<std::size_t>(database.number(sql)); };
  Counts counts;
  // Rows are numbered from 1 without a gap and stay, so the last number counts them.
  counts.articles = number("SELECT coalesce(max(number), 0) FROM article");
  counts.statements = number("SELECT coalesce(max(number), 0) FROM statement");
  counts.speakers = number("SELECT coalesce(sum(CASE merges WHEN 1 THEN 1 ELSE bearers END), 0) FROM named");
  counts.relations = number("SELECT coalesce(max(number), 0) FROM relation");
  counts.across = number(
      "SELECT count(*) FROM across_relation r WHERE nature = 'reported' AND NOT EXISTS "
      "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number)");
  counts.candidates = number(
      "SELECT count(*) FROM across_relation r WHERE nature = 'candidate' AND NOT EXISTS "
      "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'across_relation' AND w.row = r.number)");
  counts.ties = number(
      "SELECT coalesce(max(number), 0) - (SELECT count(*) FROM tie_withdrawal WHERE what = 'utterance_tie') "
      "FROM utterance_tie");
  counts.verdicts = number("SELECT count(*) FROM verdict");
  return counts;
}

}  // namespace onrecord::ledger
