#include "ledger/speaker_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/columns.h"
#include "ledger/enum_text.h"
#include "ledger/keys.h"
#include "ledger/speaker_groups.h"
#include "ledger/verdict_writer.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t with_roles = 50;

std::string json_of(const std::vector<std::int64_t>& numbers) { return fmt::format("[{}]", fmt::join(numbers, ",")); }

}  // namespace

SpeakerIndex::SpeakerIndex(const Database& database, const std::vector<Verdict>& verdicts)
    : database_(database),
      by_number_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker WHERE number = ?")),
      by_handle_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker WHERE handle = ?")),
      bearers_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker "
                              "WHERE name_key = ? AND kind = ? AND merges = ? ORDER BY handle LIMIT ?")),
      smallest_(database.query("SELECT min(handle) FROM speaker WHERE name_key = ? AND kind = ? AND merges = 1")),
      name_of_(database.query("SELECT f.form FROM named n JOIN named_form f ON f.named = n.number WHERE n.name_key = ? "
                              "AND n.kind = ? AND n.merges = 1 ORDER BY f.bearers DESC, length(f.form) DESC, f.form "
                              "LIMIT 1")),
      named_(database.query("SELECT number FROM named WHERE name_key = ? AND kind = ? AND merges = ?")),
      tally_(database.query("SELECT statements, articles FROM named WHERE number = ?")),
      roles_(
          database.query("SELECT role FROM named_role WHERE named = ? ORDER BY bearers DESC, length(role) DESC, role "
                         "LIMIT 5")),
      count_(database.query("SELECT count(*), count(DISTINCT article) FROM statement "
                            "WHERE speaker IN (SELECT value FROM json_each(?))")) {
  judge(verdicts);
}

std::vector<SpeakerIndex::Row> SpeakerIndex::rows(Query& query) const {
  std::vector<Row> found;
  while (query.step()) {
    Row& row = found.emplace_back();
    row.number = query.integer(0);
    row.handle = query.text(1);
    row.name = query.text(2);
    row.name_key = query.text(3);
    row.kind = query.text(4);
    row.merges = query.integer(5) != 0;
  }
  query.reset();
  return found;
}

std::vector<SpeakerIndex::Row> SpeakerIndex::bearers(const NameAndKind& name, bool merging, std::int64_t limit) {
  bearers_.bind(std::string_view(name.first))
      .bind(std::string_view(name.second))
      .bind(std::int64_t{merging})
      .bind(limit);
  return rows(bearers_);
}

void SpeakerIndex::judge(const std::vector<Verdict>& verdicts) {
  std::vector<SpeakerVerdict> standing = standing_verdicts(verdicts);
  if (standing.empty()) return;
  // All rows that a verdict names and all that are one with them by name.
  std::map<std::string, Row> touched;
  std::set<NameAndKind> names;
  for (const SpeakerVerdict& verdict : standing) {
    for (const std::string& handle : {verdict.one, verdict.other}) {
      by_handle_.bind(std::string_view(handle));
      for (Row& row : rows(by_handle_)) {
        if (row.merges) names.emplace(row.name_key, row.kind);
        judged_names_.emplace(row.name_key, row.kind);
        touched.emplace(row.handle, std::move(row));
      }
    }
  }
  for (const NameAndKind& name : names) {
    for (Row& row : bearers(name, true)) touched.emplace(row.handle, std::move(row));
  }
  Query roles = database_.query("SELECT roles FROM speaker WHERE number = ?");
  std::vector<GroupedSpeaker> speakers;
  std::vector<std::int64_t> numbers;
  for (const auto& [handle, row] : touched) {
    GroupedSpeaker& speaker = speakers.emplace_back();
    speaker.handle = handle;
    if (row.merges) speaker.name = row.kind + " " + row.name_key;
    roles.bind(row.number);
    if (roles.step()) {
      for (const Role& role : roles_of(roles.text(0)).value_or(std::vector<Role>{})) speaker.roles.push_back(role.text);
    }
    roles.reset();
    numbers.push_back(row.number);
  }
  for (const std::vector<std::size_t>& members : group_speakers(speakers, standing)) {
    Group& group = groups_.emplace_back();
    for (const std::size_t member : members) {
      group.members.push_back(numbers[member]);
      judged_[numbers[member]] = groups_.size() - 1;
    }
    const Row& first = touched.at(speakers[members.front()].handle);
    const auto forms = names_of(group.members);
    group.speaker = {first.handle, forms.empty() ? first.name : forms.front(),
                     kind_of(first.kind).value_or(SpeakerKind::unknown)};
  }
}

