#include "ledger/keys.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <vector>

#include "ledger/views.h"
#include "text/text.h"

namespace onrecord {

std::string statement_id(const std::string& article, std::size_t index) {
  return fmt::format("{}-s{}", article, index + 1);
}
std::string speaker_id(const std::string& article, std::size_t index) {
  return fmt::format("{}-p{}", article, index + 1);
}
std::string relation_id(const std::string& article, std::size_t index) {
  return fmt::format("{}-r{}", article, index + 1);
}

namespace ledger {

namespace {

// XXH3 over fields, each with its length or presence before it, so that no two lists of fields run together.
class Hasher {
 public:
  Hasher() : state_(XXH3_createState(), XXH3_freeState) { XXH3_128bits_reset(state_.get()); }

  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    XXH3_128bits_update(state_.get(), text.data(), text.size());
  }
  void add(std::uint64_t value) { XXH3_128bits_update(state_.get(), &value, sizeof value); }
  void add(float value) { add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value))); }
  void add(Span span) { add(static_cast<std::uint64_t>(span.begin) << 32 | span.end); }
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(Date date) { add(to_iso(date)); }
  void add(const Decision& decision) {
    add(decision.by);
    add(decision.confidence);
  }
  void add(const Role& role) {
    add(role.text);
    add(role.span);
  }
  void add(const Mention& mention) {
    add(mention.span);
    add(mention.decision);
  }
  void add(const Said& said) {
    add(said.from);
    add(said.to);
    add(said.basis);
    add(said.phrase);
    add(said.confidence);
  }
  void add(const Told& told) {
    add(told.name);
    add(told.span);
    add(told.confidence);
  }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(static_cast<std::uint64_t>(value.has_value()));
    if (value) add(*value);
  }
  template <class Item>
  void add(const std::vector<Item>& items) {
    add(static_cast<std::uint64_t>(items.size()));
    for (const Item& item : items) add(item);
  }
  void add(const Article& article) {
    add(article.id);
    add(article.url);
    add(article.title);
    add(article.byline);
    add(article.outlet);
    add(article.published);
    add(article.language);
    add(article.text);
    add(article.headline);
    add(article.standfirst);
    add(article.dateline);
    add(article.asides);
  }
  void add(const Statement& statement) {
    add(to_text(statement.form));
    add(to_text(statement.act));
    add(statement.content);
    add(statement.cue);
    add(statement.source);
    add(statement.quotes);
    add(static_cast<std::uint64_t>(statement.within));
    add(static_cast<std::uint64_t>(statement.communicated));
    add(to_text(statement.polarity));
    add(statement.decision);
  }
  void add(const Speaker& speaker) {
    add(speaker.name);
    add(to_text(speaker.kind));
    add(speaker.roles);
    add(speaker.mentions);
  }
  void add(const Circumstances& circumstances) {
    add(static_cast<std::uint64_t>(circumstances.speaker));
    add(circumstances.speaker_decision);
    add(circumstances.said);
    add(circumstances.told);
  }
  void add(const Relation& relation) {
    add(to_text(relation.type));
    add(static_cast<std::uint64_t>(relation.from));
    add(static_cast<std::uint64_t>(relation.to));
    add(relation.to_span);
    add(relation.evidence);
    add(relation.decision);
  }
  std::string hex() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

// Whether all words asked for are among those of a name, in this order.
bool stand_in_order(const std::vector<std::string_view>& asked, const std::vector<std::string_view>& have) {
  std::size_t found = 0;
  for (const std::string_view word : have) {
    if (found < asked.size() && word == asked[found]) ++found;
  }
  return found == asked.size();
}

}  // namespace

std::vector<std::string_view> words_of_key(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool is_generation(std::string_view word) {
  constexpr std::array<std::string_view, 6> generations{"jr", "sr", "ii", "iii", "iv", "v"};
  return std::find(generations.begin(), generations.end(), word) != generations.end();
}

std::string article_key(const Article& article) {
  std::string same = identity(article);
  if (article.id.empty() || article.id == same) return same;
  return digest({same, article.id});
}

std::string handle_of(std::string_view key) { return std::string(key.substr(0, 16)); }

std::string name_key(std::string_view name) {
  // A person may type any bytes; what stands before the first that are no characters counts.
  const std::string low = lower(name.substr(0, first_invalid_utf8(name)));
  std::string key;
  bool gap = false;
  for (std::size_t i = 0; i < low.size();) {
    const CodePoint c = code_point_at(low, i);
    // Everything beyond ASCII counts as a letter but blanks, dashes and quotation marks.
    const bool beyond = c.value >= 0x80 && !is_space(c.value) && !(c.value >= 0x2000 && c.value <= 0x206f) &&
                        c.value != 0xab && c.value != 0xbb;
    const bool letter =
        (c.value >= 'a' && c.value <= 'z') || (c.value >= '0' && c.value <= '9') || c.value == '&' || beyond;
    if (letter) {
      if (gap && !key.empty()) key.push_back(' ');
      gap = false;
      key.append(low, i, c.bytes);
    } else if (c.value != '.' && c.value != '\'' && c.value != 0x2019) {
      gap = true;
    }
    i += c.bytes;
  }
  return key;
}

bool merges(const Speaker& speaker) {
  const std::string key = name_key(speaker.name);
  if (speaker.kind == SpeakerKind::person) {
    auto words = words_of_key(key);
    while (!words.empty() && is_generation(words.back())) words.pop_back();
    return words.size() >= 2;
  }
  if (speaker.kind != SpeakerKind::organisation || key.empty()) return false;
  // "police" is many, "Nordland Police" one: a proper name begins with a capital.
  if (first_invalid_utf8(speaker.name) == 0) return false;
  const CodePoint first = code_point_at(speaker.name, 0);
  return lower(std::string_view(speaker.name).substr(0, first.bytes)) !=
         std::string_view(speaker.name).substr(0, first.bytes);
}

bool means(std::string_view words, std::string_view name, SpeakerKind kind) {
  const auto asked = words_of_key(words);
  auto have = words_of_key(name);
  if (asked.empty() || have.empty()) return false;
  if (kind == SpeakerKind::person) {
    while (have.size() > 1 && is_generation(have.back()) && !is_generation(asked.back())) have.pop_back();
    if (asked.back() != have.back()) return false;
  }
  return stand_in_order(asked, have);
}

bool has_words(std::string_view words, std::string_view name) {
  const auto asked = words_of_key(words);
  return !asked.empty() && stand_in_order(asked, words_of_key(name));
}

std::string digest(const Record& record) {
  Hasher hasher;
  hasher.add(record.article);
  hasher.add(record.statements);
  hasher.add(record.resolution.speakers);
  hasher.add(record.resolution.statements);
  hasher.add(record.relations);
  return hasher.hex();
}

std::string digest(std::initializer_list<std::string_view> fields) {
  Hasher hasher;
  for (const std::string_view field : fields) hasher.add(field);
  return hasher.hex();
}

std::string across_handle(std::string_view from, std::string_view to, std::string_view nature) {
  return "x" + digest({from, to, nature}).substr(0, 16);
}

}  // namespace ledger

}  // namespace onrecord
