#include "ledger/speaker_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ledger/bearers.h"
#include "ledger/columns.h"
#include "ledger/enum_text.h"
#include "ledger/keys.h"
#include "ledger/name_forms.h"
#include "ledger/queries.h"
#include "ledger/speaker_groups.h"
#include "ledger/verdict_writer.h"

namespace onrecord::ledger {

namespace {

constexpr std::size_t with_roles = 50;

// So many of the roles that a form of a name is called by are weighed, the most frequent first.
constexpr std::int64_t most_roles = 64;
// So many families that have a last name are counted; one with more is common.
constexpr std::int64_t most_families = 20;

std::string json_of(const std::vector<std::int64_t>& numbers) { return fmt::format("[{}]", fmt::join(numbers, ",")); }

// How the speakers of these rows of `named` are written, the most frequent first; `limit` below 0 means all.
std::vector<std::string> written_as(const Database& database, const std::vector<std::int64_t>& named,
                                    std::int64_t limit) {
  Query query = database.query(
      "SELECT form FROM named_form WHERE named IN (SELECT value FROM json_each(?)) GROUP BY form "
      "ORDER BY sum(bearers) DESC, length(form) DESC, form LIMIT ?");
  const std::string list = json_of(named);
  query.bind(std::string_view(list)).bind(limit);
  std::vector<std::string> forms;
  while (query.step()) forms.emplace_back(query.text(0));
  return forms;
}

}  // namespace

SpeakerIndex::SpeakerIndex(const Database& database, const std::vector<Verdict>& verdicts, KnownNames& shared)
    : database_(database),
      by_number_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker WHERE number = ?")),
      by_handle_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker WHERE handle = ?")),
      bearers_(database.query("SELECT number, handle, name, name_key, kind, merges FROM speaker "
                              "WHERE name_key = ? AND kind = ? AND merges = ? ORDER BY handle LIMIT ?")),
      smallest_(database.query("SELECT min(handle) FROM speaker WHERE name_key = ? AND kind = ? AND merges = 1")),
      named_(database.query("SELECT number, bearers FROM named WHERE name_key = ? AND kind = ? AND merges = ?")),
      tally_(database.query("SELECT statements, articles FROM named WHERE number = ?")),
      count_(database.query("SELECT count(*), count(DISTINCT article) FROM statement "
                            "WHERE speaker IN (SELECT value FROM json_each(?))")),
      shared_(shared),
      state_(ledger_state(database)) {
  shared_.update(database, state_);
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
        judged_names_.emplace(row.name_key, row.kind);
        for (const FormOfName& form : row.merges ? forms({row.name_key, row.kind}) : NameForms{})
          names.emplace(form.name_key, row.kind);
        touched.emplace(row.handle, std::move(row));
      }
    }
  }
  judged_names_.insert(names.begin(), names.end());
  for (const NameAndKind& name : names) {
    for (Row& row : bearers(name, true)) touched.emplace(row.handle, std::move(row));
  }
  Query roles = database_.query("SELECT roles FROM speaker WHERE number = ?");
  std::vector<GroupedSpeaker> speakers;
  std::vector<std::int64_t> numbers;
  for (const auto& [handle, row] : touched) {
    GroupedSpeaker& speaker = speakers.emplace_back();
    speaker.handle = handle;
    if (row.merges) {
      const NameForms& known_as = forms({row.name_key, row.kind});
      // A damaged ledger may know no form of the name.
      speaker.name = row.kind + " " + (known_as.empty() ? row.name_key : known_as.front().name_key);
      if (const auto* person = person_of(known({row.name_key, row.kind}), row.number))
        speaker.name += " " + row_of(person->front()).handle;
    }
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
  KnownName& name = known({row.name_key, row.kind});
  if (const auto* person = person_of(name, row.number))
    return {row_of(person->front()).handle, names_of(*person).front(),
            kind_of(row.kind).value_or(SpeakerKind::unknown)};
  if (name.speaker) return *name.speaker;
  LedgerSpeaker& speaker = name.speaker.emplace();
  speaker.kind = kind_of(row.kind).value_or(SpeakerKind::unknown);
  std::vector<std::int64_t> named;
  for (const FormOfName& form : name.forms) {
    named.push_back(form.named);
    smallest_.bind(std::string_view(form.name_key)).bind(std::string_view(row.kind));
    if (smallest_.step() && (speaker.id.empty() || smallest_.text(0) < speaker.id)) speaker.id = smallest_.text(0);
    smallest_.reset();
  }
  const std::vector<std::string> written = written_as(database_, named, 1);
  if (!written.empty()) speaker.name = written.front();
  share({row.name_key, row.kind});
  return speaker;
}

