// Full text over statements.
#include <algorithm>
#include <tuple>

#include "ledger/queries.h"
#include "ledger/search_filter.h"

namespace onrecord::ledger {

namespace {

// Words that more statements than this bear are answered with the latest: ranking them all takes long, and by one
// common word no statement is better than another.
constexpr std::int64_t most_ranked = 1000;
// So many statements that have the words are read at once. Where there are more, so many of the latest articles are
// asked one by one whether they have them, and only then all are read.
constexpr std::int64_t most_read = 20'000;
constexpr int most_asked = 60;

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

// A statement in the order of answers; `later` are those that are told behind all others.
struct Placed {
  bool later = false;
  std::string day, article;
  std::int64_t ordinal = 0, number = 0;
};

bool before(const Placed& a, const Placed& b) {
  return std::tie(a.later, b.day, a.article, a.ordinal) < std::tie(b.later, a.day, b.article, b.ordinal);
}

std::vector<std::int64_t> in_order(std::vector<Placed> placed) {
  std::sort(placed.begin(), placed.end(), before);
  std::vector<std::int64_t> numbers;
  for (const Placed& place : placed) numbers.push_back(place.number);
  return numbers;
}

constexpr const char* place_of =
    "SELECT a.handle, s.ordinal, coalesce(a.published, '') FROM statement s JOIN article a ON a.number = s.article "
    "WHERE s.number = ?";

// The latest that these names said, each name's own latest put together.
std::vector<std::int64_t> latest_of(Snapshot& snapshot, SearchSieve& sieve, std::size_t wanted,
                                    const std::string& match) {
  const Database& database = snapshot.database;
  // Read once, a common word's statements are looked up faster than the index is asked about each of the names'.
  const KnownWords::Numbers worded = match.empty() ? nullptr : snapshot.words().all(database, match);
  Query spoken = database.query("SELECT statement, day FROM spoken WHERE named = ? ORDER BY day DESC, statement");
  Query one = database.query(place_of);
  std::vector<Placed> placed;
  for (const std::int64_t named : *sieve.names()) {
    spoken.bind(named);
    std::size_t taken = 0;
    std::string last_day;
    // To the end of a day, which is put in order below.
    while (spoken.step() && (taken < wanted || spoken.text(1) == last_day)) {
      const std::int64_t number = spoken.integer(0);
      if (worded && !std::ranges::binary_search(*worded, number)) continue;
      if (!sieve.passes(number)) continue;
      one.bind(number);
      if (one.step()) {
        ++taken;
        last_day = spoken.text(1);
        placed.push_back({false, last_day, std::string(one.text(0)), one.integer(1), number});
      }
      one.reset();
    }
    spoken.reset();
  }
  return in_order(std::move(placed));
}

// The best that match, ranked by the index alone; what stands beside a statement is read only where its rank is
// reached.
std::vector<std::int64_t> best_of(const Database& database, SearchSieve& sieve, std::size_t wanted,
                                  const std::string& match) {
  Query query = database.query("SELECT rank, rowid FROM statement_search WHERE statement_search MATCH ?");
  query.bind(std::string_view(match));
  std::vector<std::pair<double, std::int64_t>> ranked;
  while (query.step()) ranked.emplace_back(query.real(0), query.integer(1));
  std::sort(ranked.begin(), ranked.end());
  Query one = database.query(place_of);
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < ranked.size() && numbers.size() < wanted;) {
    std::vector<Placed> equals;
    for (const double rank = ranked[i].first; i < ranked.size() && ranked[i].first <= rank; ++i) {
      if (!sieve.passes(ranked[i].second)) continue;
      one.bind(ranked[i].second);
      if (one.step()) equals.push_back({false, "", std::string(one.text(0)), one.integer(1), ranked[i].second});
      one.reset();
    }
    const auto sorted = in_order(std::move(equals));
    numbers.insert(numbers.end(), sorted.begin(), sorted.end());
  }
  return numbers;
}

// Those of `numbers` that pass, the latest published first; behind them what was published after `until`.
std::vector<std::int64_t> latest_among(const Database& database, SearchSieve& sieve,
                                       const std::vector<std::int64_t>& numbers) {
  Query one = database.query(place_of);
  std::vector<Placed> placed;
  for (const std::int64_t number : numbers) {
    if (!sieve.passes(number)) continue;
    one.bind(number);
    if (one.step()) {
      const std::string published(one.text(2));
      const bool later = !sieve.until().empty() && published > sieve.until();
      placed.push_back({later, published, std::string(one.text(0)), one.integer(1), number});
    }
    one.reset();
  }
  return in_order(std::move(placed));
}

// Statements with the words, of one article after the other.
class WordsOfArticles {
 public:
  WordsOfArticles(Snapshot& snapshot, const std::string& match)
      : snapshot_(snapshot),
        match_(match),
        ends_(snapshot.database.query(
            "SELECT (SELECT number FROM statement WHERE article = ?1 ORDER BY ordinal LIMIT 1), "
            "(SELECT number FROM statement WHERE article = ?1 ORDER BY ordinal DESC LIMIT 1)")),
        inside_(snapshot.database.query(
            "SELECT rowid FROM statement_search WHERE statement_search MATCH ?1 AND rowid BETWEEN "
            "?2 AND ?3 ORDER BY rowid")) {
    if (!match.empty()) all_ = snapshot.words().some(snapshot.database, match, most_read);
  }

