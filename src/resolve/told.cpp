// Above 400 lines: the ways in which one sentence tells its listener share the words, the voice and the phrase's end.
#include "resolve/told.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool takes_listener(std::string_view word) {
  constexpr std::string_view verbs[] = {"told",      "tell",       "tells",     "telling", "informed", "informs",
                                        "informing", "reminded",   "reminding", "assured", "assures",  "assuring",
                                        "asked",     "asks",       "asking",    "texted",  "emailed",  "messaged",
                                        "addressed", "addressing", "briefed",   "lectured"};
  return std::ranges::find(verbs, word) != std::end(verbs);
}

// "released a statement", "wrote a letter"
bool puts_out(std::string_view verb) {
  constexpr std::string_view verbs[] = {"released", "issued",  "wrote",   "posted", "sent", "published", "releasing",
                                        "issuing",  "posting", "writing", "penned", "gave", "made",      "shared"};
  return std::ranges::find(verbs, verb) != std::end(verbs);
}

bool is_platform(std::string_view word) {
  return word == "twitter" || word == "facebook" || word == "instagram" || word == "snapchat" || word == "reddit" ||
         word == "youtube" || word == "tumblr" || word == "periscope";
}

class Listener {
 public:
  Listener(const Reading& reading, const Cast& cast, const Settings& settings, const Statements& statements,
           std::uint32_t statement, const std::vector<DatePhrase>& dates)
      : reading_(reading),
        words_(reading.words),
        cast_(cast),
        settings_(settings),
        statement_(statements[statement]),
        index_(statement),
        dates_(dates) {}

  std::vector<Audience> run() {
    const Setting& setting = settings_.of[index_];
    if (setting.sentence.empty()) return {};
    end_ = setting.sentence.end;
    listener_of_verb(setting);
    for (std::uint32_t i = setting.sentence.begin; i < end_; ++i) {
      if (!settings_.same_voice(index_, i)) continue;
      const Word& word = words_[i];
      if (word.is(c::gathering | c::medium) && (word.letters == CaseClass::lower || word.is(c::gathering)))
        occasion(i, setting);
      if ((word.lower == "poll" || word.lower == "survey") && in_source(i)) occasion(i, setting);
      if (word.lower == "speaking" || word.lower == "talking" || word.lower == "spoke" || word.lower == "appearing" ||
          word.lower == "appeared" || word.lower == "speaks")
        speaking(i, setting);
      if (word.lower == "on" || word.lower == "via") platform(i, setting);
      if (word.lower == "by" && i >= setting.cue && i + 1 < end_ && i <= setting.cue_end + 1 &&
          (words_[i + 1].lower == "telephone" || words_[i + 1].lower == "phone" || words_[i + 1].lower == "email"))
        offer({i + 1, i + 2}, 0.85f, 0.0f, false, Telling::medium);
      if (word.lower == "to" && i > setting.sentence.begin) to_whom(i, setting);
      if (word.lower == "tweeted" || word.lower == "tweeting" || word.lower == "retweeted" || word.lower == "tweets")
        tweeted(i, setting);
    }
    std::ranges::stable_sort(found_, [](const Audience& a, const Audience& b) { return a.confidence > b.confidence; });
    return std::move(found_);
  }

 private:
  // "78 percent of voters in a new poll": the poll is whom they told
  bool in_source(std::uint32_t i) const {
    return std::ranges::any_of(statement_.source, [&](Span span) {
      return span.contains(words_[i].span) && span.begin + 12 < words_[i].span.begin;
    });
  }

