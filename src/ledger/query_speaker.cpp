// A page of one speaker's record, of which a long one is never read whole.
#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <set>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

struct Spoken {
  std::string day;  // when it was said, else published; empty where neither is known
  std::int64_t statement = 0;
  auto operator<=>(const Spoken&) const = default;
};

// All statements of the speaker between the days, the earliest first.
std::vector<Spoken> spoken_by(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter) {
  const std::string since = iso_or_nothing(filter.since).value_or(""),
                    until = iso_or_nothing(filter.until).value_or("");
  std::vector<Spoken> spoken;
  const auto take = [&](Query& query) {
    while (query.step()) {
      const std::string_view day = query.text(0);
      if (between(day, day, since, until)) spoken.push_back({std::string(day), query.integer(1)});
    }
    query.reset();
  };
  if (const auto named = snapshot.speakers.whole_names(id)) {
    // Each name's own are in order as they lie in the file.
    Query query = snapshot.database.query("SELECT day, statement FROM spoken WHERE named = ? ORDER BY day, statement");
    for (const std::int64_t one : *named) {
      const auto own = static_cast<std::ptrdiff_t>(spoken.size());
      query.bind(one);
      take(query);
      std::inplace_merge(spoken.begin(), spoken.begin() + own, spoken.end());
    }
    return spoken;
  }
  const std::string rows = speaker_rows(snapshot, {std::string(id)});
  Query query = snapshot.database.query(
      "SELECT coalesce(s.said_from, a.published, ''), s.number FROM statement s JOIN article a ON a.number = "
      "s.article WHERE s.speaker IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2");
  query.bind(std::string_view(rows));
  take(query);
  return spoken;
}

// Leaves those whose content has the words.
void keep_about(Snapshot& snapshot, std::string_view about, std::vector<Spoken>& spoken) {
  const std::string match = match_of(about, "content");
  if (match.empty()) return spoken.clear();
  const KnownWords::Numbers having = snapshot.words().all(snapshot.database, match);
  std::erase_if(spoken, [&](const Spoken& one) { return !std::ranges::binary_search(*having, one.statement); });
}

constexpr std::size_t most_roles = 12;

// The most frequent roles. Where verdicts say who is who, they are counted on the speakers' own rows.
std::vector<RoleSpan> roles_of(Snapshot& snapshot, std::string_view id) {
  const auto named = id.starts_with('~') ? std::nullopt : snapshot.speakers.whole_names(id);
  const std::string rows =
      named ? fmt::format("[{}]", fmt::join(*named, ",")) : speaker_rows(snapshot, {std::string(id)});
  Query query = snapshot.database.query(
      std::string(named
                      ? "SELECT role, min(first), max(last), sum(bearers) AS times FROM named_role "
                        "WHERE named IN (SELECT value FROM json_each(?1))"
                      : "SELECT json_extract(r.value, '$[0]') AS role, min(a.published), max(a.published), count(*) AS "
                        "times FROM speaker p JOIN article a ON a.number = p.article, json_each(p.roles) r "
                        "WHERE p.number IN (SELECT value FROM json_each(?1))") +
      " GROUP BY lower(role) ORDER BY times DESC, role LIMIT ?2");
  query.bind(std::string_view(rows)).bind(static_cast<std::int64_t>(most_roles));
  std::vector<RoleSpan> roles;
  while (query.step()) {
    const auto day = [&query](int column) {
      return query.is_null(column) ? std::nullopt : parse_iso(query.text(column));
    };
    roles.push_back({std::string(query.text(0)), day(1), day(2), static_cast<std::size_t>(query.integer(3))});
  }
  std::stable_sort(roles.begin(), roles.end(), [](const RoleSpan& a, const RoleSpan& b) {
    return a.from.has_value() != b.from.has_value() ? a.from.has_value() : a.from < b.from;
  });
  return roles;
}

}  // namespace

SpeakerRecord speaker(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter, SharedTurns::Held turns) {
  const auto meant = snapshot.speakers.speaker_of_id(id);
  if (!meant)
    fail_at_id(snapshot.database.path(), "no speaker bears the id " + std::string(id),
               "take the id from `onrecord search`");
  SpeakerRecord out;
  out.speaker = snapshot.speakers.match(*meant);
  out.names = snapshot.speakers.forms_of(id);
  out.roles = roles_of(snapshot, id);
  out.dealings = dealings(snapshot, id, turns);
  turns.lock.unlock();
  std::vector<Spoken> spoken = spoken_by(snapshot, id, filter);
  if (!filter.about.empty()) keep_about(snapshot, filter.about, spoken);
  for (const Spoken& one : spoken) {
    const std::string month = one.day.substr(0, 7);
    if (out.months.empty() || out.months.back().first != month) out.months.emplace_back(month, 0);
    ++out.months.back().second;
  }
  // From the latest back; an utterance stands where its latest report does.
  std::set<std::string> seen;
  for (auto one = spoken.rbegin(); one != spoken.rend() && !out.more; ++one) {
    const auto members = snapshot.utterances.of(one->statement);
    if (!seen.insert(members->id).second || seen.size() <= filter.offset) continue;
    out.more = out.utterances.size() == filter.limit;
    if (!out.more) out.utterances.push_back(snapshot.utterance(*members));
  }
  put_in_order(out.utterances);
  return out;
}

}  // namespace onrecord::ledger
