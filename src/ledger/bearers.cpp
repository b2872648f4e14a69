#include "ledger/bearers.h"

#include <algorithm>
#include <bit>
#include <set>

#include "ledger/columns.h"
#include "ledger/keys.h"
#include "ledger/name_forms.h"
#include "onrecord/date.h"
#include "relate/telling_words.h"
#include "text/text.h"

namespace onrecord::ledger {

namespace {

// The text around the mentions, each byte once.
std::string passages(std::string_view text, const std::vector<Mention>& mentions) {
  std::vector<Span> spans;
  for (const Mention& mention : mentions) {
    const std::uint32_t begin = mention.span.begin > around ? mention.span.begin - around : 0;
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), mention.span.end + around));
    if (begin < end) spans.push_back({begin, end});
  }
  std::ranges::sort(spans, {}, &Span::begin);
  std::string near;
  std::uint32_t done = 0;
  for (const Span& span : spans) {
    std::uint32_t begin = std::max(span.begin, done);
    std::uint32_t end = span.end;
    // On character boundaries.
    while (begin < end && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    if (begin >= end) continue;
    near.append(text.substr(begin, end - begin)).push_back(' ');
    done = end;
  }
  return near;
}

// A first and a last name alone.
bool is_plain(const std::string& key) { return words_of_key(key).size() == 2; }

}  // namespace

std::int64_t names_roughly(std::int64_t last_named) {
  // One in four rows of `named` is a person's name; the three leading bits are enough.
  const auto rows = static_cast<std::uint64_t>(std::max<std::int64_t>(last_named, 1));
  const int tail = std::max(0, static_cast<int>(std::bit_width(rows)) - 3);
  return static_cast<std::int64_t>((rows >> tail << tail) / 4);
}

Bearer bearer_of(const Database& database, std::int64_t number, const std::vector<std::string>& names) {
  Query row = database.query(
      "SELECT p.article, p.name_key, p.roles, p.mentions, a.published, a.text FROM speaker p "
      "JOIN article a ON a.number = p.article WHERE p.number = ?");
  row.bind(number);
  Bearer bearer;
  if (!row.step()) return bearer;
  bearer.article = row.integer(0);
  bearer.name_key = row.text(1);
  // A damaged ledger may hold lists that cannot be read.
  for (const Role& role : roles_of(row.text(2)).value_or(std::vector<Role>{}))
    bearer.called.merge(role_words(role.text));
  const auto mentions = mentions_of(row.text(3)).value_or(std::vector<Mention>{});
  if (const auto day = row.is_null(4) ? std::nullopt : parse_iso(row.text(4))) bearer.published = days_from_epoch(*day);
  bearer.near = relating::telling_stems(passages(row.text(5), mentions));
  std::set<std::string> own;
  for (const std::string& name : names) {
    for (std::string& stem : relating::telling_stems(name)) own.insert(std::move(stem));
  }
  std::erase_if(bearer.near, [&own](const std::string& stem) { return own.contains(stem); });
  return bearer;
}

void read_people(const Database& database, KnownName& known) {
  std::int64_t bearers = 0;
  std::vector<std::string> names;
  for (const FormOfName& form : known.forms) {
    bearers += form.bearers;
    names.push_back(form.name_key);
  }
  if (bearers < 2 || bearers > most_bearers) return;
  // A name that is always told with a middle name is hardly anybody else's.
  const auto plain = std::ranges::find_if(names, is_plain);
  if (plain == names.end()) return;
  known.first = first_sound(*plain);
  if (known.first.empty()) return;
  known.lasts.insert(last_name(*plain));

  Query firsts = database.query("SELECT count(DISTINCT sound) FROM named_sound WHERE sound >= ? AND sound < ?");
  std::string behind = known.first;
  ++behind.back();
  firsts.bind(std::string_view(known.first)).bind(std::string_view(behind));
  firsts.step();
  Query lasts = database.query(
      "SELECT count(DISTINCT s.sound) FROM named_word w JOIN named_sound s ON s.named = w.named WHERE w.word = ?");
  const std::string last = last_name(*plain);
  lasts.bind(std::string_view(last));
  lasts.step();
  const double expected =
      namesakes_expected(firsts.integer(0), lasts.integer(0),
                         names_roughly(database.number("SELECT coalesce(max(number), 0) FROM named")));
  if (!may_have_namesakes(expected)) return;

  std::vector<std::pair<std::string, std::int64_t>> rows;
  Query speakers =
      database.query("SELECT handle, number FROM speaker WHERE name_key = ? AND kind = 'person' AND merges = 1");
  for (const std::string& name : names) {
    speakers.bind(std::string_view(name));
    while (speakers.step()) rows.emplace_back(speakers.text(0), speakers.integer(1));
    speakers.reset();
  }
  std::ranges::sort(rows);
  std::vector<Bearer> all;
  for (const auto& [handle, number] : rows) all.push_back(bearer_of(database, number, names));
  const auto people = people_of_name(all, expected);
  if (people.size() < 2) return;
  for (const std::vector<std::size_t>& one : people) {
    std::vector<std::int64_t>& numbers = known.people.emplace_back();
    for (const std::size_t bearer : one) numbers.push_back(rows[bearer].second);
  }
}

}  // namespace onrecord::ledger
