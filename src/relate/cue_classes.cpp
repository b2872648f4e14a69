#include "relate/cue_classes.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <string>

#include "text/text.h"

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

// A pattern is words with one blank between: "a|b" is either word, "walk*" every word that begins so, "_3" up to three
// words of any kind. The first word of a pattern is never a gap.
struct Phrases {
  CueClass cue;
  std::string_view patterns;  // separated by "; "
};

constexpr std::array lexicon{
    Phrases{
        CueClass::retract,
        "walk|walks|walked|walking _4 back; row|rowed|rowing back; back|backs|backed|backing away|off|down; "
        "backtrack*; "
        "backpedal*; retract*; recant*; revers* course|himself|herself|itself|themselves|position|his|her|its|their; "
        "reversal|reversals; renounc*; disavow*; rescind*; withdrew|withdraw|withdrawing|withdrawn; "
        "misspoke|misspoken|misspeak; "
        "misstat*; misidentified; chang* his|her|its|their|my|our _1 "
        "mind|tune|position|story|account|stance|view|views; "
        "change|shift of|in position|heart|tone|stance; about face; flip flop*; u turn; soften*; temper*; dial* "
        "back|down; "
        "ton* down; contradict* his|her|its|their|himself|herself; distanc* himself|herself|itself|themselves|him|her; "
        "took|take|takes|taking _4 back; correction|corrections; delet* _3 tweet|tweets|post|posts; "
        "revis* his|her|its|their; abandon* his|her|its|their; drop* his|her|its|their; no longer; retreat*; pivot*; "
        "evolv*; scrapp*; clean* up; flipped; reconsider*; amended; climb* down"},
    Phrases{
        CueClass::mistake,
        "i|we misspoke; i|we was|were wrong|mistaken; a mistake; mistake|mistakes; should not have; shouldn't have; "
        "poor choice; poorly|badly|wrongly worded|phrased|put; inartful*; ill advised; my mistake; could have _4 "
        "better; "
        "never should have; went too far; error|errors; inaccurate; incorrectly; by accident; short circuited; "
        "interpreted _3 wrong; i didn't|don't mean; did not mean to; i'd rephrase; not _2 best words|word"},
    Phrases{CueClass::apology, "apolog*; regret*; sorry; mea culpa; forgive*; contrit*"},
    Phrases{CueClass::clarify,
            "clarif*; meant; meaning; out of context; misconstru*; misinterpret*; misunderst*; mischaracteri*; "
            "joking|joke|joked|kidding; "
            "sarcas*; referring to; was|were referring; what _3 mean|means; intended; intent; explain*; explanation; "
            "to be clear; "
            "let me be clear; tongue in cheek; talking about; hypothetical*; not saying|suggesting|advocating; "
            "elaborat*; expand* on; "
            "specif*; stress*; nuance*; qualif*; the point; trying to say|make; literal*; figurativ*; locker room"},
    Phrases{CueClass::reaffirm,
            "reiterat*; reaffirm*; doubl* down; stand|stands|standing|stood by|firm|behind; stood|stand|stands "
            "his|her|their _1 ground; "
            "repeat*; renew*; restat*; stick|sticks|stuck|sticking to|with|by; refus* to "
            "back|apologi*|retract|recant|change|walk; "
            "never waver*; hasn't|has|have not changed; would|will not change; won't apologi*; not apologi*; reviv*; "
            "defend* his|her|its|their|that|those|the|some; remain* committed; maintain*; unapologetic*; still "
            "believe*|think*|support*; "
            "stand by; make no apolog*; made _3 clear; defiant; reassert*; vow* again"},
    Phrases{CueClass::repeat,
            "again; as i|we have|said|told|mentioned; i've|we've always|long|repeatedly|consistently|been; i|we have "
            "always|said|long|been; "
            "continu* to; repeatedly; once more; same; as he|she|they has|have|had|said|did; still; always; "
            "consistently; like i said; "
            "time and again; i told; said it before"},
    Phrases{CueClass::deny,
            "deny|denies|denied|denying; denial|denials; never said|did|told|happened|made|saw|called; not guilty; did "
            "not say|do|happen; "
            "didn't say|do|happen; not what _3 said; i|we have|had never|nothing; i've never; had|has nothing to; "
            "innocent; "
            "disput* the|that|claim*|any|those; refut*; rebut*; no such; not aware|unaware; there isn't|wasn't|was|is "
            "no|one; "
            "i|we never; not the case; that's not"},
    Phrases{CueClass::falsehood,
            "not|isn't|wasn't|never|nothing true; untrue; false|falsely|falsehood|falsehoods; "
            "lie|lies|lied|lying|liar|liars; fabricat*; made|making up; "
            "hoax; fake; bogus; nonsense; baseless; unfounded; fiction*; no truth|evidence|proof; incorrect; "
            "inaccura*; mislead*; misled; "
            "distort*; myth; wrong; debunk*; dishonest*; misrepresent*; conspiracy; propaganda; unsubstantiated; "
            "mischaracteri*; "
            "misinformation; disinformation; narrative; smear*; preposterous; witch hunt; contradict*; smear"},
    Phrases{CueClass::reject,
            "reject*; dismiss*; push|pushes|pushed|pushing back; brush* off|aside; shrug* off; laugh* off; wav* off; "
            "disput*; scoff*; "
            "bristl*; struck down; shot|shoot|shoots down; downplay*; disregard*; deflect*; disagree*; challeng*; "
            "question|questions|questioned "
            "whether|the|his|her; take|takes|took|taking issue|exception|aim; object* to; balk*; resist*; "
            "counter|countered|counters; "
            "oppos*; refus*"},
    Phrases{CueClass::condemn,
            "critici*; condemn*; denounc*; blast*; slam*; rip|rips|ripped|ripping; mock*; ridicul*; derid*; attack*; "
            "assail*; rebuk*; lambast*; "
            "hammer*; fire|fires|fired|shot|shoots|hit|hits|hitting|struck|snapped back; scold*; chid*; decri*; decry; "
            "skewer*; chastis*; "
            "excoriat*; trash*; knock*; bash*; tak* _3 to task; pounc*; sei* on; jab*; swip*; sarcastic; backlash; "
            "outrage*; uproar; under fire; "
            "retort*; quip*; accus* _3 of; ought|should apologi*|resign|retract|delete; demand* _4 apolog*; call* for "
            "_4 apolog*; lash* out; "
            "taunt*; warn*; disappoint*; respectfully; compar*; complain*; protest*; upbraid*; reprimand*; call* "
            "him|her|it|them|that|this"},
    Phrases{CueClass::scorn,
            "outrag*; disgrac*; disgust*; offensive; shame*; despicable; reprehensible; racist|racism|bigot*; "
            "ridiculous; absurd*; insan*; "
            "stupid*; dumb*; crazy; laughable; irresponsibl*; unacceptable; inappropriate; dangerous; worthless; "
            "ignoran*; bizarre; divisive; "
            "insult*; hurtful; hateful; insensitive; appall*; sicken*; horrif*; unfortunate; hypocri*; pathetic; "
            "cring*; deplorable; abhorrent; "
            "vile; cruel; unfair; reckless; beneath; silly; foolish; desperate; cynical; unhinged; embarrass*; un "
            "american; wrongheaded; garbage; "
            "joke; weak; sad; terrible; sexis*; shock*; stunt; troubl*; concern*; unpresidential; distasteful; "
            "tasteless; meek; indecent"},
    Phrases{CueClass::agree,
            "agree|agrees|agreed|agreeing|agreement; echo*; is|was|are|were|be|he's|she's|you're|that's right|correct; "
            "exactly right; prais*; "
            "applaud*; defend*; support*; endors*; concur*; joined; welcom*; stand with; back|backs|backed|backing "
            "his|her|the|up; "
            "hail*; commend*; side|sided|sides with; seiz* on; thank*; great; sympathi*; well received; followed suit; "
            "piled on; exactly; "
            "absolutely; jump* in; retweet*; appreciat*; amen"},
    Phrases{CueClass::confirm,
            "confirm*; acknowledg*; admit*; conced*; corroborat*; verif*; concede; accept*; recogni*"},
    Phrases{CueClass::respond,
            "respond*; reply|replies|replied|replying; answer|answers|answered|answering; response|responses; react*; "
            "in answer; fir* back; "
            "shot back; hit back; weigh* in; comment on; address*; writes|wrote back; in return; rejoinder; retort*; "
            "counter*; prompt*; "
            "follow* up; took to twitter; addressing"},
    Phrases{CueClass::asked,
            "asked about|whether|if|why|how|what|who|when|on|by|to|for|again|specifically|directly; when asked; "
            "was|were|been asked; pressed on|by|about|"
            "for|to|whether|further; when pressed; questioned about|on|by|whether; challenged on|about|over|by; in "
            "response to; in answer to; "
            "a question; questions from|about; grilled; quizzed; pointed out; responding to; prodded; prompted"},
    Phrases{CueClass::question,
            "ask|asks|asked|asking; question|questions|questioned; wonder*; inquir*; moderator|moderators; "
            "press|pressed; pointed out"},
    Phrases{CueClass::accuse,
            "accus*; alleg*; charg*; claim|claims|claimed|claiming; blam*; imply|implies|implied|implying; insinuat*; "
            "suggest*; fault*; assert*; "
            "contend*; insist*; argu*"},
    Phrases{CueClass::say,
            "said; says; say; saying; told; tells; telling; wrote; writes; tweet|tweeted|tweets|tweeting; added; "
            "adding; stated; "
            "declar*; announc*; according; posted; called; calls; calling"},
    Phrases{CueClass::contrast,
            "but; however; though; although; despite; yet; instead; nevertheless; nonetheless; even as; while; "
            "contrary; in contrast; rather; "
            "meanwhile; on the contrary; except"},
    Phrases{CueClass::earlier,
            "earlier; previous|previously; ago; past; original|originally; initial|initially; once; last "
            "week|month|year|night|fall|summer|spring|winter; "
            "prior; had said|told|called|claimed|suggested|been; before; used to; formerly; in 19*|20*; "
            "days|weeks|months before; first; yesterday"},
    Phrases{CueClass::later,
            "later; since; now; then; after|following; subsequent*; hours; afterward*; the next|following "
            "day|week|morning; eventual*; today; "
            "late; finally; a day; within; days"},
    Phrases{CueClass::words_noun,
            "comment|comments; remark|remarks; statement|statements; claim|claims; accusation|accusations; "
            "allegation|allegations; "
            "assertion|assertions; suggestion|suggestions; criticism|criticisms; tweet|tweets; speech|speeches; words; "
            "charge|charges; insult|insults; "
            "attack|attacks; rhetoric; description; report|reports; story|stories; article|articles; notion; idea; "
            "question|questions; "
            "argument|arguments; rumor|rumors|rumours; prediction|predictions; apology|apologies; letter; narrative; "
            "assessment; quote|quotes; "
            "interview; comparison; insinuation; contention; characterization; book; ad; denial|denials; "
            "warning|warnings; answer|answers; "
            "explanation; account|accounts; tale; language; line; complaint|complaints; theory|theories; "
            "conclusion|conclusions; analysis; reporting; "
            "coverage; editorial; column; testimony; interpretation; version; jab; slur; joke; video|videos; message; "
            "debate; "
            "headline|headlines; inquiries; queries; references; "
            "post; insistence; sentiment|sentiments; "
            "reports; findings; denunciation*; praise; utterance*; diatribe; rant"},
    Phrases{CueClass::stance_noun,
            "promise|promises; pledge|pledges; proposal|proposals; call|calls; threat|threats; position|positions; "
            "stance; view|views; support; "
            "opposition; endorsement|endorsements; demand|demands; request; plan|plans; belief; willingness; "
            "commitment; vow; invitation; offer; "
            "concern|concerns; recommendation|recommendations; opinion; decision; ban; desire; intention; assurance*; "
            "frustration; appeal; pitch; "
            "refusal; ultimatum; tune; mind; account; goals; doubts"}};

