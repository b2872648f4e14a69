#include "resolve/epithets.h"

#include <algorithm>
#include <array>

#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;
using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array written_out{Pair{"sen", "senator"},
                                 Pair{"rep", "representative"},
                                 Pair{"gov", "governor"},
                                 Pair{"gen", "general"},
                                 Pair{"col", "colonel"},
                                 Pair{"adm", "admiral"},
                                 Pair{"lt", "lieutenant"},
                                 Pair{"sgt", "sergeant"},
                                 Pair{"capt", "captain"},
                                 Pair{"prof", "professor"},
                                 Pair{"congressman", "representative"},
                                 Pair{"congresswoman", "representative"},
                                 Pair{"chairwoman", "chairman"},
                                 Pair{"spokeswoman", "spokesman"},
                                 Pair{"spokesperson", "spokesman"},
                                 Pair{"businesswoman", "businessman"},
                                 Pair{"advisor", "adviser"},
                                 Pair{"front-runner", "frontrunner"},
                                 Pair{"attorney", "lawyer"},
                                 Pair{"gop", "republican"},
                                 Pair{"democratic", "democrat"},
                                 Pair{"chair", "chairman"},
                                 Pair{"contender", "candidate"},
                                 Pair{"hopeful", "candidate"},
                                 Pair{"u.s", "us"}};

constexpr std::array states{Pair{"ala", "alabama"},
                            Pair{"ariz", "arizona"},
                            Pair{"ark", "arkansas"},
                            Pair{"calif", "california"},
                            Pair{"colo", "colorado"},
                            Pair{"conn", "connecticut"},
                            Pair{"del", "delaware"},
                            Pair{"fla", "florida"},
                            Pair{"ga", "georgia"},
                            Pair{"ill", "illinois"},
                            Pair{"ind", "indiana"},
                            Pair{"kan", "kansas"},
                            Pair{"ky", "kentucky"},
                            Pair{"la", "louisiana"},
                            Pair{"md", "maryland"},
                            Pair{"mass", "massachusetts"},
                            Pair{"mich", "michigan"},
                            Pair{"minn", "minnesota"},
                            Pair{"miss", "mississippi"},
                            Pair{"mo", "missouri"},
                            Pair{"mont", "montana"},
                            Pair{"neb", "nebraska"},
                            Pair{"nev", "nevada"},
                            Pair{"n.h", "new hampshire"},
                            Pair{"n.j", "new jersey"},
                            Pair{"n.m", "new mexico"},
                            Pair{"n.y", "new york"},
                            Pair{"n.c", "north carolina"},
                            Pair{"n.d", "north dakota"},
                            Pair{"okla", "oklahoma"},
                            Pair{"ore", "oregon"},
                            Pair{"pa", "pennsylvania"},
                            Pair{"r.i", "rhode island"},
                            Pair{"s.c", "south carolina"},
                            Pair{"s.d", "south dakota"},
                            Pair{"tenn", "tennessee"},
                            Pair{"tex", "texas"},
                            Pair{"vt", "vermont"},
                            Pair{"va", "virginia"},
                            Pair{"wash", "washington"},
                            Pair{"w.va", "west virginia"},
                            Pair{"wis", "wisconsin"},
                            Pair{"wyo", "wyoming"},
                            Pair{"tx", "texas"},
                            Pair{"fl", "florida"},
                            Pair{"ny", "new york"},
                            Pair{"nj", "new jersey"},
                            Pair{"nh", "new hampshire"},
                            Pair{"oh", "ohio"},
                            Pair{"ky.", "kentucky"}};

template <std::size_t size>
std::string_view mapped(const std::array<Pair, size>& pairs, std::string_view word) {
  const auto found = std::ranges::find(pairs, word, &Pair::first);
  return found == pairs.end() ? word : found->second;
}

