// How outlets quote.
#include <map>

#include "ledger/queries.h"

namespace onrecord::ledger {

std::vector<OutletCounts> outlets(const Database& database) {
  const auto number = [](const Query& query, int column) { return static_cast<std::size_t>(query.integer(column)); };
  std::map<std::string, std::size_t, std::less<>> altered;
  Query differing = database.query(
      "WITH tie AS (SELECT a, b FROM utterance_tie t WHERE kind = 'altered' AND NOT EXISTS "
      "(SELECT 1 FROM tie_withdrawal w WHERE w.what = 'utterance_tie' AND w.row = t.number)) "
      "SELECT coalesce(a.outlet, ''), count(DISTINCT s.number) "
      "FROM (SELECT a AS statement FROM tie UNION SELECT b FROM tie) d "
      "JOIN statement s ON s.number = d.statement JOIN article a ON a.number = s.article GROUP BY 1");
  while (differing.step()) altered.emplace(differing.text(0), number(differing, 1));
  std::vector<OutletCounts> rows;
  Query query = database.query(
      "SELECT nullif(outlet, ''), articles, statements, direct, unnamed, indirect FROM outlet_tally "
      "ORDER BY statements DESC, nullif(outlet, '')");
  while (query.step()) {
    OutletCounts row;
    row.outlet = query.maybe_text(0);
    row.articles = number(query, 1);
    row.statements = number(query, 2);
    row.direct = number(query, 3);
    row.unnamed = number(query, 4);
    row.indirect = number(query, 5);
    const auto found = altered.find(row.outlet.value_or(""));
    row.altered = found == altered.end() ? 0 : found->second;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace onrecord::ledger