struct Wanted {
  std::string_view word;
  bool prefix = false;  // any word that begins so
};

// What stands at one place of a pattern.
struct Element {
  std::vector<Wanted> any;  // the words that will do
  std::uint32_t gap = 0;    // else up to so many words
};
struct Pattern {
  CueClass cue;
  std::vector<Element> elements;
};

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + at.size();
  }
  return parts;
}

std::vector<Wanted> words_of(std::string_view element) {
  std::vector<Wanted> words;
  for (const std::string_view word : split(element, "|")) {
    const bool prefix = word.ends_with('*');
    words.push_back({prefix ? word.substr(0, word.size() - 1) : word, prefix});
  }
  return words;
}

bool fits(const std::string& word, const Wanted& wanted) {
  return wanted.prefix ? word.starts_with(wanted.word) : word == wanted.word;
}

bool fits(const std::string& word, const Element& element) {
  return std::any_of(element.any.begin(), element.any.end(), [&](const Wanted& wanted) { return fits(word, wanted); });
}

// Where the pattern's elements from `at` on end when they are laid from `word` on; 0 where they do not fit.
std::uint32_t end_of(const std::vector<Word>& words, std::uint32_t word, const std::vector<Element>& elements,
                     std::size_t at) {
  for (; at < elements.size(); ++at) {
    if (elements[at].gap > 0) {
      for (std::uint32_t skip = 0; skip <= elements[at].gap && word + skip < words.size(); ++skip) {
        if (const std::uint32_t end = end_of(words, word + skip, elements, at + 1)) return end;
      }
      return 0;
    }
    if (word >= words.size() || !fits(words[word].text, elements[at])) return 0;
    ++word;
  }
  return word;
}