const std::vector<std::int64_t>* SpeakerIndex::person_of(const KnownName& name, std::int64_t number) {
  for (const std::vector<std::int64_t>& person : name.people) {
    if (std::ranges::find(person, number) != person.end()) return &person;
  }
  return nullptr;
}

SpeakerIndex::Row SpeakerIndex::row_of(std::int64_t number) {
  by_number_.bind(number);
  auto found = rows(by_number_);
  return found.empty() ? Row{} : std::move(found.front());
}

LedgerSpeaker SpeakerIndex::of(std::int64_t number) {
  if (const auto judged = judged_.find(number); judged != judged_.end()) return groups_[judged->second].speaker;
  const Row row = row_of(number);
  return row.number == 0 ? LedgerSpeaker{} : plain(row);
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
  if (const auto* person = person_of(known({row.name_key, row.kind}), row.number)) return *person;
  for (const FormOfName& form : forms({row.name_key, row.kind})) {
    for (const Row& bearer : bearers({form.name_key, row.kind}, true)) numbers.push_back(bearer.number);
  }
  return numbers;
}

std::optional<std::vector<std::int64_t>> SpeakerIndex::whole_names(std::string_view id) {
  std::vector<std::int64_t> numbers;
  if (id.starts_with('~')) {
    const std::size_t colon = std::min(id.find(':'), id.size() - 1);
    const NameAndKind name{std::string(id.substr(colon + 1)), std::string(id.substr(1, colon - 1))};
    if (judged_names_.contains(name)) return std::nullopt;
    named_.bind(std::string_view(name.first)).bind(std::string_view(name.second)).bind(std::int64_t{0});
    if (named_.step()) numbers.push_back(named_.integer(0));
    named_.reset();
  } else {
    by_handle_.bind(id);
    const auto found = rows(by_handle_);
    if (found.empty() || !found.front().merges) return std::nullopt;
    const NameAndKind name{found.front().name_key, found.front().kind};
    if (judged_names_.contains(name) || !known(name).people.empty()) return std::nullopt;
    for (const FormOfName& form : forms(name)) numbers.push_back(form.named);
  }
  if (numbers.empty()) return std::nullopt;
  return numbers;
}

KnownName& SpeakerIndex::known(const NameAndKind& name) {
  const auto [found, fresh] = known_.try_emplace(name);
  if (!fresh) return found->second;
  if (auto kept = shared_.find(state_, name)) return found->second = std::move(*kept);
  KnownName read;
  read_forms(name, read);
  for (const FormOfName& form : read.forms) known_.insert_or_assign({form.name_key, name.second}, read);
  for (const FormOfName& form : read.forms) share({form.name_key, name.second});
  return known_.at(name);
}

void SpeakerIndex::share(const NameAndKind& name) { shared_.keep(state_, name, known_.at(name)); }

void SpeakerIndex::read_forms(const NameAndKind& name, KnownName& into) {
  named_.bind(std::string_view(name.first)).bind(std::string_view(name.second)).bind(std::int64_t{1});
  if (named_.step()) into.forms.push_back({named_.integer(0), name.first, named_.integer(1)});
  named_.reset();
  if (into.forms.empty()) return;
  const std::int64_t number = into.forms.front().named;
  Query sounds = database_.query("SELECT sound FROM named_sound WHERE named = ?");
  sounds.bind(number);
  if (!sounds.step()) return;
  into.forms = forms_of_sound(std::string(sounds.text(0)), number, into.lasts);
  read_people(database_, into);
}