  // Words between the cue and `i`, weighted as clauses part them.
  float distance(std::uint32_t i, const Setting& setting) const {
    const std::uint32_t from = i < setting.cue ? i : setting.cue_end;
    const std::uint32_t to = i < setting.cue ? setting.cue : i;
    float far = 0.0f;
    for (std::uint32_t k = from; k < to; ++k) {
      if (!settings_.same_voice(index_, k)) {
        far += 0.03f;
      } else if (words_[k].lower == "who" || words_[k].lower == "which" || words_[k].lower == "after" ||
                 words_[k].lower == "when" || words_[k].lower == "while" || words_[k].lower == "where" ||
                 words_[k].lower == "because") {
        far += 5.0f;
      } else if (words_[k].lower == "and" || words_[k].lower == "but") {
        far += 2.0f;
      } else if (words_[k].is(c::speech_verb) && words_[k].letters == CaseClass::lower) {
        far += 3.0f;
      } else if (words_[k].kind != TokenKind::word) {
        far += 1.0f;
      } else {
        far += 0.5f;
      }
    }
    return far;
  }

  void offer(Range phrase, float base, float far, bool gathering, Telling by) {
    while (phrase.begin < phrase.end && is_article(words_[phrase.begin].lower)) ++phrase.begin;
    while (phrase.begin < phrase.end && words_[phrase.end - 1].kind == TokenKind::punctuation) --phrase.end;
    if (phrase.begin + 2 < phrase.end && words_[phrase.begin].kind == TokenKind::quote_mark &&
        words_[phrase.end - 1].kind == TokenKind::quote_mark) {
      ++phrase.begin;
      --phrase.end;
      while (phrase.begin < phrase.end && words_[phrase.end - 1].kind == TokenKind::punctuation) --phrase.end;
    }
    if (phrase.empty()) return;
    const float confidence = base - 0.04f * far;
    if (confidence < 0.3f) return;
    Audience audience;
    audience.span = reading_.span_of(phrase);
    // an opening mark without its closing one
    audience.name = std::string(reading_.of(audience.span));
    audience.confidence = std::clamp(confidence, 0.0f, 0.97f);
    audience.gathering = gathering;
    audience.by = by;
    if (phrase.size() == 1) {
      const std::string& word = words_[phrase.begin].lower;
      if (word == "him" || word == "her" || word == "them") audience.pronoun = phrase.begin;
      if (word == "me" || word == "us" || word == "you" || word == "it" || word == "himself" || word == "herself")
        return;
    }
    for (Audience& known : found_) {
      if (known.name != audience.name) continue;
      if (known.confidence < audience.confidence) known = std::move(audience);
      return;
    }
    found_.push_back(std::move(audience));
  }

  bool at_date(std::uint32_t i) const {
    return std::ranges::any_of(dates_,
                               [&](const DatePhrase& date) { return date.words.begin <= i && i < date.words.end; });
  }