// The patterns by the words that may begin them, and those that begin with a prefix by its first two letters.
class Index {
 public:
  Index() {
    for (const Phrases& phrases : lexicon) {
      for (const std::string_view text : split(phrases.patterns, "; ")) {
        Pattern& pattern = patterns_.emplace_back(Pattern{phrases.cue, {}});
        for (const std::string_view element : split(text, " ")) {
          if (element[0] == '_') {
            pattern.elements.push_back({{}, static_cast<std::uint32_t>(element[1] - '0')});
          } else {
            pattern.elements.push_back({words_of(element), 0});
          }
        }
        for (const Wanted& wanted : pattern.elements.front().any) {
          if (wanted.prefix) {
            by_prefix_[wanted.word.substr(0, 2)].push_back({wanted.word, &pattern});
          } else {
            by_word_[wanted.word].push_back(&pattern);
          }
        }
      }
    }
  }

  // Calls use(pattern) for each whose first place `word` fits, for some more than once.
  template <class Use>
  void each_begun_by(std::string_view word, const Use& use) const {
    if (const auto found = by_word_.find(word); found != by_word_.end()) {
      for (const Pattern* pattern : found->second) use(*pattern);
    }
    if (word.size() < 2) return;
    if (const auto found = by_prefix_.find(word.substr(0, 2)); found != by_prefix_.end()) {
      for (const Prefixed& each : found->second) {
        if (word.starts_with(each.prefix)) use(*each.pattern);
      }
    }
  }