LedgerSpeaker SpeakerIndex::plain(const Row& row) {
  if (!row.merges) return {row.handle, row.name, kind_of(row.kind).value_or(SpeakerKind::unknown)};
  const auto [found, fresh] = plain_.try_emplace({row.name_key, row.kind});
  LedgerSpeaker& speaker = found->second;
  if (fresh) {
    speaker.kind = kind_of(row.kind).value_or(SpeakerKind::unknown);
    smallest_.bind(std::string_view(row.name_key)).bind(std::string_view(row.kind));
    if (smallest_.step()) speaker.id = smallest_.text(0);
    smallest_.reset();
    name_of_.bind(std::string_view(row.name_key)).bind(std::string_view(row.kind));
    if (name_of_.step()) speaker.name = name_of_.text(0);
    name_of_.reset();
  }
  return speaker;
}

LedgerSpeaker SpeakerIndex::of(std::int64_t number) {
  if (const auto judged = judged_.find(number); judged != judged_.end()) return groups_[judged->second].speaker;
  by_number_.bind(number);
  const auto found = rows(by_number_);
  return found.empty() ? LedgerSpeaker{} : plain(found.front());
}

std::vector<std::int64_t> SpeakerIndex::members(std::string_view id) {
  std::vector<std::int64_t> numbers;
  if (id.starts_with('~')) {
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos) return numbers;
    for (const Row& row : bearers({std::string(id.substr(colon + 1)), std::string(id.substr(1, colon - 1))}, false)) {
      if (!judged_.contains(row.number)) numbers.push_back(row.number);
    }
    return numbers;
  }
  by_handle_.bind(id);
  const auto found = rows(by_handle_);
  if (found.empty()) return numbers;
  const Row& row = found.front();
  if (const auto judged = judged_.find(row.number); judged != judged_.end()) return groups_[judged->second].members;
  if (!row.merges) return {row.number};
  for (const Row& bearer : bearers({row.name_key, row.kind}, true)) numbers.push_back(bearer.number);
  return numbers;
}

std::optional<std::int64_t> SpeakerIndex::whole_name(std::string_view id) {
  NameAndKind name;
  bool merging = false;
  if (id.starts_with('~')) {
    const std::size_t colon = std::min(id.find(':'), id.size() - 1);
    name = {std::string(id.substr(colon + 1)), std::string(id.substr(1, colon - 1))};
  } else {
    by_handle_.bind(id);
    const auto found = rows(by_handle_);
    if (found.empty() || !found.front().merges) return std::nullopt;
    name = {found.front().name_key, found.front().kind};
    merging = true;
  }
  if (judged_names_.contains(name)) return std::nullopt;
  named_.bind(std::string_view(name.first)).bind(std::string_view(name.second)).bind(std::int64_t{merging});
  std::optional<std::int64_t> number;
  if (named_.step()) number = named_.integer(0);
  named_.reset();
  return number;
}

void SpeakerIndex::add_bearers(const NameAndKind& name, std::vector<LedgerSpeaker>& found) {
  // Where no verdict names them, the first two tell all: those that merge are one, of the others there is one or many.
  const std::int64_t limit = judged_names_.contains(name) ? -1 : 2;
  bool loose = false;
  for (const bool merging : {true, false}) {
    const auto all = bearers(name, merging, limit);
    bool unjudged = false;
    for (const Row& row : all) {
      if (const auto judged = judged_.find(row.number); judged != judged_.end()) {
        found.push_back(groups_[judged->second].speaker);
      } else if (!unjudged && merging) {
        unjudged = true;
        found.push_back(plain(row));
      } else if (!merging && !loose) {
        loose = true;
        const bool alone = all.size() == 1;
        found.push_back(alone ? plain(row)
                              : LedgerSpeaker{"~" + name.second + ":" + name.first, row.name,
                                              kind_of(row.kind).value_or(SpeakerKind::unknown)});
      }
    }
  }
}

SpeakerMatch SpeakerIndex::match(const LedgerSpeaker& speaker) {
  SpeakerMatch match;
  match.speaker = speaker;
  count(match);
  add_roles(match);
  return match;
}

void SpeakerIndex::count(SpeakerMatch& match) {
  std::string list;
  const auto named = whole_name(match.speaker.id);
  if (!named) list = json_of(members(match.speaker.id));
  Query& query = named ? tally_ : count_;
  named ? query.bind(*named) : query.bind(std::string_view(list));
  if (query.step()) {
    match.statements = static_cast<std::size_t>(query.integer(0));
    match.articles = static_cast<std::size_t>(query.integer(1));
  }
  query.reset();
}

