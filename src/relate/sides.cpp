#include "relate/sides.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "relate/relate.h"
#include "relate/telling_words.h"
#include "text/text.h"

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

// Words that make someone the voice of the name beside them.
constexpr WordSet agents{"spokesman"sv,    "spokeswoman"sv,    "spokesperson"sv,    "spokespeople"sv, "spokesmen"sv,
                         "campaign"sv,     "aide"sv,           "aides"sv,           "adviser"sv,      "advisers"sv,
                         "advisor"sv,      "advisors"sv,       "lawyer"sv,          "lawyers"sv,      "attorney"sv,
                         "attorneys"sv,    "manager"sv,        "staff"sv,           "secretary"sv,    "strategist"sv,
                         "office"sv,       "team"sv,           "administration"sv,  "surrogate"sv,    "surrogates"sv,
                         "mate"sv,         "wife"sv,           "husband"sv,         "son"sv,          "daughter"sv,
                         "camp"sv,         "representative"sv, "representatives"sv, "counsel"sv,      "director"sv,
                         "publicist"sv,    "agent"sv,          "official"sv,        "officials"sv,    "foundation"sv,
                         "organization"sv, "deputy"sv,         "chief"sv,           "transition"sv};

bool is_agent(const std::string& word) { return agents.contains(word); }

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Words {
  std::vector<std::string> name;
  std::vector<std::vector<std::string>> roles;
};

// What somebody put out speaks for him: "Lund's statement" is Lund's side.
constexpr WordSet outlets{"statement"sv, "account"sv,    "tweet"sv,      "tweets"sv,  "letter"sv,
                          "speech"sv,    "message"sv,    "memo"sv,       "website"sv, "allies"sv,
                          "staffers"sv,  "camp"sv,       "book"sv,       "page"sv,    "release"sv,
                          "party"sv,     "department"sv, "government"sv, "press"sv};

bool is_outlet(const std::string& word) { return outlets.contains(word); }

std::string last_of(const std::vector<std::string>& name) {
  std::size_t size = name.size();
  while (size > 1 &&
         (name[size - 1] == "jr" || name[size - 1] == "sr" || name[size - 1] == "ii" || name[size - 1] == "iii"))
    --size;
  return size == 0 ? std::string() : name[size - 1];
}

// Whether `phrase` names a voice of `principal`: it bears an agent's word and the principal's last name (a person) or
// all the telling words of its name (an organisation).
bool speaks_for(const std::vector<std::string>& phrase, const Speaker& principal, const Words& words) {
  const bool voice = std::any_of(phrase.begin(), phrase.end(),
                                 [](const std::string& word) { return is_agent(word) || is_outlet(word); });
  if (!voice) return false;
  if (principal.kind == SpeakerKind::person) return contains(phrase, last_of(words.name));
  bool any = false;
  for (const std::string& word : words.name) {
    if (is_function_word(word) || is_agent(word)) continue;
    if (!contains(phrase, word)) return false;
    any = true;
  }
  return any;
}

// "Lund" is Ada Lund, and "NBC" is NBC News: a name that is another's last name, its beginning or its initials.
bool is_short_for(const Speaker& short_one, const Words& a, const Speaker& full, const Words& b) {
  if (a.name.empty() || b.name.size() <= a.name.size()) return false;
  if (short_one.kind == SpeakerKind::person || full.kind == SpeakerKind::person) {
    return full.kind == SpeakerKind::person && a.name.size() == 1 && a.name[0] == last_of(b.name);
  }
  if (full.kind != SpeakerKind::organisation) return false;
  if (std::equal(a.name.begin(), a.name.end(), b.name.begin())) return true;
  std::string initials;
  for (const std::string& word : b.name) initials.push_back(word[0]);
  return a.name.size() == 1 && initials.size() > 2 && initials == a.name[0];
}

// "President" and the White House speak as one.
bool is_president(const Words& words) {
  return std::any_of(words.roles.begin(), words.roles.end(), [](const std::vector<std::string>& role) {
    return contains(role, "president") && !contains(role, "vice") && !contains(role, "former") &&
           !contains(role, "candidate") && role.size() <= 4;
  });
}
bool is_white_house(const Words& words) {
  const auto holds = [](const std::vector<std::string>& phrase) {
    return (contains(phrase, "white") && contains(phrase, "house")) || contains(phrase, "administration");
  };
  return holds(words.name) || std::any_of(words.roles.begin(), words.roles.end(), holds);
}

}  // namespace

Sides::Sides(const Resolution& resolution) {
  for (const Circumstances& statement : resolution.statements) speaker_of_.push_back(statement.speaker);
  const std::vector<Speaker>& speakers = resolution.speakers;
  std::vector<Words> words;
  for (const Speaker& speaker : speakers) {
    Words made{plain_words(speaker.name), {}};
    for (const Role& role : speaker.roles) made.roles.push_back(plain_words(role.text));
    words.push_back(std::move(made));
  }
  linked_.resize(speakers.size());
  for (std::uint32_t i = 0; i < speakers.size(); ++i) {
    for (std::uint32_t j = 0; j < speakers.size(); ++j) {
      bool own = i == j || (is_white_house(words[i]) && is_president(words[j])) ||
                 speaks_for(words[i].name, speakers[j], words[j]) ||
                 is_short_for(speakers[i], words[i], speakers[j], words[j]);
      for (const auto& role : words[i].roles) own = own || (i != j && speaks_for(role, speakers[j], words[j]));
      if (own) {
        linked_[i].push_back(j);
        if (i != j) linked_[j].push_back(i);
      }
    }
  }
  for (auto& list : linked_) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

Side Sides::between(std::uint32_t a, std::uint32_t b) const {
  if (a >= speaker_of_.size() || b >= speaker_of_.size()) return Side::unknown;
  const std::uint32_t x = speaker_of_[a];
  const std::uint32_t y = speaker_of_[b];
  if (x >= linked_.size() || y >= linked_.size()) return Side::unknown;
  return std::binary_search(linked_[x].begin(), linked_[x].end(), y) ? Side::own : Side::other;
}

}  // namespace onrecord::relating

namespace onrecord {

bool breaks_side_rule(const Relation& relation, const Resolution& resolution) {
  if (!own_side_only(relation.type) || relation.to == none) return false;
  return relating::Sides(resolution).between(relation.from, relation.to) == relating::Side::other;
}

}  // namespace onrecord