  // The noun phrase that begins at `i`.
  std::uint32_t phrase_end(std::uint32_t i, bool with_place) const {
    std::uint32_t at = i;
    bool noun = false;
    while (at < end_) {
      if (at_date(at) || !settings_.same_voice(index_, at)) {
        // a programme's name in quotation marks is no report
        break;
      }
      const Word& word = words_[at];
      if (word.kind == TokenKind::quote_mark) {
        if (at != i && !words_[at - 1].possessive) break;
        const std::uint32_t close = programme_end(at);
        return close == none ? at : close;
      }
      const std::uint32_t name = cast_.name_at(at);
      if (name != none && cast_.names[name].words.begin == at) {
        at = std::min(end_, cast_.names[name].words.end);
        noun = true;
        continue;
      }
      if (word.kind == TokenKind::punctuation) {
        if ((word.lower == "-" || word.lower == "&" || word.lower == "/") && at + 1 < end_) {
          ++at;
          continue;
        }
        // "rally in Binghamton, N.Y."
        if (word.lower == "," && with_place && at > i && cast_.name_at(at - 1) != none &&
            cast_.name_at(at + 1) != none && cast_.names[cast_.name_at(at - 1)].kind == NameKind::place) {
          ++at;
          continue;
        }
        break;
      }
      if (noun && (word.is(c::auxiliary) || word.lower == "that" || word.lower == "who" || word.lower == "which" ||
                   word.lower == "and" || word.lower == "where" || word.lower == "when" || word.lower == "as" ||
                   word.lower == "but" || word.lower == "he" || word.lower == "she" || word.lower == "they" ||
                   word.lower == "it" || word.lower == "there" || word.lower == "if" || word.lower == "whether" ||
                   word.lower == "what" || word.lower == "how" || word.lower == "why" || word.lower == "this" ||
                   word.lower == "to")) {
        break;
      }
      if (!noun && (word.lower == "that" || word.lower == "if" || word.lower == "whether" || word.lower == "what" ||
                    word.lower == "how" || word.lower == "why" || word.lower == "about" || word.lower == "to"))
        break;
      if (noun && word.is(c::preposition)) {
        const bool held = word.lower == "by" && (words_[at - 1].lower == "held" || words_[at - 1].lower == "hosted" ||
                                                 words_[at - 1].lower == "sponsored");
        const bool keeps =
            held || word.lower == "of" || word.lower == "for" ||
            (with_place && (word.lower == "in" || word.lower == "at" || word.lower == "on" || word.lower == "with"));
        if (!keeps || at_date(at + 1) || (at + 1 < end_ && words_[at + 1].kind != TokenKind::word)) break;
      } else if (noun &&
                 (word.is(c::speech_verb) ||
                  (word.lower.size() > 5 && word.lower.ends_with("ing") && !word.is(c::gathering))) &&
                 word.letters == CaseClass::lower && !word.is(c::medium | c::document)) {
        break;
      }
      if (word.is(c::function) == false) noun = true;
      ++at;
      if (at - i > 14) break;
    }
    return at;
  }

  // Behind a title in quotation marks; none where too much stands in them for a title.
  std::uint32_t programme_end(std::uint32_t open) const {
    const std::uint32_t quote = words_[open].quote;
    for (std::uint32_t k = open + 1; k < std::min(end_, open + 9); ++k) {
      if (words_[k].kind == TokenKind::quote_mark) return k + 1;
      if (words_[k].quote != quote && words_[k].kind == TokenKind::word) return none;
    }
    return none;
  }

