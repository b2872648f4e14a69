#include "attribute/narration_phrases.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace onrecord::narration {

namespace {

using std::string_view_literals::operator""sv;
using onrecord::Act;

constexpr Object words = Object::words;
constexpr Object free_ = Object::optional;

constexpr std::array lexicon{
    Phrase{Act::retract, words, {"walk|walks|walked|walking", "~", "back"}},
    Phrase{Act::retract, words, {"row|rowed|rowing", "back", "on"}},
    Phrase{Act::retract, words, {"roll|rolled|rolling", "back"}},
    Phrase{Act::retract, words, {"took|take|takes|taking|taken", "~", "back"}},
    Phrase{Act::retract, words, {"back|backs|backed|backing", "away", "from"}},
    Phrase{Act::retract, words, {"back|backs|backed|backing", "off"}},
    Phrase{Act::retract, words, {"back|backs|backed|backing", "down", "from"}},
    Phrase{Act::retract, free_, {"backtrack|backtracks|backtracked|backtracking", "on|from"}},
    Phrase{Act::retract, free_, {"backtrack|backtracks|backtracked|backtracking"}},
    Phrase{
        Act::retract, free_, {"backpedal|backpedals|backpedaled|backpedaling|backpedalled|backpedalling", "on|from"}},
    Phrase{Act::retract, free_, {"backpedal|backpedals|backpedaled|backpedaling|backpedalled|backpedalling"}},
    Phrase{Act::retract, words, {"retract|retracts|retracted|retracting"}},
    Phrase{Act::retract, words, {"recant|recants|recanted|recanting"}},
    Phrase{Act::retract, words, {"withdraw|withdraws|withdrew|withdrawing|withdrawn"}},
    Phrase{Act::retract, words, {"disavow|disavows|disavowed|disavowing"}},
    Phrase{Act::retract, words, {"renounce|renounces|renounced|renouncing"}},
    Phrase{Act::retract, words, {"rescind|rescinds|rescinded|rescinding"}},
    Phrase{Act::retract, words, {"revise|revises|revised|revising"}},
    Phrase{Act::retract, words, {"soften|softens|softened|softening"}},
    Phrase{Act::retract, words, {"tone|toned|dial|dialed|dialled", "down|back"}},
    Phrase{Act::retract, words, {"delete|deletes|deleted|deleting"}},
    Phrase{Act::retract, words, {"abandon|abandoned|abandoning"}},
    Phrase{
        Act::retract, words, {"distance|distances|distanced|distancing", "himself|herself|itself|themselves", "from"}},
    Phrase{
        Act::retract, words, {"apologize|apologizes|apologized|apologizing|apologise|apologised|apologising", "for"}},
    Phrase{Act::retract, words, {"regret|regrets|regretted|regretting"}},
    Phrase{Act::retract, free_, {"misspoke|misspoken"}},
    Phrase{Act::retract, free_, {"reverse|reverses|reversed|reversing", "himself|herself|itself|themselves|course"}},
    Phrase{Act::retract, words, {"reverse|reverses|reversed|reversing"}},
    Phrase{Act::retract,
           free_,
           {"change|changes|changed|changing", "his|her|their|its", "mind|tune|position|story|account|stance"}},
    Phrase{Act::clarify, words, {"clarify|clarifies|clarified|clarifying"}},
    Phrase{Act::clarify, words, {"explain|explains|explained|explaining"}},
    Phrase{Act::reaffirm, free_, {"double|doubles|doubled|doubling", "down", "on"}},
    Phrase{Act::reaffirm, free_, {"double|doubles|doubled|doubling", "down"}},
    Phrase{Act::reaffirm, words, {"stand|stands|stood|standing", "by"}},
    Phrase{Act::reaffirm, free_, {"stand|stands|stood|standing", "his|her|their", "ground"}},
    Phrase{Act::reaffirm, words, {"stick|sticks|stuck|sticking", "by|to|with"}},
    Phrase{Act::reaffirm, words, {"reiterate|reiterates|reiterated|reiterating"}},
    Phrase{Act::reaffirm, words, {"reaffirm|reaffirms|reaffirmed|reaffirming"}},
    Phrase{Act::reaffirm, words, {"repeat|repeats|repeated|repeating"}},
    Phrase{Act::reaffirm, words, {"renew|renews|renewed|renewing"}},
    Phrase{Act::reaffirm, words, {"defend|defends|defended|defending", "his|her|its|their"}},
    Phrase{Act::deny, words, {"deny|denies|denied|denying"}},
    Phrase{Act::deny, words, {"refute|refutes|refuted|refuting"}},
    Phrase{Act::deny, words, {"rebut|rebuts|rebutted|rebutting"}},
    Phrase{Act::deny, words, {"reject|rejects|rejected|rejecting"}},
    Phrase{Act::deny, words, {"dismiss|dismisses|dismissed|dismissing"}},
    Phrase{Act::deny, words, {"dispute|disputes|disputed|disputing"}},
    Phrase{Act::deny, words, {"push|pushes|pushed|pushing", "back", "on|against|at"}},
    Phrase{Act::criticise, words, {"criticize|criticizes|criticized|criticizing|criticise|criticised|criticising"}},
    Phrase{Act::criticise, words, {"condemn|condemns|condemned|condemning"}},
    Phrase{Act::criticise, words, {"denounce|denounces|denounced|denouncing"}},
    Phrase{Act::criticise, words, {"blast|blasts|blasted|blasting|slam|slams|slammed|slamming|rip|ripped|ripping"}},
    Phrase{Act::criticise, words, {"mock|mocks|mocked|mocking|ridicule|ridiculed|ridiculing|deride|derided|deriding"}},
    Phrase{Act::criticise, words, {"rebuke|rebukes|rebuked|rebuking|decry|decries|decried|decrying|assail|assailed"}},
    Phrase{Act::criticise, words, {"challenge|challenges|challenged|challenging"}},
    Phrase{Act::criticise, words, {"laugh|laughed|laughing|brush|brushed|brushing|shrug|shrugged", "off|aside"}},
    Phrase{Act::criticise, words, {"take|takes|took|taking", "issue|aim|exception", "with|at|to"}},
    Phrase{Act::criticise, words, {"pounce|pounced|seize|seized|seizing", "on"}},
    Phrase{Act::agree, words, {"echo|echoes|echoed|echoing"}},
    Phrase{Act::agree, words, {"agree|agrees|agreed|agreeing", "with"}},
    Phrase{Act::agree, words, {"backs|backed|backing|supports|supported|endorses|endorsed"}},
    Phrase{Act::praise, words, {"praise|praises|praised|praising|applaud|applauded|welcome|welcomed"}},
    Phrase{Act::agree, words, {"defend|defends|defended|defending"}},
    Phrase{Act::answer, words, {"respond|responds|responded|responding", "to"}},
    Phrase{Act::answer, words, {"react|reacts|reacted|reacting", "to"}},
    Phrase{Act::answer, words, {"reply|replied|replying", "to"}}};

template <std::size_t size>
bool among(const std::array<std::string_view, size>& list, const std::string& word) {
  return std::ranges::find(list, word) != list.end();
}

// The lexicon by first word, in the lexicon's order.
std::unordered_map<std::string, std::vector<Phrase>> by_first_word() {
  std::unordered_map<std::string, std::vector<Phrase>> index;
  for (const Phrase& phrase : lexicon) {
    std::string_view rest = phrase.words[0];
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      index[std::string(rest.substr(0, bar))].push_back(phrase);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  return index;
}

}  // namespace

std::span<const Phrase> phrases_at(const std::string& word) {
  static const auto index = by_first_word();
  const auto found = index.find(word);
  if (found == index.end()) return {};
  return found->second;
}

bool is(const std::string& word, std::string_view wanted) {
  while (!wanted.empty()) {
    const std::size_t bar = std::min(wanted.find('|'), wanted.size());
    if (word == wanted.substr(0, bar)) return true;
    wanted.remove_prefix(std::min(bar + 1, wanted.size()));
  }
  return false;
}

bool names_words(const std::string& word) {
  static constexpr std::array nouns{
      "comment"sv,     "comments"sv,    "remark"sv,      "remarks"sv,     "statement"sv,  "statements"sv,
      "claim"sv,       "claims"sv,      "accusation"sv,  "accusations"sv, "allegation"sv, "allegations"sv,
      "assertion"sv,   "assertions"sv,  "suggestion"sv,  "suggestions"sv, "criticism"sv,  "criticisms"sv,
      "tweet"sv,       "tweets"sv,      "speech"sv,      "words"sv,       "charge"sv,     "charges"sv,
      "rhetoric"sv,    "insult"sv,      "insults"sv,     "notion"sv,      "idea"sv,       "argument"sv,
      "rumors"sv,      "rumours"sv,     "prediction"sv,  "apology"sv,     "narrative"sv,  "characterization"sv,
      "comparison"sv,  "insinuation"sv, "contention"sv,  "pledge"sv,      "pledges"sv,    "promise"sv,
      "promises"sv,    "proposal"sv,    "position"sv,    "stance"sv,      "threat"sv,     "threats"sv,
      "endorsement"sv, "support"sv,     "opposition"sv,  "call"sv,        "calls"sv,      "demand"sv,
      "demands"sv,     "report"sv,      "reports"sv,     "story"sv,       "account"sv,    "testimony"sv,
      "question"sv,    "questions"sv,   "denial"sv,      "denials"sv,     "assessment"sv, "belief"sv,
      "vow"sv,         "complaint"sv,   "complaints"sv,  "description"sv, "warning"sv,    "warnings"sv,
      "theory"sv,      "claiming"sv,    "answer"sv,      "answers"sv,     "post"sv,       "letter"sv,
      "sentiment"sv,   "sentiments"sv,  "explanation"sv, "quote"sv,       "quotes"sv,     "interview"sv,
      "diatribe"sv,    "attacks"sv,     "views"sv,       "view"sv};
  return among(nouns, word);
}

bool stands_for_words(const std::string& word) {
  return among(std::array{"it"sv, "that"sv, "this"sv, "those"sv, "them"sv, "these"sv}, word);
}

bool breaks_object(const std::string& word) {
  return among(std::array{"and"sv,   "but"sv,    "or"sv,      "saying"sv, "who"sv,  "which"sv, "when"sv, "while"sv,
                          "after"sv, "before"sv, "because"sv, "as"sv,     "to"sv,   "by"sv,    "was"sv,  "were"sv,
                          "is"sv,    "are"sv,    "has"sv,     "had"sv,    "have"sv, "said"sv,  "says"sv},
               word);
}

bool ends_content(const std::string& word) {
  return among(
      std::array{"and"sv, "but"sv, "saying"sv, "while"sv, "after"sv, "when"sv, "because"sv, "telling"sv, "calling"sv,
                 "as"sv, "by"sv, "insisting"sv, "claiming"sv, "arguing"sv, "before"sv, "during"sv, "or"sv},
      word);
}

bool is_verb_group(const std::string& word) {
  return among(
      std::array{"later"sv,       "has"sv,          "have"sv,       "had"sv,          "since"sv,    "also"sv,
                 "then"sv,        "to"sv,           "appeared"sv,   "appears"sv,      "seemed"sv,   "seems"sv,
                 "tried"sv,       "tries"sv,        "sought"sv,     "forced"sv,       "was"sv,      "were"sv,
                 "is"sv,          "are"sv,          "be"sv,         "been"sv,         "being"sv,    "quickly"sv,
                 "immediately"sv, "eventually"sv,   "repeatedly"sv, "subsequently"sv, "abruptly"sv, "swiftly"sv,
                 "partially"sv,   "essentially"sv,  "vehemently"sv, "strongly"sv,     "flatly"sv,   "categorically"sv,
                 "vigorously"sv,  "emphatically"sv, "publicly"sv,   "consistently"sv, "did"sv,      "not"sv,
                 "never"sv,       "n't"sv,          "refused"sv,    "refuses"sv,      "refusing"sv, "began"sv,
                 "begun"sv,       "trying"sv,       "attempted"sv,  "attempting"sv,   "would"sv,    "will"sv,
                 "could"sv,       "might"sv,        "should"sv,     "may"sv,          "didn't"sv,   "didn’t"sv,
                 "won't"sv,       "won’t"sv,        "wouldn't"sv,   "wouldn’t"sv,     "again"sv,    "still"sv,
                 "somewhat"sv,    "apparently"sv,   "already"sv,    "recently"sv,     "once"sv,     "continued"sv,
                 "continues"sv,   "himself"sv,      "herself"sv,    "only"sv,         "always"sv,   "further"sv,
                 "initially"sv,   "firmly"sv,       "just"sv,       "even"sv,         "doesn't"sv,  "doesn’t"sv,
                 "does"sv,        "do"sv,           "don't"sv,      "don’t"sv},
      word);
}

bool is_pronoun(const std::string& word) {
  return among(std::array{"he"sv, "she"sv, "they"sv, "it"sv, "i"sv, "we"sv}, word);
}

bool begins_clause(const std::string& word) {
  return among(
      std::array{"and"sv, "but"sv, "that"sv, "when"sv, "after"sv, "as"sv, "while"sv, "because"sv, "before"sv, "until"sv,
                 "if"sv, "though"sv, "although"sv, "said"sv, "says"sv, "since"sv, "where"sv, "or"sv},
      word);
}

bool begins_relative(const std::string& word) {
  return among(std::array{"who"sv, "which"sv, "whose"sv, "whom"sv, "that"sv}, word);
}

bool opens_sentence(const std::string& word) {
  return among(std::array{"but"sv, "and"sv, "then"sv, "later"sv, "however"sv, "meanwhile"sv, "yet"sv, "now"sv,
                          "still"sv, "so"sv, "also"sv, "instead"sv},
               word);
}

bool negates(const std::string& word) {
  return word.ends_with("n't") || word.ends_with("n’t") ||
         among(
             std::array{"not"sv, "never"sv, "refused"sv, "refuses"sv, "refusing"sv, "declined"sv, "without"sv, "no"sv},
             word);
}

bool makes_possible(const std::string& word) {
  return word.ends_with("’ll") || word.ends_with("'ll") ||
         among(std::array{"may"sv, "might"sv, "could"sv, "would"sv, "should"sv, "can"sv, "must"sv, "will"sv, "if"sv,
                          "unless"sv, "whether"sv},
               word);
}

}  // namespace onrecord::narration
