// The verbs of saying, thinking and showing, and how they are inflected.
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <string>

#include "lexicon/lexicon.h"
#include "text/text.h"

namespace onrecord {

namespace {

// Frames in which a verb attributes more often than not in news; "back" (the plan) is in, "see" (a house) is out.
constexpr auto verbs = std::to_array<CueVerb>({
    {"accept", Act::agree, true, clause | noun_phrase, ""},
    {"accuse", Act::accuse, true, noun_phrase, ""},
    {"acknowledge", Act::agree, true, quotation | clause | noun_phrase | gerund, ""},
    {"add", Act::say, true, quotation | clause, ""},
    {"address", Act::say, true, noun_phrase, ""},
    {"admit", Act::agree, true, quotation | clause | noun_phrase | gerund, "to"},
    {"advise", Act::say, true, quotation | clause | noun_phrase, ""},
    {"advocate", Act::say, true, noun_phrase, "for"},
    {"affirm", Act::agree, true, quotation | clause | noun_phrase, ""},
    {"agree", Act::agree, true, quotation | clause | infinitive, "with on"},
    {"allege", Act::accuse, true, quotation | clause | noun_phrase, ""},
    {"announce", Act::announce, true, quotation | clause | noun_phrase, ""},
    {"answer", Act::answer, true, quotation | noun_phrase, ""},
    {"anticipate", Act::think, false, clause | noun_phrase, ""},
    {"apologise", Act::retract, true, quotation, "for"},
    {"apologize", Act::retract, true, quotation, "for"},
    {"appeal", Act::ask, true, 0, "for"},
    {"applaud", Act::praise, true, noun_phrase, ""},
    {"argue", Act::say, true, quotation | clause, "for against"},
    {"ask", Act::ask, true, quotation | question | noun_phrase | hearer, "about for"},
    {"assail", Act::criticise, true, noun_phrase, ""},
    {"assert", Act::say, true, quotation | clause | noun_phrase, ""},
    {"assess", Act::think, false, clause, ""},
    {"assume", Act::think, false, clause, ""},
    {"assure", Act::promise, true, quotation | clause | hearer, "of"},
    {"attack", Act::criticise, true, noun_phrase, ""},
    {"back", Act::agree, true, noun_phrase, ""},
    {"backtrack", Act::retract, true, 0, "on"},
    {"bark", Act::say, true, quotation, ""},
    {"beg", Act::ask, true, quotation, ""},
    {"believe", Act::think, false, quotation | clause, "in"},
    {"bemoan", Act::criticise, true, noun_phrase, ""},
    {"berate", Act::criticise, true, noun_phrase, ""},
    {"beseech", Act::ask, true, noun_phrase, ""},
    {"blame", Act::accuse, true, noun_phrase, ""},
    {"blast", Act::criticise, true, noun_phrase, ""},
    {"blog", Act::say, true, quotation | clause, "about"},
    {"boast", Act::say, true, quotation | clause, "of about"},
    {"brag", Act::say, true, quotation | clause, "about"},
    {"brand", Act::criticise, true, noun_phrase, ""},
    {"brief", Act::say, true, 0, "on"},
    {"calculate", Act::show, true, clause, ""},
    {"call", Act::say, true, noun_phrase, "for on upon"},
    {"castigate", Act::criticise, true, noun_phrase, ""},
    {"caution", Act::warn, true, quotation | clause | hearer, "against"},
    {"challenge", Act::criticise, true, noun_phrase, ""},
    {"chant", Act::say, true, quotation, ""},
    {"characterize", Act::say, true, noun_phrase, ""},
    {"charge", Act::accuse, true, quotation | clause | noun_phrase, "with"},
    {"chastise", Act::criticise, true, noun_phrase, ""},
    {"chide", Act::criticise, true, quotation | noun_phrase, ""},
    {"cite", Act::say, true, noun_phrase, ""},
    {"claim", Act::say, true, quotation | clause | infinitive | noun_phrase, ""},
    {"clarify", Act::clarify, true, quotation | clause | noun_phrase, ""},
    {"commend", Act::praise, true, noun_phrase, ""},
    {"comment", Act::say, true, quotation, "on about"},
    {"commit", Act::promise, true, 0, "to"},
    {"compare", Act::say, true, noun_phrase, ""},
    {"complain", Act::criticise, true, quotation | clause, "about of"},
    {"compliment", Act::praise, true, noun_phrase, ""},
    {"concede", Act::agree, true, quotation | clause | noun_phrase, ""},
    {"conclude", Act::say, true, quotation | clause, ""},
    {"concur", Act::agree, true, quotation | clause, ""},
    {"condemn", Act::criticise, true, noun_phrase, ""},
    {"confess", Act::agree, true, quotation | clause, "to"},
    {"confirm", Act::agree, true, quotation | clause | noun_phrase, ""},
    {"congratulate", Act::praise, true, noun_phrase, ""},
    {"conjecture", Act::think, false, clause, ""},
    {"consider", Act::think, false, noun_phrase | gerund, ""},
    {"contend", Act::say, true, clause, ""},
    {"continue", Act::say, true, quotation, ""},
    {"contradict", Act::criticise, true, noun_phrase, ""},
    {"counter", Act::answer, true, quotation | clause | noun_phrase, ""},
    {"credit", Act::praise, true, noun_phrase, ""},
    {"criticise", Act::criticise, true, quotation | noun_phrase, ""},
    {"criticize", Act::criticise, true, quotation | noun_phrase, ""},
    {"crow", Act::say, true, quotation, "about"},
    {"cry", Act::say, true, quotation, ""},
    {"deadpan", Act::say, true, quotation, ""},
    {"decide", Act::think, false, clause | infinitive | question, ""},
    {"declare", Act::say, true, quotation | clause | noun_phrase, ""},
    {"decline", Act::answer, true, infinitive, ""},
    {"decry", Act::criticise, true, noun_phrase, ""},
    {"deem", Act::think, false, noun_phrase, ""},
    {"defend", Act::agree, true, noun_phrase, ""},
    {"demand", Act::ask, true, quotation | clause | infinitive | noun_phrase, ""},
    {"demonstrate", Act::show, true, clause | question, ""},
    {"denounce", Act::criticise, true, noun_phrase, ""},
    {"deny", Act::deny, true, quotation | clause | noun_phrase | gerund, ""},
    {"deride", Act::criticise, true, noun_phrase, ""},
    {"describe", Act::say, true, noun_phrase, ""},
    {"determine", Act::show, true, clause, ""},
    {"disavow", Act::retract, true, noun_phrase, ""},
    {"disclose", Act::announce, true, quotation | clause | question | noun_phrase, ""},
    {"discover", Act::know, false, clause | question, ""},
    {"discuss", Act::say, true, noun_phrase, ""},
    {"dislike", Act::feel, false, noun_phrase, ""},
    {"dismiss", Act::criticise, true, noun_phrase, ""},
    {"dispute", Act::criticise, true, clause | noun_phrase, ""},
    {"divulge", Act::announce, true, clause | question | noun_phrase, ""},
    {"doubt", Act::think, false, clause | question | noun_phrase, ""},
    {"dub", Act::say, true, noun_phrase, ""},
    {"echo", Act::agree, true, noun_phrase, ""},
    {"elaborate", Act::clarify, true, quotation, "on"},
    {"email", Act::say, true, quotation, ""},
    {"emphasise", Act::say, true, quotation | clause | noun_phrase, ""},
    {"emphasize", Act::say, true, quotation | clause | noun_phrase, ""},
    {"encourage", Act::ask, true, noun_phrase, ""},
    {"endorse", Act::agree, true, noun_phrase, ""},
    {"enthuse", Act::praise, true, quotation, ""},
    {"envision", Act::think, false, noun_phrase, ""},
    {"estimate", Act::say, true, clause | noun_phrase, ""},
    {"exclaim", Act::say, true, quotation, ""},
    {"exhort", Act::ask, true, noun_phrase, ""},
    {"expect", Act::think, false, clause | infinitive | noun_phrase, ""},
    {"explain", Act::clarify, true, quotation | clause | question | noun_phrase, ""},
    {"express", Act::say, true, noun_phrase, ""},
    {"fault", Act::criticise, true, noun_phrase, ""},
    {"favor", Act::want, false, noun_phrase, ""},
    {"favour", Act::want, false, noun_phrase, ""},
    {"fear", Act::feel, false, clause | noun_phrase, ""},
    {"feel", Act::feel, false, clause, ""},
    {"find", Act::show, true, clause, ""},
    {"forecast", Act::say, true, clause | noun_phrase, ""},
    {"forget", Act::know, false, clause, ""},
    {"fume", Act::criticise, true, quotation, ""},
    {"grin", Act::say, true, quotation, ""},
    {"gripe", Act::criticise, true, quotation | clause, "about"},
    {"grumble", Act::criticise, true, quotation | clause, "about"},
    {"guarantee", Act::promise, true, quotation | clause | noun_phrase, ""},
    {"guess", Act::think, false, clause, ""},
    {"gush", Act::say, true, quotation, "about"},
    {"hail", Act::praise, true, noun_phrase, ""},
    {"hate", Act::feel, false, infinitive, ""},
    {"highlight", Act::say, true, noun_phrase, ""},
    {"hint", Act::say, true, quotation | clause, "at"},
    {"hold", Act::think, false, clause, ""},
    {"hope", Act::want, false, quotation | clause | infinitive, "for"},
    {"hypothesize", Act::think, false, clause, ""},
    {"imagine", Act::think, false, clause | question | noun_phrase, ""},
    {"implore", Act::ask, true, quotation | noun_phrase, ""},
    {"imply", Act::say, true, clause | noun_phrase, ""},
    {"indicate", Act::say, true, quotation | clause | noun_phrase, ""},
    {"inform", Act::say, true, quotation | clause | hearer, "of"},
    {"inquire", Act::ask, true, quotation | question, "about"},
    {"insinuate", Act::say, true, clause, ""},
    {"insist", Act::say, true, quotation | clause, "on"},
    {"instruct", Act::ask, true, noun_phrase, ""},
    {"intend", Act::want, false, infinitive, ""},
    {"interject", Act::say, true, quotation, ""},
    {"interrupt", Act::say, true, quotation, ""},
    {"intone", Act::say, true, quotation, ""},
    {"issue", Act::announce, true, noun_phrase, ""},
    {"joke", Act::say, true, quotation | clause, "about"},
    {"know", Act::know, false, clause | question, ""},
    {"label", Act::say, true, noun_phrase, ""},
    {"lambast", Act::criticise, true, noun_phrase, ""},
    {"lambaste", Act::criticise, true, noun_phrase, ""},
    {"lament", Act::criticise, true, quotation | clause | noun_phrase, ""},
    {"laud", Act::praise, true, noun_phrase, ""},
    {"laugh", Act::say, true, quotation, ""},
    {"learn", Act::know, false, clause | question, ""},
    {"lecture", Act::say, true, quotation, "on"},
    {"liken", Act::say, true, noun_phrase, ""},
    {"lobby", Act::ask, true, 0, "for"},
    {"love", Act::feel, false, infinitive, ""},
    {"maintain", Act::say, true, quotation | clause, ""},
    {"mention", Act::say, true, clause | noun_phrase, ""},
    {"mock", Act::criticise, true, noun_phrase, ""},
    {"muse", Act::say, true, quotation, "about"},
    {"mutter", Act::say, true, quotation | clause, ""},
    {"narrate", Act::say, true, quotation | noun_phrase, ""},
    {"nod", Act::say, true, quotation, ""},
    {"note", Act::say, true, quotation | clause | noun_phrase, ""},
    {"notice", Act::know, false, clause, ""},
    {"notify", Act::say, true, clause | hearer, "of"},
    {"object", Act::criticise, true, quotation | clause, "to"},
    {"observe", Act::say, true, quotation | clause, ""},
    {"offer", Act::promise, true, infinitive, ""},
    {"opine", Act::say, true, quotation | clause, ""},
    {"oppose", Act::criticise, false, noun_phrase, ""},
    {"order", Act::announce, true, noun_phrase, ""},
    {"plan", Act::want, false, infinitive, ""},
    {"plead", Act::ask, true, quotation | infinitive | clause, ""},
    {"pledge", Act::promise, true, quotation | clause | infinitive | noun_phrase, ""},
    {"point", Act::say, true, 0, "to out"},
    {"portray", Act::say, true, noun_phrase, ""},
    {"posit", Act::say, true, clause, ""},
    {"post", Act::say, true, quotation, ""},
    {"praise", Act::praise, true, noun_phrase, ""},
    {"preach", Act::say, true, quotation | clause, ""},
    {"predict", Act::say, true, quotation | clause | noun_phrase, ""},
    {"prefer", Act::want, false, infinitive | noun_phrase | gerund, ""},
    {"proclaim", Act::announce, true, quotation | clause | noun_phrase, ""},
    {"profess", Act::say, true, clause | noun_phrase, ""},
    {"project", Act::say, true, clause, ""},
    {"promise", Act::promise, true, quotation | clause | infinitive | noun_phrase | hearer, ""},
    {"propose", Act::say, true, quotation | clause | infinitive | noun_phrase | gerund, ""},
    {"protest", Act::criticise, true, quotation | clause | noun_phrase, ""},
    {"prove", Act::show, true, clause, ""},
    {"publish", Act::announce, true, noun_phrase, ""},
    {"question", Act::ask, true, quotation | question | noun_phrase, ""},
    {"quip", Act::say, true, quotation, ""},
    {"quote", Act::say, true, noun_phrase, ""},
    {"rail", Act::criticise, true, 0, "against"},
    {"read", Act::show, true, quotation, ""},
    {"reaffirm", Act::reaffirm, true, quotation | clause | noun_phrase, ""},
    {"realise", Act::know, false, clause | question, ""},
    {"realize", Act::know, false, clause | question, ""},
    {"reassure", Act::promise, true, quotation | clause | hearer, "of"},
    {"rebuff", Act::criticise, true, noun_phrase, ""},
    {"rebuke", Act::criticise, true, noun_phrase, ""},
    {"rebut", Act::deny, true, noun_phrase, ""},
    {"recall", Act::say, true, quotation | clause | question | noun_phrase | gerund, ""},
    {"recant", Act::retract, true, noun_phrase, ""},
    {"reckon", Act::think, false, quotation | clause, ""},
    {"recommend", Act::say, true, quotation | clause | noun_phrase | gerund, ""},
    {"recount", Act::say, true, quotation | noun_phrase, ""},
    {"refer", Act::say, true, 0, "to"},
    {"refuse", Act::deny, true, infinitive, ""},
    {"refute", Act::deny, true, noun_phrase, ""},
    {"regret", Act::retract, false, quotation | clause | noun_phrase | gerund, ""},
    {"reiterate", Act::reaffirm, true, quotation | clause | noun_phrase, ""},
    {"reject", Act::criticise, true, noun_phrase, ""},
    {"rejoin", Act::answer, true, quotation, ""},
    {"relay", Act::say, true, clause | noun_phrase, ""},
    {"release", Act::announce, true, noun_phrase, ""},
    {"remark", Act::say, true, quotation | clause, "on"},
    {"remember", Act::think, false, clause | question | noun_phrase | gerund, ""},
    {"remind", Act::say, true, quotation | clause | hearer, "of"},
    {"renounce", Act::retract, true, noun_phrase, ""},
    {"repeat", Act::reaffirm, true, quotation | clause | noun_phrase, ""},
    {"reply", Act::answer, true, quotation | clause, ""},
    {"report", Act::announce, true, quotation | clause, "on"},
    {"repudiate", Act::criticise, true, noun_phrase, ""},
    {"request", Act::ask, true, noun_phrase, ""},
    {"respond", Act::answer, true, quotation | clause, ""},
    {"restate", Act::reaffirm, true, clause | noun_phrase, ""},
    {"retort", Act::answer, true, quotation | clause, ""},
    {"retract", Act::retract, true, noun_phrase, ""},
    {"retweet", Act::say, true, noun_phrase, ""},
    {"reveal", Act::announce, true, quotation | clause | question | noun_phrase, ""},
    {"ridicule", Act::criticise, true, noun_phrase, ""},
    {"rule", Act::announce, true, clause, ""},
    {"salute", Act::praise, true, noun_phrase, ""},
    {"say", Act::say, true, quotation | clause | question, "of"},
    {"scoff", Act::criticise, true, quotation | clause, "at"},
    {"scold", Act::criticise, true, noun_phrase, ""},
    {"scream", Act::say, true, quotation, ""},
    {"seek", Act::want, false, infinitive, ""},
    {"shout", Act::say, true, quotation, ""},
    {"show", Act::show, true, clause | question, ""},
    {"sigh", Act::say, true, quotation, ""},
    {"signal", Act::say, true, clause | noun_phrase, ""},
    {"slam", Act::criticise, true, noun_phrase, ""},
    {"smile", Act::say, true, quotation, ""},
    {"snap", Act::say, true, quotation, ""},
    {"speak", Act::say, true, 0, "about of against"},
    {"specify", Act::clarify, true, clause | question | noun_phrase, ""},
    {"speculate", Act::say, true, quotation | clause, "about"},
    {"state", Act::say, true, quotation | clause, ""},
    {"stress", Act::say, true, quotation | clause | noun_phrase, ""},
    {"suggest", Act::say, true, quotation | clause | noun_phrase, ""},
    {"support", Act::agree, false, noun_phrase, ""},
    {"suppose", Act::think, false, clause, ""},
    {"surmise", Act::think, false, clause, ""},
    {"suspect", Act::think, false, clause, ""},
    {"swear", Act::promise, true, quotation | clause | infinitive, ""},
    {"talk", Act::say, true, 0, "about"},
    {"taunt", Act::criticise, true, quotation | noun_phrase, ""},
    {"tease", Act::say, true, noun_phrase, ""},
    {"tell", Act::say, true, quotation | clause | hearer, "about"},
    {"testify", Act::say, true, quotation | clause, ""},
    {"text", Act::say, true, quotation, ""},
    {"thank", Act::praise, true, noun_phrase, ""},
    {"theorize", Act::think, false, clause, ""},
    {"think", Act::think, false, quotation | clause, "of about"},
    {"threaten", Act::warn, true, quotation | clause | infinitive | noun_phrase, ""},
    {"tout", Act::praise, true, noun_phrase, ""},
    {"tweet", Act::say, true, quotation | clause, "about"},
    {"underline", Act::say, true, clause, ""},
    {"underscore", Act::say, true, clause | noun_phrase, ""},
    {"understand", Act::know, false, clause | question, ""},
    {"urge", Act::ask, true, quotation | noun_phrase, ""},
    {"vent", Act::criticise, true, quotation, ""},
    {"view", Act::think, false, noun_phrase, ""},
    {"voice", Act::say, true, noun_phrase, ""},
    {"vow", Act::promise, true, quotation | clause | infinitive, ""},
    {"want", Act::want, false, infinitive | noun_phrase, ""},
    {"warn", Act::warn, true, quotation | clause | hearer, "of about against"},
    {"welcome", Act::praise, true, noun_phrase, ""},
    {"whisper", Act::say, true, quotation, ""},
    {"wish", Act::want, false, clause | infinitive, "for"},
    {"withdraw", Act::retract, true, noun_phrase, ""},
    {"wonder", Act::ask, false, quotation | question | clause, "about"},
    {"worry", Act::feel, false, quotation | clause, "about"},
    {"write", Act::say, true, quotation | clause, ""},
    {"yell", Act::say, true, quotation, "at"},
});

struct Irregular {
  std::string_view lemma;
  std::string_view past;
  std::string_view participle;
};

constexpr std::array irregulars{
    Irregular{"beseech", "besought", "besought"},
    Irregular{"feel", "felt", "felt"},
    Irregular{"find", "found", "found"},
    Irregular{"forecast", "forecast", "forecast"},
    Irregular{"forget", "forgot", "forgotten"},
    Irregular{"hold", "held", "held"},
    Irregular{"know", "knew", "known"},
    Irregular{"prove", "proved", "proven"},
    Irregular{"read", "read", "read"},
    Irregular{"say", "said", "said"},
    Irregular{"seek", "sought", "sought"},
    Irregular{"show", "showed", "shown"},
    Irregular{"speak", "spoke", "spoken"},
    Irregular{"swear", "swore", "sworn"},
    Irregular{"tell", "told", "told"},
    Irregular{"think", "thought", "thought"},
    Irregular{"understand", "understood", "understood"},
    Irregular{"withdraw", "withdrew", "withdrawn"},
    Irregular{"write", "wrote", "written"},
};

// Verbs that double their last letter: "quipped", "quipping".
constexpr std::array doubling{"admit", "beg",  "blog",  "brag",  "commit", "dub",  "grin",   "nod",
                              "plan",  "quip", "rebut", "refer", "slam",   "snap", "deadpan"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "say" -> "says", "saying", "said"; the three regular endings by spelling.
struct Inflected {
  std::string third;
  std::string past;
  std::string ing;
};

Inflected inflect(std::string_view lemma) {
  const std::string word(lemma);
  const std::string stem = word.substr(0, word.size() - 1);
  const bool consonant_y = word.ends_with('y') && !is_vowel(word[word.size() - 2]);
  const bool hissing =
      word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("sh") || word.ends_with("ch");
  if (consonant_y) return {stem + "ies", stem + "ied", word + "ing"};
  if (word.ends_with("ee")) return {word + "s", word + "d", word + "ing"};
  if (word.ends_with('e')) return {word + "s", word + "d", stem + "ing"};
  for (const std::string_view doubled : doubling) {
    if (doubled == word) return {word + "s", word + word.back() + "ed", word + word.back() + "ing"};
  }
  return {hissing ? word + "es" : word + "s", word + "ed", word + "ing"};
}

class Readings {
 public:
  Readings();
  const CueReading* find(std::string_view word) const {
    const auto found = by_form_.find(word);
    return found == by_form_.end() ? nullptr : &found->second;
  }

 private:
  void add(std::string_view form, const CueReading& reading) {
    if (!by_form_.contains(form)) by_form_.emplace(forms_.emplace_back(form), reading);
  }

  std::deque<std::string> forms_;
  boost::unordered_flat_map<std::string_view, CueReading, WordHash, SameWord> by_form_;
};

Readings::Readings() {
  for (const CueVerb& verb : verbs) {
    const Inflected forms = inflect(verb.lemma);
    add(verb.lemma, {&verb, VerbForm::base});
    add(forms.third, {&verb, VerbForm::third_person});
    add(forms.ing, {&verb, VerbForm::ing});
    bool irregular = false;
    for (const Irregular& row : irregulars) {
      if (row.lemma != verb.lemma) continue;
      irregular = true;
      add(row.past, {&verb, VerbForm::past});
      add(row.participle, {&verb, VerbForm::past});
    }
    if (!irregular) add(forms.past, {&verb, VerbForm::past});
  }
}

}  // namespace

std::optional<CueReading> read_cue(std::string_view word) {
  static const Readings readings;  // made once, never changed
  if (word.size() > 16) return std::nullopt;
  const CueReading* const found = readings.find(word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace onrecord