  // "told the story of", "tell the truth"
  bool tells_tale(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < std::min(end, begin + 3); ++k) {
      const std::string& word = words_[k].lower;
      if (word == "story" || word == "stories" || word == "truth" || word == "lie" || word == "lies" ||
          word == "joke" || word == "tale")
        return true;
    }
    return false;
  }

  void listener_of_verb(const Setting& setting) {
    for (std::uint32_t i = setting.cue; i < setting.cue_end; ++i) {
      if (!takes_listener(words_[i].lower) || words_[i].is(c::auxiliary)) continue;
      if (i > setting.sentence.begin && (words_[i - 1].lower == "was" || words_[i - 1].lower == "were" ||
                                         words_[i - 1].lower == "been" || words_[i - 1].lower == "be"))
        continue;
      std::uint32_t at = i + 1;
      if (at >= end_ || words_[at].kind == TokenKind::punctuation || !settings_.same_voice(index_, at)) continue;
      if (words_[at].lower == "for" || words_[at].lower == "about" || words_[at].is(c::preposition)) continue;
      const std::uint32_t close = phrase_end(at, false);
      const bool plainly = words_[i].lower.starts_with("t") || words_[i].lower.starts_with("inform");
      if (close > at && !words_[at].is(c::auxiliary) && !tells_tale(at, close))
        offer({at, close}, plainly ? 0.97f : 0.8f, 0.0f, false, Telling::verb);
    }
  }

  // An interview, a rally, a statement: in, at, during or on it.
  void occasion(std::uint32_t i, const Setting& setting) {
    const Word& noun = words_[i];
    std::uint32_t begin = i;
    while (begin > setting.sentence.begin) {
      const Word& before = words_[begin - 1];
      const std::uint32_t name = cast_.name_at(begin - 1);
      if (name == none && (before.kind != TokenKind::word || before.is(c::preposition | c::auxiliary) ||
                           before.lower == "and" || before.lower == "that" ||
                           (before.is(c::speech_verb) && before.letters == CaseClass::lower && !before.is(c::medium))))
        break;
      if (at_date(begin - 1) && before.possessive) break;
      --begin;
      if (is_article(before.lower) || before.lower == "his" || before.lower == "her" || before.lower == "their") break;
      if (i - begin > 7) return;
    }
    // "more than in past debates": other ones
    for (std::uint32_t k = begin; k < i; ++k) {
      if (words_[k].lower == "past" || words_[k].lower == "previous" || words_[k].lower == "earlier") return;
    }
    std::uint32_t preposition = begin;
    while (preposition > setting.sentence.begin && at_date(preposition - 1)) --preposition;
    if (preposition == setting.sentence.begin) return;
    const std::string& by = words_[preposition - 1].lower;
    const bool in_cue = i >= setting.cue && i < setting.cue_end;
    if (in_cue && preposition > setting.cue && noun.is(c::medium) && puts_out(by)) {
      offer({begin + (is_article(words_[begin].lower) ? 1u : 0u), i + 1}, 0.85f, 0.0f, false, Telling::medium);
      return;
    }
    if (!(by == "in" || by == "at" || by == "during" || by == "on" || by == "via" || by == "through" || by == "over" ||
          by == "from" || (in_cue && by == "a")))
      return;
    if (noun.is(c::gathering) && !noun.is(c::medium) && (by == "from" || by == "through")) return;
    if (i + 1 < end_ && words_[i + 1].kind == TokenKind::word && words_[i + 1].letters == CaseClass::lower &&
        words_[i + 1].is(c::gathering | c::medium | c::document | c::organisation) && !words_[i + 1].is(c::preposition))
      return;
    const float far = in_cue ? 0.0f : distance(i < setting.cue ? i : preposition, setting);
    if (noun.lower == "interview" || noun.lower == "interviews" || noun.lower == "conversation") {
      // with whom, or on what
      std::uint32_t at = i + 1;
      while (at < end_ && (at_date(at) || words_[at].is(c::month | c::weekday))) ++at;
      if (at < end_ &&
          (words_[at].lower == "with" || words_[at].lower == "to" || words_[at].lower == "on" ||
           words_[at].lower == "for") &&
          at + 1 < end_) {
        const std::uint32_t close = phrase_end(at + 1, false);
        if (close > at + 1 && !at_date(at + 1)) {
          offer({at + 1, close}, 0.95f, far, false, Telling::interview);
          return;
        }
      }
      // "a CNN interview"
      const std::uint32_t name = i > begin ? cast_.name_at(i - 1) : none;
      if (name != none) {
        offer({std::max(begin, cast_.names[name].words.begin), cast_.names[name].words.end}, 0.9f, far, false,
              Telling::interview);
        return;
      }
    }
    std::uint32_t first = begin;
    while (first < i && (is_article(words_[first].lower) || at_date(first))) ++first;
    const std::uint32_t close = std::max(i + 1, phrase_end(i, noun.is(c::gathering)));
    offer({first, close}, noun.is(c::gathering) ? 0.85f : 0.8f, far, noun.is(c::gathering) && !noun.is(c::medium),
          noun.is(c::gathering) ? Telling::gathering : Telling::medium);
  }

  // "speaking to reporters", "speaking at a forum", "appearing on …"
  void speaking(std::uint32_t i, const Setting& setting) {
    if (i + 2 >= end_) return;
    const std::string& by = words_[i + 1].lower;
    if (by != "to" && by != "with" && by != "on" && by != "at" && by != "before") return;
    if ((by == "to" || by == "with") && words_[i].lower.starts_with("appear")) return;
    if (at_date(i + 2) || words_[i + 2].lower == "length") return;
    const std::uint32_t close = phrase_end(i + 2, by == "at");
    if (close > i + 2) offer({i + 2, close}, 0.88f, distance(i, setting) * 0.6f, by == "at", Telling::speaking);
  }

  // "on CNN", "on NBC's “Meet the Press”", "on his radio show", "on Twitter"
  void platform(std::uint32_t i, const Setting& setting) {
    if (i + 1 >= end_ || at_date(i + 1)) return;
    std::uint32_t at = i + 1;
    if (is_article(words_[at].lower) || words_[at].lower == "his" || words_[at].lower == "her") ++at;
    if (at >= end_) return;
    const Word& first = words_[at];
    std::uint32_t close = none;
    float base = 0.85f;
    if (first.kind == TokenKind::quote_mark) {
      close = programme_end(at);
      if (close == none || !words_[at + 1].capitalised()) return;
      base = 0.8f;
    } else if (is_platform(first.lower)) {
      close = at + 1;
    } else {
      const std::uint32_t name = cast_.name_at(at);
      const bool show = [&] {
        for (std::uint32_t k = at; k < std::min(end_, at + 7); ++k) {
          if (words_[k].kind == TokenKind::punctuation || (words_[k].is(c::preposition))) return false;
          if (words_[k].lower == "show" || words_[k].lower == "program" || words_[k].lower == "programme" ||
              words_[k].lower == "podcast" || words_[k].lower == "broadcast")
            return true;
        }
        return false;
      }();
      const bool outlet = name != none && (words_[cast_.names[name].words.end - 1].is(c::outlet) ||
                                           words_[cast_.names[name].words.begin].is(c::outlet));
      if (!show && !outlet) return;
      close = phrase_end(at, false);
    }
    if (close != none && close > at) offer({at, close}, base, distance(i, setting), false, Telling::platform);
  }

  // "said to reporters", "in a letter to donors"
  void to_whom(std::uint32_t i, const Setting& setting) {
    if (i < setting.cue || i + 1 >= end_) return;
    const bool after_cue = i <= setting.cue_end + 1;
    if (!after_cue) return;
    std::uint32_t at = i + 1;
    const std::uint32_t close = phrase_end(at, false);
    if (close <= at) return;
    const Word& last = words_[close - 1];
    const std::uint32_t name = cast_.name_at(close - 1);
    const bool people =
        last.is(c::people) || last.lower == "reporters" ||
        (name != none && (cast_.names[name].kind == NameKind::person || words_[close - 1].is(c::outlet)));
    const Word& verb = words_[i - 1];
    if (!people || !(verb.is(c::speech_verb) || verb.lower == "spoke" || verb.lower == "remarks" ||
                     verb.lower == "statement" || verb.lower == "pitch"))
      return;
    if (verb.lower == "wanted" || verb.lower == "continued" || verb.lower == "continues" || verb.lower == "wants" ||
        verb.lower == "vowed" || verb.lower == "promised")
      return;
    offer({at, close}, 0.8f, distance(i, setting), false, Telling::to_whom);
  }

  void tweeted(std::uint32_t i, const Setting& setting) {
    if (i < setting.cue || i >= setting.cue_end || !found_.empty()) return;
    Audience audience;
    audience.name = "Twitter";
    audience.span = words_[i].span;
    audience.confidence = 0.75f;
    audience.by = Telling::tweet;
    found_.push_back(std::move(audience));
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
  const Settings& settings_;
  const Statement& statement_;
  std::uint32_t index_;
  const std::vector<DatePhrase>& dates_;
  std::uint32_t end_ = 0;
  std::vector<Audience> found_;
};

}  // namespace

std::vector<Audience> audiences_of(const Reading& reading, const Cast& cast, const Settings& settings,
                                   const Statements& statements, std::uint32_t statement,
                                   const std::vector<DatePhrase>& dates) {
  return Listener(reading, cast, settings, statements, statement, dates).run();
}

}  // namespace onrecord::resolving