  std::vector<std::int64_t> of(std::int64_t article) {
    ends_.bind(article);
    // An article's statements are numbered one after the other.
    const bool any = ends_.step() && !ends_.is_null(0);
    const std::int64_t first = any ? ends_.integer(0) : 1, last = any ? ends_.integer(1) : 0;
    ends_.reset();
    std::vector<std::int64_t> numbers;
    if (match_.empty()) {
      for (std::int64_t number = first; number <= last; ++number) numbers.push_back(number);
    } else if (any && !all_ && asked_++ < most_asked) {
      inside_.bind(std::string_view(match_)).bind(first).bind(last);
      numbers = numbers_of(inside_);
    } else if (any) {
      const auto begin = std::ranges::lower_bound(all(), first);
      numbers.assign(begin, std::upper_bound(begin, all().end(), last));
    }
    return numbers;
  }

  bool has(std::int64_t statement) { return match_.empty() || std::ranges::binary_search(all(), statement); }

 private:
  const std::vector<std::int64_t>& all() {
    if (!all_) all_ = snapshot_.words().all(snapshot_.database, match_);
    return *all_;
  }

  Snapshot& snapshot_;
  const std::string& match_;
  Query ends_, inside_;
  int asked_ = 0;
  KnownWords::Numbers all_;
};

// Those that pass and have the words, though their articles were published outside of the days. What it costs to ask
// when an article was published is asked of few.
std::vector<std::int64_t> told_outside(const Database& database, SearchSieve& sieve, WordsOfArticles& words) {
  std::vector<std::int64_t> numbers;
  const auto take = [&](Query& told, const char* sql, const std::string& bound) {
    Query outside = database.query(sql);
    while (told.step()) {
      const std::int64_t number = told.integer(0);
      if (!words.has(number) || !sieve.passes(number)) continue;
      outside.bind(number).bind(std::string_view(bound));
      if (outside.step()) numbers.push_back(number);
      outside.reset();
    }
  };
  if (!sieve.until().empty()) {
    Query said = database.query("SELECT number FROM statement WHERE said_from <= ?");
    const std::string said_by = sieve.until() + "~";  // behind every day of a month or year
    said.bind(std::string_view(said_by));
    take(said,
         "SELECT 1 FROM statement s JOIN article a ON a.number = s.article "
         "WHERE s.number = ?1 AND (a.published IS NULL OR a.published > ?2)",
         sieve.until());
  }
  if (!sieve.since().empty()) {
    Query beyond = database.query("SELECT statement FROM statement_beyond");
    take(beyond,
         "SELECT 1 FROM statement s JOIN article a ON a.number = s.article "
         "WHERE s.number = ?1 AND (a.published IS NULL OR a.published < substr(?2, 1, length(a.published)))",
         sieve.since());
  }
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  numbers.erase(repeated.begin(), repeated.end());
  return numbers;
}

// The latest that match, looked for in one article after the other.
std::vector<std::int64_t> walked(Snapshot& snapshot, SearchSieve& sieve, std::size_t wanted, const std::string& match) {
  const Database& database = snapshot.database;
  // Each bound as the index of days can take it: only the articles between them are looked at. One of a month counts
  // where its month does, and none is told with less than a year.
  const std::string &since = sieve.since(), &until = sieve.until(), year = since.substr(0, 4);
  std::string sql = "SELECT number FROM article";
  if (!until.empty()) sql += " WHERE published <= ?";
  if (!since.empty()) {
    sql += until.empty() ? " WHERE" : " AND";
    sql += " published >= ? AND published >= substr(?, 1, length(published))";
  }
  Query articles = database.query(sql + " ORDER BY published DESC, handle");
  if (!until.empty()) articles.bind(std::string_view(until));
  if (!since.empty()) articles.bind(std::string_view(year)).bind(std::string_view(since));
  WordsOfArticles words(snapshot, match);
  std::vector<std::int64_t> numbers;
  while (numbers.size() < wanted && articles.step()) {
    if (!sieve.has_article(articles.integer(0))) continue;
    for (const std::int64_t number : words.of(articles.integer(0))) {
      if (sieve.passes(number)) numbers.push_back(number);
    }
  }
  if (numbers.size() >= wanted) return numbers;
  const auto rest = latest_among(database, sieve, told_outside(database, sieve, words));
  numbers.insert(numbers.end(), rest.begin(), rest.end());
  return numbers;
}

// Those of the listed that have the words.
std::vector<std::int64_t> listed_with(Snapshot& snapshot, const SearchSieve& sieve, const std::string& match) {
  if (match.empty()) return *sieve.listed();
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(*sieve.listed(), *snapshot.words().all(snapshot.database, match),
                                std::back_inserter(both));
  return both;
}

}  // namespace

std::vector<LedgerStatement> search(Snapshot& snapshot, std::string_view words, const SearchFilter& filter,
                                    std::optional<std::vector<std::int64_t>> related) {
  std::vector<LedgerStatement> found;
  const std::string match = match_of(words, "content speaker cue");
  const bool worded = !match.empty();
  if (!worded && (!words.empty() || (filter.speakers.empty() && !filter.outlet && !related))) return found;
  const Database& database = snapshot.database;
  SearchSieve sieve(snapshot, filter, std::move(related));
  std::vector<std::int64_t> numbers;
  if (worded && !is_common(database, match)) {
    numbers = best_of(database, sieve, filter.limit, match);
  } else if (sieve.listed()) {
    numbers = latest_among(database, sieve, listed_with(snapshot, sieve, match));
  } else if (sieve.names()) {
    numbers = latest_of(snapshot, sieve, filter.limit, match);
  } else {
    numbers = walked(snapshot, sieve, filter.limit, match);
  }
  for (std::size_t i = std::min(filter.offset, numbers.size()); i < std::min(filter.limit, numbers.size()); ++i)
    found.push_back(snapshot.statement(numbers[i]));
  return found;
}

}  // namespace onrecord::ledger
