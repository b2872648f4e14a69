// A page of one speaker's record, of which a long one is never read whole.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

struct Spoken {
  std::string day;  // when it was said, else published; empty where neither is known
  std::int64_t statement = 0;
};

// All statements of the speaker between the days, the earliest first.
std::vector<Spoken> spoken_by(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter) {
  const auto named = snapshot.speakers.whole_names(id);
  const std::string rows =
      named ? fmt::format("[{}]", fmt::join(*named, ",")) : speaker_rows(snapshot, {std::string(id)});
  Query query = snapshot.database.query(
      named ? "SELECT day, statement FROM spoken WHERE named IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"
            : "SELECT coalesce(s.said_from, a.published, ''), s.number FROM statement s JOIN article a ON a.number = "
              "s.article WHERE s.speaker IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2");
  query.bind(std::string_view(rows));
  const std::string since = iso_or_nothing(filter.since).value_or(""),
                    until = iso_or_nothing(filter.until).value_or("");
  std::vector<Spoken> spoken;
  while (query.step()) {
    const std::string_view day = query.text(0);
    if (between(day, day, since, until)) spoken.push_back({std::string(day), query.integer(1)});
  }
  return spoken;
}

// Leaves those whose content has the words.
void keep_about(const Database& database, std::string_view about, std::vector<Spoken>& spoken) {
  const std::string match = match_of(about, "content");
  if (match.empty()) return spoken.clear();
  Query query = database.query("SELECT rowid FROM statement_search WHERE statement_search MATCH ? ORDER BY rowid");
  query.bind(std::string_view(match));
  std::vector<std::int64_t> having;
  while (query.step()) having.push_back(query.integer(0));
  std::erase_if(spoken,
                [&](const Spoken& one) { return !std::binary_search(having.begin(), having.end(), one.statement); });
}

}  // namespace

SpeakerRecord speaker(Snapshot& snapshot, std::string_view id, const SpeakerFilter& filter) {
  const auto meant = snapshot.speakers.speaker_of_id(id);
  if (!meant)
    fail(snapshot.database.path(), "no speaker bears the id " + std::string(id), "take the id from `onrecord search`");
  SpeakerRecord out;
  out.speaker = snapshot.speakers.match(*meant);
  out.names = snapshot.speakers.forms_of(id);
  std::vector<Spoken> spoken = spoken_by(snapshot, id, filter);
  if (!filter.about.empty()) keep_about(snapshot.database, filter.about, spoken);
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
