// Full text over statements.
#include "ledger/columns.h"
#include "ledger/queries.h"
#include "text/text.h"

namespace onrecord::ledger {

namespace {

// The outlets that bear this name in any case, as a JSON list of the texts of the file.
std::vector<std::string> outlets(const Database& database, const std::string& name) {
  std::vector<std::string> found;
  if (first_invalid_utf8(name) != name.size()) return found;
  const std::string wanted = lower(name);
  Query query = database.query("SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL");
  while (query.step()) {
    const std::string_view outlet = query.text(0);
    if (first_invalid_utf8(outlet) == outlet.size() && lower(outlet) == wanted) found.emplace_back(outlet);
  }
  return found;
}

// With words, the best first; without, the latest first.
constexpr std::string_view with_words =
    "SELECT s.number FROM statement_search f JOIN statement s ON s.number = f.rowid JOIN article a ON a.number = "
    "s.article WHERE f.statement_search MATCH ?1 AND ";
constexpr std::string_view without_words =
    "SELECT s.number FROM statement s JOIN article a ON a.number = s.article WHERE ?1 = '' AND ";

}  // namespace

std::vector<LedgerStatement> search(Snapshot& snapshot, std::string_view words, const SearchFilter& filter) {
  std::vector<LedgerStatement> found;
  const std::string match = match_of(words, "content speaker cue");
  const bool worded = !match.empty();
  if (!worded && (!words.empty() || (filter.speakers.empty() && !filter.outlet))) return found;
  std::optional<std::string> rows, outlet_names, form;
  if (!filter.speakers.empty()) rows = speaker_rows(snapshot, filter.speakers);
  if (filter.outlet) outlet_names = to_column(outlets(snapshot.database, *filter.outlet));
  if (filter.form) form = onrecord::to_text(*filter.form);
  const auto since = iso_or_nothing(filter.since), until = iso_or_nothing(filter.until);
  Query query = snapshot.database.query(
      std::string(worded ? with_words : without_words) +
      "(?2 IS NULL OR s.speaker IN (SELECT value FROM json_each(?2))) "
      "AND (?3 IS NULL OR a.outlet IN (SELECT value FROM json_each(?3))) AND (?4 IS NULL OR s.form = ?4) AND " +
      between_days(5) + " ORDER BY " + (worded ? "f.rank" : "a.published DESC") + ", a.handle, s.ordinal LIMIT ?7");
  query.bind(std::string_view(match)).bind(rows).bind(outlet_names).bind(form).bind(since).bind(until);
  query.bind(static_cast<std::int64_t>(filter.limit));
  while (query.step()) found.push_back(snapshot.statement(query.integer(0)));
  return found;
}

}  // namespace onrecord::ledger
