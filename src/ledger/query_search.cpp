// Full text over statements.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

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

// Words that more statements than this bear are answered with the latest: ranking them all takes long, and by one
// common word no statement is better than another.
constexpr std::int64_t most_ranked = 3000;
// So many of the latest articles are looked through one by one before all that match are sorted.
constexpr int most_walked = 400;

// Parameters of all: ?1 the words, ?2 the speakers' rows, ?3 the outlets, ?4 the form, ?5 and ?6 the days.
constexpr std::string_view of_speakers =
    "(?2 IS NULL OR s.speaker IN (SELECT value FROM json_each(?2))) AND (?4 IS NULL OR s.form = ?4) AND ";
// The same where ?2 lists rows of `named`, which are far fewer.
constexpr std::string_view of_names =
    "(?2 IS NULL OR (SELECT n.number FROM speaker p JOIN named n ON n.name_key = p.name_key AND n.kind = p.kind AND "
    "n.merges = p.merges WHERE p.number = s.speaker) IN (SELECT value FROM json_each(?2))) AND (?4 IS NULL OR s.form = "
    "?4) AND ";
constexpr std::string_view outlet_filter = "(?3 IS NULL OR a.outlet IN (SELECT value FROM json_each(?3)))";
constexpr std::string_view with_words =
    "SELECT s.number FROM statement_search f JOIN statement s ON s.number = f.rowid JOIN article a ON a.number = "
    "s.article WHERE f.statement_search MATCH ?1 AND ";
constexpr std::string_view without_words =
    "SELECT s.number FROM statement s JOIN article a ON a.number = s.article WHERE ?1 = '' AND ";
// An article's statements are numbered one after the other.
constexpr std::string_view all_of_one_article =
    "SELECT s.number FROM statement s JOIN article a ON a.number = s.article WHERE s.number BETWEEN ?8 AND ?9 AND ?1 = "
    "'' AND ";
constexpr std::string_view words_in_one_article =
    "SELECT s.number FROM statement_search f JOIN statement s ON s.number = f.rowid JOIN article a ON a.number = "
    "s.article WHERE f.statement_search MATCH ?1 AND f.rowid BETWEEN ?8 AND ?9 AND ";

struct Bound {
  std::string match;
  std::optional<std::string> rows, outlets, form, since, until;

  Query& to(Query& query) const {
    return query.bind(std::string_view(match)).bind(rows).bind(outlets).bind(form).bind(since).bind(until);
  }
};

std::vector<std::int64_t> numbers_of(Query& query) {
  std::vector<std::int64_t> numbers;
  while (query.step()) numbers.push_back(query.integer(0));
  query.reset();
  return numbers;
}

bool is_common(const Database& database, const std::string& match) {
  Query query =
      database.query("SELECT count(*) FROM (SELECT 1 FROM statement_search WHERE statement_search MATCH ?1 LIMIT ?2)");
  query.bind(std::string_view(match)).bind(most_ranked + 1);
  return query.step() && query.integer(0) > most_ranked;
}

// The rows of `named` that the speakers stand for; nothing where one of them stands for part of a name.
std::optional<std::vector<std::int64_t>> names_of(Snapshot& snapshot, const std::vector<std::string>& speakers) {
  std::vector<std::int64_t> names;
  for (const std::string& speaker : speakers) {
    const auto named = snapshot.speakers.whole_names(speaker);
    if (!named) return std::nullopt;
    names.insert(names.end(), named->begin(), named->end());
  }
  return names;
}

// One of the latest statements, in the order of answers.
struct Placed {
  std::string day, article;
  std::int64_t ordinal = 0, number = 0;
};

// The latest that these names said, each name's own latest put together.
std::vector<std::int64_t> latest_of(const Database& database, const std::vector<std::int64_t>& names,
                                    const SearchFilter& filter, const Bound& bound) {
  // Read once, a common word's statements are looked up faster than the index is asked about each of the names'.
  std::vector<std::int64_t> having;
  const bool worded = !bound.match.empty();
  if (worded) {
    Query match = database.query("SELECT rowid FROM statement_search WHERE statement_search MATCH ? ORDER BY rowid");
    match.bind(std::string_view(bound.match));
    having = numbers_of(match);
  }
  Query spoken = database.query("SELECT statement, day FROM spoken WHERE named = ? ORDER BY day DESC, statement");
  Query one = database.query(
      "SELECT a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article WHERE s.number = ?8 AND ?2 "
      "IS "
      "NULL AND ?1 IS ?1 AND ?7 IS NULL AND (?4 IS NULL OR s.form = ?4) AND " +
      std::string(outlet_filter) + " AND " + between_days(5));
  std::vector<Placed> placed;
  for (const std::int64_t named : names) {
    spoken.bind(named);
    std::size_t taken = 0;
    std::string last_day;
    // To the end of a day, which is put in order below.
    while (spoken.step() && (taken < filter.limit || spoken.text(1) == last_day)) {
      const std::int64_t number = spoken.integer(0);
      if (worded && !std::binary_search(having.begin(), having.end(), number)) continue;
      bound.to(one).bind_null().bind(number);
      if (one.step()) {
        ++taken;
        last_day = spoken.text(1);
        placed.push_back({last_day, std::string(one.text(0)), one.integer(1), number});
      }
      one.reset();
    }
    spoken.reset();
  }
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::tie(b.day, a.article, a.ordinal) < std::tie(a.day, b.article, b.ordinal);
  });
  std::vector<std::int64_t> numbers;
  for (const Placed& place : placed) numbers.push_back(place.number);
  return numbers;
}

