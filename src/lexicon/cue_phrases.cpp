// Cues that are no single verb: nouns of saying, and verbs whose meaning lies in their particle.
#include <algorithm>
#include <array>
#include <string>

#include "lexicon/lexicon.h"

namespace onrecord {

namespace {

struct Noun {
  std::string_view word;  // in the singular
  Act act;
};

constexpr std::array nouns{Noun{"accusation", Act::accuse},
                           Noun{"admission", Act::agree},
                           Noun{"allegation", Act::accuse},
                           Noun{"announcement", Act::announce},
                           Noun{"apology", Act::retract},
                           Noun{"argument", Act::say},
                           Noun{"assertion", Act::say},
                           Noun{"assurance", Act::promise},
                           Noun{"belief", Act::think},
                           Noun{"claim", Act::say},
                           Noun{"comment", Act::say},
                           Noun{"complaint", Act::criticise},
                           Noun{"concern", Act::feel},
                           Noun{"conclusion", Act::say},
                           Noun{"condemnation", Act::criticise},
                           Noun{"criticism", Act::criticise},
                           Noun{"demand", Act::ask},
                           Noun{"denial", Act::deny},
                           Noun{"endorsement", Act::agree},
                           Noun{"explanation", Act::clarify},
                           Noun{"fear", Act::feel},
                           Noun{"hope", Act::want},
                           Noun{"idea", Act::think},
                           Noun{"insistence", Act::say},
                           Noun{"notion", Act::think},
                           Noun{"opinion", Act::think},
                           Noun{"opposition", Act::criticise},
                           Noun{"pledge", Act::promise},
                           Noun{"praise", Act::praise},
                           Noun{"prediction", Act::say},
                           Noun{"promise", Act::promise},
                           Noun{"proposal", Act::say},
                           Noun{"question", Act::ask},
                           Noun{"remark", Act::say},
                           Noun{"request", Act::ask},
                           Noun{"response", Act::answer},
                           Noun{"retraction", Act::retract},
                           Noun{"statement", Act::say},
                           Noun{"suggestion", Act::say},
                           Noun{"suspicion", Act::think},
                           Noun{"threat", Act::warn},
                           Noun{"view", Act::think},
                           Noun{"vow", Act::promise},
                           Noun{"warning", Act::warn},
                           Noun{"worry", Act::feel}};

struct Phrase {
  std::string_view words;  // as a sequence of the beginnings of words: "walk back" fits "walked that back"
  Act act;
};

constexpr std::array phrases{Phrase{"walk back", Act::retract},
                             Phrase{"back away", Act::retract},
                             Phrase{"back off", Act::retract},
                             Phrase{"back down", Act::retract},
                             Phrase{"revers himself", Act::retract},
                             Phrase{"revers herself", Act::retract},
                             Phrase{"revers course", Act::retract},
                             Phrase{"took back", Act::retract},
                             Phrase{"take back", Act::retract},
                             Phrase{"taken back", Act::retract},
                             Phrase{"double down", Act::reaffirm},
                             Phrase{"doubl down", Act::reaffirm},
                             Phrase{"stand by", Act::reaffirm},
                             Phrase{"stood by", Act::reaffirm},
                             Phrase{"stuck by", Act::reaffirm},
                             Phrase{"fir back", Act::answer},
                             Phrase{"shot back", Act::answer},
                             Phrase{"hit back", Act::answer},
                             Phrase{"push back", Act::answer},
                             Phrase{"lash out", Act::criticise},
                             Phrase{"hit out", Act::criticise},
                             Phrase{"tore into", Act::criticise},
                             Phrase{"made clear", Act::clarify},
                             Phrase{"made it clear", Act::clarify},
                             Phrase{"make clear", Act::clarify},
                             Phrase{"call for", Act::ask},
                             Phrase{"call on", Act::ask},
                             Phrase{"decline to comment", Act::answer},
                             Phrase{"point out", Act::say}};

}  // namespace

std::optional<Act> read_noun_cue(std::string_view word) {
  const auto find = [](std::string_view singular) {
    const auto found = std::ranges::find(nouns, singular, &Noun::word);
    return found == nouns.end() ? std::nullopt : std::optional(found->act);
  };
  if (const auto act = find(word)) return act;
  if (word.ends_with("ies")) return find(std::string(word.substr(0, word.size() - 3)) + "y");
  if (word.ends_with('s')) return find(word.substr(0, word.size() - 1));
  return std::nullopt;
}

std::optional<Act> read_phrase_cue(std::string_view cue) {
  // The phrase's words begin words of the cue, in this order.
  const auto fits = [cue](std::string_view words) {
    std::size_t at = 0;
    while (!words.empty()) {
      const std::string_view word = words.substr(0, words.find(' '));
      words.remove_prefix(std::min(word.size() + 1, words.size()));
      for (;; ++at) {
        at = cue.find(word, at);
        if (at == std::string_view::npos) return false;
        if (at == 0 || cue[at - 1] == ' ') break;
      }
      at += word.size();
    }
    return true;
  };
  for (const Phrase& phrase : phrases) {
    if (fits(phrase.words)) return phrase.act;
  }
  return std::nullopt;
}

}  // namespace onrecord
