// One thing by its id.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ledger/queries.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t least_digits = 4;  // of an article's ledger id that is not written out
constexpr std::size_t latest_shown = 20;

[[noreturn]] void unknown(const Snapshot& snapshot, std::string_view id) {
  fail_at_id(snapshot.database.path(), fmt::format("nothing in the ledger bears the id {}", id),
             "take an id from `onrecord search`, `changes` or `timeline`");
}

// The only handle that begins so; empty where there is none.
std::string handle_beginning(Snapshot& snapshot, std::string_view digits) {
  const bool hexadecimal = digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (digits.size() < least_digits || digits.size() > 16 || !hexadecimal) return {};
  // "g" stands behind all digits.
  const std::string behind = std::string(digits) + "g";
  Query query = snapshot.database.query("SELECT handle FROM article WHERE handle >= ? AND handle < ? LIMIT 2");
  query.bind(digits).bind(std::string_view(behind));
  std::string handle;
  while (query.step()) {
    if (!handle.empty())
      fail_at_id(snapshot.database.path(), fmt::format("several articles' ids begin with {}", digits),
                 "write out more of it");
    handle = query.text(0);
  }
  return handle;
}

Shown show_speaker(Snapshot& snapshot, std::string_view id) {
  const SpeakerMatches matches = snapshot.speakers.find(id);
  const auto members = snapshot.speakers.members(id);
  if (members.empty()) unknown(snapshot, id);
  SpeakerPage page;
  if (matches.matches.empty()) {
    page.speaker.speaker = snapshot.speakers.of(members.front());
  } else {
    page.speaker = matches.matches.front();
  }
  page.names = snapshot.speakers.names_of(members);
  const std::string rows = speaker_rows(snapshot, {std::string(id)});
  Query query = snapshot.database.query(
      "SELECT s.number FROM statement s JOIN article a ON a.number = s.article "
      "WHERE s.speaker IN (SELECT value FROM json_each(?)) "
      "ORDER BY coalesce(s.said_from, a.published) DESC NULLS LAST, a.handle, s.ordinal LIMIT ?");
  query.bind(std::string_view(rows)).bind(static_cast<std::int64_t>(latest_shown));
  while (query.step()) page.latest.push_back(snapshot.statement(query.integer(0)));
  return page;
}

Shown show_article(Snapshot& snapshot, std::string_view sql, std::string_view id) {
  Query query = snapshot.database.query(sql);
  query.bind(id);
  if (!query.step()) unknown(snapshot, id);
  return snapshot.record(*snapshot.article(query.integer(0)));
}

Shown show_turn(Snapshot& snapshot, std::string_view id, Query& query, TurnKind kind) {
  if (!query.step()) unknown(snapshot, id);
  TurnRow row;
  row.kind = kind;
  row.number = query.integer(0);
  row.type = relation_type(query.text(1)).value_or(RelationType::responds);
  row.from = query.integer(2);
  row.to = query.is_null(3) ? 0 : query.integer(3);
  if (kind == TurnKind::across && query.text(4) == "candidate") row.kind = TurnKind::candidate;
  return snapshot.turn(row);
}

}  // namespace

Shown show(Snapshot& snapshot, std::string_view id) {
  const Database& database = snapshot.database;
  if (id.starts_with('~')) return show_speaker(snapshot, id);
  // An own id may look like anything, so it comes before all that is cut apart below.
  Query own = database.query("SELECT 1 FROM article WHERE id = ?");
  own.bind(id);
  if (own.step())
    return show_article(snapshot, "SELECT number FROM article WHERE id = ? ORDER BY published DESC, key DESC LIMIT 1",
                        id);
  if (id.starts_with('x')) {
    Query query = database.query(
        "SELECT number, type, from_statement, to_statement, nature FROM across_relation WHERE handle = ?");
    query.bind(id);
    return show_turn(snapshot, id, query, TurnKind::across);
  }
  const std::size_t dash = std::min(id.find('-'), id.size());
  const std::string handle = handle_beginning(snapshot, id.substr(0, dash));
  if (handle.empty()) unknown(snapshot, id);
  if (dash == id.size()) return show_article(snapshot, "SELECT number FROM article WHERE handle = ?", handle);
  const std::string_view part = id.substr(dash + 1);
  std::int64_t ordinal = 0;
  const auto [end, error] =
      std::from_chars(part.data() + std::min<std::size_t>(1, part.size()), part.data() + part.size(), ordinal);
  if (part.size() < 2 || error != std::errc() || end != part.data() + part.size()) unknown(snapshot, id);
  if (part.front() == 'p') return show_speaker(snapshot, fmt::format("{}-p{}", handle, ordinal));
  if (part.front() == 'r') {
    Query query = database.query(
        "SELECT r.number, r.type, r.from_statement, r.to_statement FROM relation r JOIN article a ON a.number = "
        "r.article "
        "WHERE a.handle = ? AND r.ordinal = ?");
    query.bind(std::string_view(handle)).bind(ordinal);
    return show_turn(snapshot, id, query, TurnKind::inside);
  }
  if (part.front() != 's' && part.front() != 'u') unknown(snapshot, id);
  Query query = database.query(
      "SELECT s.number FROM statement s JOIN article a ON a.number = s.article WHERE a.handle = ? AND s.ordinal = ?");
  query.bind(std::string_view(handle)).bind(ordinal);
  if (!query.step()) unknown(snapshot, id);
  return snapshot.utterance(*snapshot.utterances.of(query.integer(0)));
}

}  // namespace onrecord::ledger