// The best that match, ranked by the index alone; what stands beside a statement is read only where its rank is
// reached.
std::vector<std::int64_t> best_of(const Database& database, const Bound& bound, std::string_view filter,
                                  std::size_t wanted) {
  Query match = database.query("SELECT rank, rowid FROM statement_search WHERE statement_search MATCH ?");
  match.bind(std::string_view(bound.match));
  std::vector<std::pair<double, std::int64_t>> ranked;
  while (match.step()) ranked.emplace_back(match.real(0), match.integer(1));
  std::sort(ranked.begin(), ranked.end());
  Query one = database.query(
      "SELECT a.handle, s.ordinal FROM statement s JOIN article a ON a.number = s.article WHERE s.number = ?8 AND ?1 "
      "IS "
      "?1 AND ?7 IS NULL AND " +
      std::string(filter) + std::string(outlet_filter) + " AND " + between_days(5));
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < ranked.size() && numbers.size() < wanted;) {
    std::vector<Placed> equals;
    for (const double rank = ranked[i].first; i < ranked.size() && ranked[i].first <= rank; ++i) {
      bound.to(one).bind_null().bind(ranked[i].second);
      if (one.step()) equals.push_back({"", std::string(one.text(0)), one.integer(1), ranked[i].second});
      one.reset();
    }
    std::sort(equals.begin(), equals.end(), [](const Placed& a, const Placed& b) {
      return std::tie(a.article, a.ordinal) < std::tie(b.article, b.ordinal);
    });
    for (const Placed& equal : equals) numbers.push_back(equal.number);
  }
  return numbers;
}

// The latest that match, looked for in one article after the other; nothing where they lie too far apart.
std::optional<std::vector<std::int64_t>> walked(const Database& database, const Bound& bound, std::size_t wanted) {
  Query articles = database.query(
      "SELECT (SELECT min(number) FROM statement WHERE article = a.number), "
      "(SELECT max(number) FROM statement WHERE article = a.number) FROM article a WHERE " +
      std::string(bound.outlets ? "a.outlet IN (SELECT value FROM json_each(?1))" : "?1 IS NULL") +
      " AND (?2 IS NULL OR a.published <= ?2) ORDER BY a.published DESC, a.handle");
  articles.bind(bound.outlets).bind(bound.until);
  Query inside =
      database.query(std::string(bound.match.empty() ? all_of_one_article : words_in_one_article) +
                     std::string(of_speakers) + between_days(5) + " AND ?3 IS ?3 AND ?7 IS NULL ORDER BY s.ordinal");
  std::vector<std::int64_t> numbers;
  for (int walked = 0; numbers.size() < wanted && articles.step(); ++walked) {
    if (walked >= most_walked) return std::nullopt;
    if (articles.is_null(0)) continue;
    bound.to(inside).bind_null().bind(articles.integer(0)).bind(articles.integer(1));
    for (const std::int64_t number : numbers_of(inside)) numbers.push_back(number);
  }
  // What was said by then and reported later comes behind all this.
  if (bound.until && numbers.size() < wanted) return std::nullopt;
  return numbers;
}

}  // namespace

std::vector<LedgerStatement> search(Snapshot& snapshot, std::string_view words, const SearchFilter& filter) {
  std::vector<LedgerStatement> found;
  const std::string match = match_of(words, "content speaker cue");
  const bool worded = !match.empty();
  if (!worded && (!words.empty() || (filter.speakers.empty() && !filter.outlet))) return found;
  const Database& database = snapshot.database;
  Bound bound;
  bound.match = match;
  bound.since = iso_or_nothing(filter.since);
  bound.until = iso_or_nothing(filter.until);
  if (filter.outlet) bound.outlets = to_column(outlets(database, *filter.outlet));
  if (filter.form) bound.form = onrecord::to_text(*filter.form);
  const bool best_first = worded && !is_common(database, match);
  std::optional<std::vector<std::int64_t>> numbers;
  std::optional<std::vector<std::int64_t>> names;
  if (!filter.speakers.empty()) names = names_of(snapshot, filter.speakers);
  if (!best_first && names) {
    numbers = latest_of(database, *names, filter, bound);
  } else if (!best_first) {
    numbers = walked(database, bound, filter.limit);
  }
  if (!numbers) {
    if (names) {
      bound.rows = fmt::format("[{}]", fmt::join(*names, ","));
    } else if (!filter.speakers.empty()) {
      bound.rows = speaker_rows(snapshot, filter.speakers);
    }
  }
  const std::string_view speakers = names ? of_names : of_speakers;
  if (best_first) numbers = best_of(database, bound, speakers, filter.limit);
  if (!numbers) {
    Query query =
        database.query(std::string(worded ? with_words : without_words) + std::string(speakers) +
                       std::string(outlet_filter) + " AND " + between_days(5) +
                       " ORDER BY ?6 IS NOT NULL AND a.published > ?6, a.published DESC, a.handle, s.ordinal LIMIT ?7");
    bound.to(query).bind(static_cast<std::int64_t>(filter.limit));
    numbers = numbers_of(query);
  }
  for (std::size_t i = std::min(filter.offset, numbers->size()); i < std::min(filter.limit, numbers->size()); ++i)
    found.push_back(snapshot.statement((*numbers)[i]));
  return found;
}

}  // namespace onrecord::ledger
