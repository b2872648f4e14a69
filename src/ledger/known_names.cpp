#include "ledger/known_names.h"

#include <algorithm>

#include "ledger/bearers.h"
#include "ledger/enum_text.h"
#include "ledger/name_forms.h"

namespace onrecord::ledger {

namespace {

// So many names are kept; then all are forgotten. They can be worked out again.
constexpr std::size_t most_names = 20'000;

void add_words(std::string_view name, std::set<std::string>& words) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.emplace(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

}  // namespace

void KnownNames::update(const Database& database, std::int64_t state) {
  const std::lock_guard lock(mutex_);
  if (state <= state_) return;
  try {
    const std::int64_t named = database.number("SELECT coalesce(max(number), 0) FROM named");
    if (names_roughly(named) != names_roughly(named_)) names_.clear();
    if (!names_.empty()) forget(database);
    speaker_ = database.number("SELECT coalesce(max(number), 0) FROM speaker");
    named_ = named;
    state_ = state;
  } catch (...) {
    names_.clear();
    state_ = -1;
    throw;
  }
}

void KnownNames::forget(const Database& database) {
  std::set<NameAndKind> spoken;
  std::set<std::string> sounds, words, firsts;
  Query speakers = database.query("SELECT DISTINCT name_key, kind FROM speaker WHERE number > ?");
  speakers.bind(speaker_);
  while (speakers.step()) {
    spoken.emplace(speakers.text(0), speakers.text(1));
    if (kind_of(speakers.text(1)) == SpeakerKind::person) sounds.insert(name_sound(speakers.text(0)));
  }
  sounds.erase("");
  Query named = database.query("SELECT name_key, kind FROM named WHERE number > ?");
  named.bind(named_);
  while (named.step()) {
    add_words(named.text(0), words);
    if (kind_of(named.text(1)) == SpeakerKind::person) firsts.insert(first_sound(named.text(0)));
  }
  firsts.erase("");
  const auto touched = [&](const auto& kept) {
    const auto& [name, known] = kept;
    return spoken.contains(name) || firsts.contains(known.first) ||
           (kind_of(name.second) == SpeakerKind::person && sounds.contains(name_sound(name.first))) ||
           std::ranges::any_of(known.lasts, [&](const std::string& last) { return words.contains(last); });
  };
  std::erase_if(names_, touched);
}

std::optional<KnownName> KnownNames::find(std::int64_t state, const NameAndKind& name) {
  const std::lock_guard lock(mutex_);
  if (state != state_) return std::nullopt;
  const auto found = names_.find(name);
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

void KnownNames::keep(std::int64_t state, const NameAndKind& name, const KnownName& known) {
  const std::lock_guard lock(mutex_);
  if (state != state_) return;
  if (names_.size() >= most_names) names_.clear();
  names_.insert_or_assign(name, known);
}

}  // namespace onrecord::ledger
