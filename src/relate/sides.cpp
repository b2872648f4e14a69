#include "relate/sides.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "relate/telling_words.h"

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

// Words that make someone the voice of the name beside them.
constexpr std::array agents{"spokesman"sv,    "spokeswoman"sv,    "spokesperson"sv,    "spokespeople"sv, "spokesmen"sv,
                            "campaign"sv,     "aide"sv,           "aides"sv,           "adviser"sv,      "advisers"sv,
                            "advisor"sv,      "advisors"sv,       "lawyer"sv,          "lawyers"sv,      "attorney"sv,
                            "attorneys"sv,    "manager"sv,        "staff"sv,           "secretary"sv,    "strategist"sv,
                            "office"sv,       "team"sv,           "administration"sv,  "surrogate"sv,    "surrogates"sv,
                            "mate"sv,         "wife"sv,           "husband"sv,         "son"sv,          "daughter"sv,
                            "camp"sv,         "representative"sv, "representatives"sv, "counsel"sv,      "director"sv,
                            "publicist"sv,    "agent"sv,          "official"sv,        "officials"sv,    "foundation"sv,
                            "organization"sv, "deputy"sv,         "chief"sv,           "transition"sv};

bool is_agent(const std::string& word) { return std::find(agents.begin(), agents.end(), word) != agents.end(); }

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Words {
  std::vector<std::string> name;
  std::vector<std::vector<std::string>> roles;
};

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
  if (!std::any_of(phrase.begin(), phrase.end(), is_agent)) return false;
  if (principal.kind == SpeakerKind::person) return contains(phrase, last_of(words.name));
  bool any = false;
  for (const std::string& word : words.name) {
    if (is_function_word(word) || is_agent(word)) continue;
    if (!contains(phrase, word)) return false;
    any = true;
  }
  return any;
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
    return contains(phrase, "white") && contains(phrase, "house");
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
                 speaks_for(words[i].name, speakers[j], words[j]);
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
