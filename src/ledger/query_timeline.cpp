// One speaker's utterances in the order they were said, with what became of each.
#include <algorithm>
#include <set>

#include "ledger/queries.h"

namespace onrecord::ledger {

void put_in_order(std::vector<Utterance>& utterances) {
  const auto first = [](const Utterance& utterance) -> const LedgerStatement& {
    return *std::min_element(utterance.reports.begin(), utterance.reports.end(), earlier);
  };
  std::sort(utterances.begin(), utterances.end(),
            [&](const Utterance& a, const Utterance& b) { return earlier(first(a), first(b)); });
}

Timeline timeline(Snapshot& snapshot, const std::vector<std::string>& speakers, std::string_view about) {
  Timeline out;
  for (const std::string& speaker : speakers) {
    const SpeakerMatches matches = snapshot.speakers.find(speaker);
    if (matches.by == NameMatch::id) out.speakers.push_back(matches.matches.front().speaker);
  }
  const std::string rows = speaker_rows(snapshot, speakers);
  const std::string match = match_of(about, "content");
  const bool asked = !about.empty();
  if (asked && match.empty()) return out;
  Query query = snapshot.database.query(
      std::string("SELECT s.number FROM statement s WHERE s.speaker IN (SELECT value FROM json_each(?1))") +
      (asked ? " AND s.number IN (SELECT rowid FROM statement_search WHERE statement_search MATCH ?2)" : "") +
      " ORDER BY s.article");
  query.bind(std::string_view(rows));
  if (asked) query.bind(std::string_view(match));
  std::set<std::string> seen;
  while (query.step()) {
    const auto members = snapshot.utterances.of(query.integer(0));
    if (seen.insert(members->id).second) out.utterances.push_back(snapshot.utterance(*members));
  }
  put_in_order(out.utterances);
  return out;
}

}  // namespace onrecord::ledger