// Lower-case content words of a role, with parties and states of "R-Vt." written out.
std::vector<std::string> role_words(const Figure& figure) {
  std::vector<std::string> words;
  const auto put = [&](std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (word.ends_with("\xe2\x80\x99s")) word.remove_suffix(4);
    if (!word.empty()) words.emplace_back(mapped(written_out, word));
  };
  for (const Role& role : figure.roles) {
    const std::string text = lower(role.text);
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = text.find(' ', at);
      if (end == std::string::npos) end = text.size();
      std::string_view word = std::string_view(text).substr(at, end - at);
      if (word.size() > 2 && word[1] == '-' && (word[0] == 'r' || word[0] == 'd' || word[0] == 'i')) {
        put(word[0] == 'r' ? "republican" : word[0] == 'd' ? "democrat" : "independent");
        word.remove_prefix(2);
        while (!word.empty() && (word.back() == '.' || word.back() == ')')) word.remove_suffix(1);
        std::string_view state = mapped(states, word);
        while (!state.empty()) {
          const std::size_t blank = state.find(' ');
          put(state.substr(0, blank));
          if (blank == std::string_view::npos) break;
          state.remove_prefix(blank + 1);
        }
      } else {
        put(word);
      }
      at = end + 1;
    }
  }
  return words;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool says_little(std::string_view word) {
  constexpr std::array<std::string_view, 14> little{"former",   "new",         "old",    "top",     "senior",
                                                    "longtime", "presumptive", "likely", "current", "us",
                                                    "first",    "own",         "same",   "then"};
  return std::ranges::find(little, word) != little.end();
}

// First words of two-word places, which several share.
bool opens_place(std::string_view word) {
  return word == "new" || word == "north" || word == "south" || word == "west";
}

// "… who spoke on condition of anonymity", close behind in the same sentence.
bool granted_anonymity(const Reading& reading, const Phrase& phrase) {
  constexpr std::uint32_t reach = 16;
  const Range sentence = reading.sentences[reading.words[phrase.head].sentence].words;
  const std::uint32_t end = std::min(sentence.end, phrase.head + reach);
  for (std::uint32_t i = phrase.head + 1; i < end; ++i) {
    if (reading.words[i].lower == "anonymity") return true;
  }
  return false;
}

}  // namespace

Epithet read_epithet(const Reading& reading, const Phrase& phrase) {
  Epithet epithet;
  for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
    const Word& word = reading.words[i];
    if (word.possessive && i != phrase.head) epithet.possessed = true;
    if (word.lower == "his" || word.lower == "her" || word.lower == "their" || word.lower == "its")
      epithet.possessed = true;
    if (word.kind != TokenKind::word || word.is(c::function)) {
      if (word.lower != "us" && word.lower != "u.s") continue;
    }
    epithet.words.emplace_back(mapped(written_out, word.lower));
    const bool ends_place = i > phrase.core.begin && is_place_name(reading.words[i - 1].lower + " " + word.lower);
    epithet.proper.push_back(i != phrase.head && word.capitalised() && (ends_place || word.is(c::place | c::demonym)));
  }
  // "secretary of state": what is behind the head belongs to it
  for (std::uint32_t i = phrase.core.end; i < phrase.whole.end; ++i) {
    const Word& word = reading.words[i];
    if (word.kind == TokenKind::word && !word.is(c::function)) {
      epithet.words.insert(epithet.words.begin(), std::string(mapped(written_out, word.lower)));
      epithet.proper.insert(epithet.proper.begin(), false);
    }
  }
  const Word& head = reading.words[phrase.head];
  epithet.gender = head.classes & (c::male | c::female);
  static constexpr std::array<std::string_view, 6> nameless{"source",  "sources", "insider",
                                                            "insiders", "person",  "whistleblower"};
  epithet.anonymous = std::ranges::find(nameless, head.lower) != nameless.end() || granted_anonymity(reading, phrase);
  return epithet;
}

float match(const Epithet& epithet, const Figure& figure) {
  if (epithet.words.empty()) return 0.0f;
  const std::vector<std::string> roles = role_words(figure);
  if (!has(roles, epithet.words.back())) return 0.0f;
  float score = 1.0f;
  for (std::size_t i = 0; i + 1 < epithet.words.size(); ++i) {
    if (opens_place(epithet.words[i]) && epithet.proper[i + 1] && !has(roles, epithet.words[i + 1])) {
      score -= 0.8f;  // "the New Jersey governor" is not the governor of New York
    } else if (has(roles, epithet.words[i])) {
      score += 0.7f;
    } else if (epithet.words[i] == "former") {
      score -= 0.6f;
    } else if (epithet.proper[i]) {
      score -= 0.8f;  // "the Vermont senator" is of Vermont
    } else if (!says_little(epithet.words[i])) {
      score -= 0.45f;
    }
  }
  return score;
}

bool shares_affiliation(const Epithet& epithet, const Figure& figure) {
  const std::vector<std::string> roles = role_words(figure);
  for (std::size_t i = 0; i + 1 < epithet.words.size(); ++i) {
    const std::string& word = epithet.words[i];
    if (word.size() > 1 && !says_little(word) && has(roles, word)) return true;
  }
  return false;
}

}  // namespace onrecord::resolving