NameForms SpeakerIndex::forms_of_sound(const std::string& sound, std::int64_t among, std::set<std::string>& lasts) {
  Query alike = database_.query(
      "SELECT n.number, n.name_key, n.bearers FROM named_sound s JOIN named n ON n.number = s.named WHERE s.sound = ? "
      "ORDER BY n.bearers DESC, n.name_key");
  alike.bind(std::string_view(sound));
  NameForms forms;
  while (alike.step()) forms.push_back({alike.integer(0), std::string(alike.text(1)), alike.integer(2)});
  if (forms.size() < 2) return forms;
  Query roles = database_.query("SELECT role FROM named_role WHERE named = ? ORDER BY bearers DESC, role LIMIT ?");
  Query others = database_.query(
      "SELECT count(*) FROM (SELECT DISTINCT s.sound FROM named_word w JOIN named_sound s ON s.named = w.named "
      "WHERE w.word = ? LIMIT ?)");
  std::vector<NameForm> names;
  for (const FormOfName& form : forms) {
    NameForm& name = names.emplace_back(NameForm{form.name_key, static_cast<std::size_t>(form.bearers), {}, 0});
    roles.bind(form.named).bind(most_roles);
    while (roles.step()) name.called.merge(role_words(roles.text(0)));
    roles.reset();
    const std::string last = last_name(form.name_key);
    lasts.insert(last);
    others.bind(std::string_view(last)).bind(most_families);
    name.families = others.step() ? static_cast<std::size_t>(others.integer(0)) : 0;
    others.reset();
  }
  // From the rarer form's articles to the other's speakers in them.
  Query both = database_.query(
      "SELECT 1 FROM speaker a CROSS JOIN speaker b WHERE b.article = a.article AND +b.name_key = ?2 AND b.kind = "
      "'person' "
      "AND a.name_key = ?1 AND a.kind = 'person' AND a.merges = 1 LIMIT 1");
  const Together together = [&](std::size_t a, std::size_t b) {
    const bool turn = names[b].bearers < names[a].bearers;
    both.bind(std::string_view(names[turn ? b : a].key)).bind(std::string_view(names[turn ? a : b].key));
    const bool found = both.step();
    both.reset();
    return found;
  };
  for (const std::vector<std::size_t>& one : one_person(names, together)) {
    NameForms person;
    for (const std::size_t form : one) person.push_back(forms[form]);
    const auto is_meant = [&](const FormOfName& form) { return form.named == among; };
    if (std::ranges::any_of(person, is_meant)) return person;
  }
  return {};
}