void SpeakerIndex::add_roles(SpeakerMatch& match) {
  const auto named = whole_name(match.speaker.id);
  if (named && !match.speaker.id.starts_with('~')) {
    roles_.bind(*named);
    while (roles_.step()) match.roles.emplace_back(roles_.text(0));
    return roles_.reset();
  }
  const std::string list = json_of(members(match.speaker.id));
  Query roles = database_.query(
      "SELECT json_extract(role.value, '$[0]') FROM speaker, json_each(roles) role "
      "WHERE number IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY count(*) DESC, length(role.value) DESC, 1 "
      "LIMIT 5");
  roles.bind(std::string_view(list));
  while (roles.step()) match.roles.emplace_back(roles.text(0));
}

std::vector<std::string> SpeakerIndex::names_of(const std::vector<std::int64_t>& numbers) const {
  const std::string list = json_of(numbers);
  Query query = database_.query(
      "SELECT name FROM speaker WHERE number IN (SELECT value FROM json_each(?)) GROUP BY name "
      "ORDER BY count(*) DESC, length(name) DESC, name");
  query.bind(std::string_view(list));
  std::vector<std::string> names;
  while (query.step()) names.emplace_back(query.text(0));
  return names;
}

std::optional<LedgerSpeaker> SpeakerIndex::speaker_of_id(std::string_view id) {
  if (id.starts_with('~')) {
    const auto rows_of_id = members(id);
    if (rows_of_id.empty()) return std::nullopt;
    return LedgerSpeaker{std::string(id), names_of(rows_of_id).front(), of(rows_of_id.front()).kind};
  }
  by_handle_.bind(id);
  const auto found = rows(by_handle_);
  if (found.empty()) return std::nullopt;
  const auto judged = judged_.find(found.front().number);
  return judged != judged_.end() ? groups_[judged->second].speaker : plain(found.front());
}

std::vector<std::string> SpeakerIndex::forms_of(std::string_view id) {
  const auto named = id.starts_with('~') ? std::nullopt : whole_name(id);
  if (!named) return names_of(members(id));
  Query query =
      database_.query("SELECT form FROM named_form WHERE named = ? ORDER BY bearers DESC, length(form) DESC, form");
  query.bind(*named);
  std::vector<std::string> forms;
  while (query.step()) forms.emplace_back(query.text(0));
  return forms;
}

SpeakerMatches SpeakerIndex::find(std::string_view name) {
  SpeakerMatches matches;
  std::vector<LedgerSpeaker> found;
  if (const auto meant = speaker_of_id(name)) {
    matches.by = NameMatch::id;
    found.push_back(*meant);
  }
  const std::string key = name_key(name);
  std::vector<NameAndKind> whole, parts;
  if (found.empty() && !key.empty()) {
    // Whoever is meant bears the last word that was asked for.
    const std::string last = key.substr(key.rfind(' ') + 1);
    Query names = database_.query(
        "SELECT DISTINCT n.name_key, n.kind FROM named_word w JOIN named n ON n.number = w.named WHERE w.word = ? "
        "ORDER BY n.name_key, n.kind");
    names.bind(std::string_view(last));
    while (names.step()) {
      const std::string_view bears = names.text(0);
      const auto kind = kind_of(names.text(1)).value_or(SpeakerKind::unknown);
      // A single name is all of a person's name only where nobody bears more of it.
      const bool single = kind == SpeakerKind::person && key.find(' ') == std::string::npos;
      if (bears == key && !single) {
        whole.emplace_back(bears, names.text(1));
      } else if (means(key, bears, kind)) {
        parts.emplace_back(bears, names.text(1));
      }
    }
    matches.by = !whole.empty() ? NameMatch::full_name : !parts.empty() ? NameMatch::part_of_name : NameMatch::nothing;
    for (const NameAndKind& bears : whole.empty() ? parts : whole) add_bearers(bears, found);
  }
  std::set<std::string> seen;
  for (const LedgerSpeaker& speaker : found) {
    if (seen.insert(speaker.id).second) count(matches.matches.emplace_back(SpeakerMatch{speaker, 0, 0, {}}));
  }
  std::erase_if(matches.matches, [](const SpeakerMatch& one) { return one.statements == 0; });
  std::stable_sort(matches.matches.begin(), matches.matches.end(), [](const SpeakerMatch& a, const SpeakerMatch& b) {
    return a.statements != b.statements ? a.statements > b.statements : a.speaker.id < b.speaker.id;
  });
  for (std::size_t i = 0; i < std::min(with_roles, matches.matches.size()); ++i) add_roles(matches.matches[i]);
  if (matches.matches.empty()) matches.by = NameMatch::nothing;
  return matches;
}

}  // namespace onrecord::ledger