 private:
  struct Prefixed {
    std::string_view prefix;
    const Pattern* pattern;
  };
  std::deque<Pattern> patterns_;
  boost::unordered_flat_map<std::string_view, std::vector<const Pattern*>, WordHash, SameWord> by_word_;
  boost::unordered_flat_map<std::string_view, std::vector<Prefixed>, WordHash, SameWord> by_prefix_;
};

}  // namespace

std::vector<CueMatch> find_cues(const std::vector<Word>& words) {
  static const Index index;
  std::vector<CueMatch> matches;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::size_t before = matches.size();
    index.each_begun_by(words[i].text, [&](const Pattern& pattern) {
      const std::uint32_t end = end_of(words, i + 1, pattern.elements, 1);
      if (end == 0) return;
      const auto same = std::find_if(matches.begin() + static_cast<std::ptrdiff_t>(before), matches.end(),
                                     [&](const CueMatch& match) { return match.cue == pattern.cue; });
      if (same == matches.end()) {
        matches.push_back({pattern.cue, i, end});
      } else {
        same->last = std::max(same->last, end);
      }
    });
    std::sort(matches.begin() + static_cast<std::ptrdiff_t>(before), matches.end(),
              [](const CueMatch& a, const CueMatch& b) { return a.cue < b.cue; });
  }
  return matches;
}

std::string_view to_text(CueClass cue) {
  constexpr std::array names{"retract"sv,  "mistake"sv,   "apology"sv, "clarify"sv,    "reaffirm"sv,   "repeat"sv,
                             "deny"sv,     "falsehood"sv, "reject"sv,  "condemn"sv,    "scorn"sv,      "agree"sv,
                             "confirm"sv,  "respond"sv,   "asked"sv,   "question"sv,   "accuse"sv,     "say"sv,
                             "contrast"sv, "earlier"sv,   "later"sv,   "words_noun"sv, "stance_noun"sv};
  static_assert(names.size() == static_cast<std::size_t>(CueClass::count));
  return names[static_cast<std::size_t>(cue)];
}

}  // namespace onrecord::relating