void SpeakerIndex::add_bearers(const NameAndKind& name, std::vector<LedgerSpeaker>& found) {
  // Where no verdict names them, the first two tell all: those that merge are one unless they are namesakes, of the
  // others there is one or many.
  const bool judged = judged_names_.contains(name);
  bool loose = false;
  for (const bool merging : {true, false}) {
    const bool namesakes = merging && !known(name).people.empty();
    const auto all = bearers(name, merging, judged || namesakes ? -1 : 2);
    bool unjudged = false;
    for (const Row& row : all) {
      if (const auto group = judged_.find(row.number); group != judged_.end()) {
        found.push_back(groups_[group->second].speaker);
      } else if (merging && (namesakes || !unjudged)) {
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
  const auto named = whole_names(match.speaker.id);
  if (!named) {
    const std::string list = json_of(members(match.speaker.id));
    count_.bind(std::string_view(list));
    if (count_.step()) {
      match.statements = static_cast<std::size_t>(count_.integer(0));
      match.articles = static_cast<std::size_t>(count_.integer(1));
    }
    return count_.reset();
  }
  KnownName::Counted found;
  if (match.speaker.id.starts_with('~')) {
    found = counted(*named);
  } else {
    by_handle_.bind(std::string_view(match.speaker.id));
    const Row row = rows(by_handle_).front();
    KnownName& name = known({row.name_key, row.kind});
    if (!name.counted) {
      name.counted = counted(*named);
      share({row.name_key, row.kind});
    }
    found = *name.counted;
  }
  match.statements = found.statements;
  match.articles = found.articles;
}

KnownName::Counted SpeakerIndex::counted(const std::vector<std::int64_t>& named) {
  KnownName::Counted sum;
  std::vector<std::int64_t> forms;
  for (const std::int64_t form : named) {
    tally_.bind(form);
    if (tally_.step()) {
      sum.statements += static_cast<std::size_t>(tally_.integer(0));
      sum.articles += static_cast<std::size_t>(tally_.integer(1));
    }
    tally_.reset();
    if (!forms.empty()) sum.articles -= articles_with_both(form, forms);
    forms.push_back(form);
  }
  return sum;
}

std::size_t SpeakerIndex::articles_with_both(std::int64_t form, const std::vector<std::int64_t>& others) {
  // Each article's few speakers are read, not each bearer of a name: that is what the + is for.
  Query both = database_.query(
      "SELECT count(*) FROM (SELECT DISTINCT s.article FROM spoken k JOIN statement s ON s.number = k.statement "
      "WHERE k.named = ?1) a WHERE EXISTS (SELECT 1 FROM speaker p WHERE p.article = a.article AND p.merges = 1 AND "
      "p.kind = 'person' AND +p.name_key IN (SELECT n.name_key FROM named n WHERE n.number IN (SELECT value FROM "
      "json_each(?2))) AND EXISTS (SELECT 1 FROM statement o WHERE o.speaker = p.number))");
  const std::string list = json_of(others);
  both.bind(form).bind(std::string_view(list));
  return both.step() ? static_cast<std::size_t>(both.integer(0)) : 0;
}

void SpeakerIndex::add_roles(SpeakerMatch& match) {
  const auto named = whole_names(match.speaker.id);
  if (named && !match.speaker.id.starts_with('~')) {
    Query roles = database_.query(
        "SELECT role FROM named_role WHERE named IN (SELECT value FROM json_each(?)) GROUP BY role "
        "ORDER BY sum(bearers) DESC, length(role) DESC, role LIMIT 5");
    const std::string forms = json_of(*named);
    roles.bind(std::string_view(forms));
    while (roles.step()) match.roles.emplace_back(roles.text(0));
    return;
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
  const auto named = id.starts_with('~') ? std::nullopt : whole_names(id);
  return named ? written_as(database_, *named, -1) : names_of(members(id));
}

SpeakerIndex::NamesMeant SpeakerIndex::names_meant(const std::string& key) {
  Query names = database_.query(
      "SELECT DISTINCT n.name_key, n.kind FROM named_word w JOIN named n ON n.number = w.named WHERE w.word = ? "
      "ORDER BY n.name_key, n.kind");
  names.bind(std::string_view(key).substr(key.rfind(' ') + 1));
  const bool one_word = key.find(' ') == std::string::npos;
  std::vector<NameAndKind> whole, by_last_name, by_any_word, others;
  while (names.step()) {
    NameAndKind bears{names.text(0), names.text(1)};
    const auto kind = kind_of(bears.second).value_or(SpeakerKind::unknown);
    const bool person = kind == SpeakerKind::person;
    // A single name is all of a person's name only where nobody bears more of it.
    if (bears.first == key && !(person && one_word)) {
      whole.push_back(std::move(bears));
    } else if (means(key, bears.first, kind)) {
      (person ? by_last_name : others).push_back(std::move(bears));
    } else if (person && has_words(key, bears.first)) {
      by_any_word.push_back(std::move(bears));
    }
  }
  const std::vector<NameAndKind>& people = by_last_name.empty() ? by_any_word : by_last_name;
  // Of one word that something bears as its whole name, people may be meant all the same: "Ford", "Bill".
  if (!whole.empty() && (!one_word || people.empty())) return {NameMatch::full_name, std::move(whole)};
  NamesMeant meant{NameMatch::part_of_name, std::move(whole)};
  meant.names.insert(meant.names.end(), people.begin(), people.end());
  if (meant.names.empty()) meant.names = std::move(others);
  if (meant.names.empty()) meant.by = NameMatch::nothing;
  return meant;
}

SpeakerMatches SpeakerIndex::find(std::string_view name) {
  SpeakerMatches matches;
  std::vector<LedgerSpeaker> found;
  if (const auto meant = speaker_of_id(name)) {
    matches.by = NameMatch::id;
    found.push_back(*meant);
  }
  const std::string key = name_key(name);
  if (found.empty() && !key.empty()) {
    const NamesMeant meant = names_meant(key);
    matches.by = meant.by;
    for (const NameAndKind& bears : meant.names) add_bearers(bears, found);
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
