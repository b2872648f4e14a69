#include "ledger/tally_check.h"

#include <fmt/format.h>

#include <array>

namespace onrecord::ledger {

namespace {

constexpr int most_told = 20;

// `kept` and `counted` give the same columns; the first of them names the row. Rows of `named` are known by what they
// stand for, so that a number that leads elsewhere is seen.
struct Tally {
  const char* table;
  const char* kept;
  const char* counted;
};

constexpr std::array<Tally, 9> tallies{{
    {"named", "SELECT name_key, kind, merges, bearers, statements, articles FROM named",
     "SELECT p.name_key, p.kind, p.merges, count(DISTINCT p.number), count(s.number), count(DISTINCT s.article) "
     "FROM speaker p LEFT JOIN statement s ON s.speaker = p.number GROUP BY 1, 2, 3"},
    {"named_word",
     "SELECT n.name_key, w.word, n.kind, n.merges FROM named_word w LEFT JOIN named n ON n.number = w.named",
     "SELECT DISTINCT n.name_key, w.value, n.kind, n.merges FROM named n, "
     "json_each('[' || replace(json_quote(n.name_key), ' ', '\",\"') || ']') w WHERE w.value <> ''"},
    {"named_form",
     "SELECT n.name_key, n.kind, f.form, f.bearers FROM named_form f LEFT JOIN named n ON n.number = f.named",
     "SELECT name_key, kind, name, count(*) FROM speaker WHERE merges = 1 GROUP BY 1, 2, 3"},
    {"named_role",
     "SELECT n.name_key, n.kind, r.role, r.bearers, r.first, r.last FROM named_role r "
     "LEFT JOIN named n ON n.number = r.named",
     "SELECT p.name_key, p.kind, json_extract(r.value, '$[0]'), count(*), min(a.published), max(a.published) "
     "FROM speaker p JOIN article a ON a.number = p.article, json_each(p.roles) r WHERE p.merges = 1 GROUP BY 1, 2, 3"},
    {"named_sound", "SELECT n.name_key, s.sound FROM named_sound s LEFT JOIN named n ON n.number = s.named",
     "SELECT name_key, name_sound(name_key) FROM named WHERE kind = 'person' AND merges = 1 AND name_sound(name_key) "
     "<> ''"},
    {"spoken", "SELECT k.statement, k.day, k.named FROM spoken k",
     "SELECT statement, coalesce(first, ''), named FROM statement_place WHERE named IS NOT NULL"},
    {"statement_place",
     "SELECT l.statement, l.article, n.name_key, n.kind, n.merges, l.form, l.first, l.last FROM statement_place l "
     "LEFT JOIN named n ON n.number = l.named",
     "SELECT s.number, s.article, p.name_key, p.kind, p.merges, s.form, coalesce(s.said_from, a.published), "
     "nullif(coalesce(s.said_to, a.published), coalesce(s.said_from, a.published)) FROM statement s "
     "JOIN article a ON a.number = s.article LEFT JOIN speaker p ON p.number = s.speaker"},
    {"statement_beyond", "SELECT statement, last FROM statement_beyond",
     "SELECT p.statement, coalesce(p.last, p.first) FROM statement_place p JOIN article a ON a.number = p.article "
     "WHERE coalesce(p.last, p.first) > coalesce(a.published, '')"},
    {"outlet_tally", "SELECT outlet, articles, statements, direct, unnamed, indirect FROM outlet_tally",
     "SELECT coalesce(a.outlet, ''), count(DISTINCT a.number), count(s.number), coalesce(sum(s.form = 'direct'), 0), "
     "coalesce(sum(p.kind = 'unnamed'), 0), coalesce(sum(s.form = 'indirect'), 0) "
     "FROM article a LEFT JOIN statement s ON s.article = a.number LEFT JOIN speaker p ON p.number = s.speaker GROUP "
     "BY 1"},
}};

}  // namespace

void check_tallies(const Database& database, const std::function<void(std::string)>& differs) {
  for (const Tally& tally : tallies) {
    const auto tell = [&](const char* these, const char* not_those, const char* what) {
      Query query = database.query(fmt::format("SELECT * FROM ({} EXCEPT {}) LIMIT {}", these, not_those, most_told));
      while (query.step()) differs(fmt::format("tally {}: it {} for “{}”", tally.table, what, query.text(0)));
    };
    tell(tally.kept, tally.counted, "holds what a count does not give");
    tell(tally.counted, tally.kept, "lacks what a count gives");
  }
}

}  // namespace onrecord::ledger
