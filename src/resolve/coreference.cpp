#include "resolve/coreference.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "resolve/epithets.h"
#include "resolve/mentions.h"
#include "resolve/roles.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

enum class Pronoun : std::uint8_t { he, she, they, it, first, first_plural, second, other };

Pronoun pronoun_of(std::string_view word) {
  if (word == "he" || word == "him" || word == "his" || word == "himself") return Pronoun::he;
  if (word == "she" || word == "her" || word == "herself" || word == "hers") return Pronoun::she;
  if (word == "they" || word == "them" || word == "their" || word == "themselves" || word == "theirs")
    return Pronoun::they;
  if (word == "it" || word == "its" || word == "itself") return Pronoun::it;
  if (word == "i" || word == "me" || word == "my") return Pronoun::first;
  if (word == "we" || word == "us" || word == "our") return Pronoun::first_plural;
  if (word == "you" || word == "your") return Pronoun::second;
  return Pronoun::other;
}

// Where a statement stands for the order of reading: at its source, else its cue, else its content.
std::uint32_t place_of(const Statement& statement) {
  if (!statement.source.empty()) return statement.source.front().begin;
  if (!statement.cue.empty()) return statement.cue.front().begin;
  return statement.content.empty() ? 0 : statement.content.front().begin;
}

// Weights of what speaks for a pronoun's antecedent.
constexpr float salience_weight = 0.8f;  // of how often the article names it
constexpr float last_weight = 1.5f;      // of having spoken last

class Linker {
 public:
  Linker(const Article& article, const Reading& reading, const Statements& statements, Cast& cast)
      : article_(article),
        reading_(reading),
        words_(reading.words),
        statements_(statements),
        cast_(cast),
        mentions_(mentions_of_names(reading, cast)),
        links_(statements.size()) {
    for (const Mentioned& mention : mentions_) {
      if (mention.figure >= salience_.size()) salience_.resize(mention.figure + 1, 0.0f);
      salience_[mention.figure] += 1.0f;
    }
    for (float& salience : salience_) salience = std::log1p(salience);
    gather_pairs();
  }

  std::vector<SourceLink> run() {
    std::vector<std::uint32_t> order(statements_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return place_of(statements_[i]); });
    for (const std::uint32_t i : order) {
      at_ = i;
      link(links_[i]);
      done_.push_back(i);
      if (links_[i].figure != none && links_[i].decision.confidence < least_confidence) links_[i].figure = none;
    }
    return std::move(links_);
  }

 private:
  const Statement& statement() const { return statements_[at_]; }

  void decide(SourceLink& link, std::uint32_t figure, const char* by, float confidence) {
    link.figure = figure;
    link.decision = {by, confidence};
  }

  void link(SourceLink& link) {
    if (statement().source.empty()) {
      without_source(link);
      return;
    }
    const Range words = reading_.words_in({statement().source.front().begin, statement().source.back().end});
    if (words.empty()) return;
    std::vector<Phrase> phrases = read_source(reading_, cast_, words);
    if (phrases.empty()) return;
    if (phrases.size() == 1 && listed(link, phrases.front(), words)) return;
    if (phrases.size() == 1) {
      single(link, phrases.front());
    } else {
      joint(link, phrases);
    }
  }

  void single(SourceLink& link, const Phrase& phrase) {
    switch (phrase.form) {
      case PhraseForm::pronoun:
        pronoun(link, phrase.head);
        break;
      case PhraseForm::relative:
        relative(link, phrase.head);
        break;
      case PhraseForm::name:
        named(link, phrase);
        break;
      case PhraseForm::noun:
        noun(link, phrase);
        break;
      case PhraseForm::empty:
        break;
    }
    if (link.figure == none) return;
    Mentioned mention;
    mention.word = phrase.head;
    mention.figure = link.figure;
    mention.quote = words_[phrase.head].quote;
    mention.subject = true;
    add_mention(mentions_, mention);
    link.mentions.push_back(phrase.form == PhraseForm::name ? reading_.span_of(cast_.names[phrase.name].words)
                                                            : reading_.span_of(phrase.core));
  }

  // "three economists -- Ada Lund of Norland, Bo Moe and Cy Noe --": the people who are listed.
  bool listed(SourceLink& link, const Phrase& phrase, Range words) {
    if (phrase.form != PhraseForm::noun || !phrase.plural) return false;
    std::vector<Phrase> named;
    for (std::size_t i = 0; i < cast_.names.size(); ++i) {
      const Name& name = cast_.names[i];
      if (name.words.begin < phrase.core.end || name.words.end > words.end || name.kind != NameKind::person ||
          name.possessive || name.words.size() < 2)
        continue;
      Phrase part;
      part.form = PhraseForm::name;
      part.core = part.whole = name.words;
      part.head = name.words.end - 1;
      part.name = static_cast<std::uint32_t>(i);
      named.push_back(part);
    }
    if (named.size() < 2) return false;
    joint(link, named);
    return true;
  }

  void joint(SourceLink& link, const std::vector<Phrase>& phrases) {
    Figure both;
    both.plural = true;
    bool all_organisations = true;
    float confidence = 1.0f;
    const char* by = "joint";
    for (const Phrase& phrase : phrases) {
      SourceLink part;
      single(part, phrase);
      if (part.figure == none) continue;
      const Figure& figure = cast_.figures[part.figure];
      both.name += (both.name.empty() ? "" : " and ") + figure.name;
      all_organisations = all_organisations && figure.kind == SpeakerKind::organisation;
      confidence = std::min(confidence, part.decision.confidence);
      link.mentions.insert(link.mentions.end(), part.mentions.begin(), part.mentions.end());
    }
    if (both.name.empty()) return;
    both.kind = all_organisations ? SpeakerKind::organisation : SpeakerKind::group;
    link.mentions = {{link.mentions.front().begin, link.mentions.back().end}};
    decide(link, figure_named(std::move(both)), by, confidence * 0.95f);
  }

  // Persons who are named in a row: "Ada Lund, Bo Moe and Cy Noe".
  struct Pair {
    std::uint32_t first = none;  // names
    std::uint32_t last = none;
    bool subject = false;
  };

  void gather_pairs() {
    const auto person = [&](std::uint32_t i) {
      return cast_.names[i].kind == NameKind::person && cast_.figure_of_name[i] != none;
    };
    for (std::uint32_t i = 0; i + 1 < cast_.names.size(); ++i) {
      Pair pair{i, none, false};
      for (std::uint32_t k = i; k + 1 < cast_.names.size() && person(k) && person(k + 1); ++k) {
        const Name& next = cast_.names[k + 1];
        const std::uint32_t between = cast_.names[k].words.end;
        const std::uint32_t begin = next.before.empty() ? next.words.begin : next.before.begin;
        if (cast_.names[k].possessive || begin <= between || begin - between > 2) break;
        const bool joined = words_[begin - 1].lower == "and";
        if (!joined && (words_[between].lower != "," || begin - between != 1)) break;
        if (cast_.figure_of_name[k] == cast_.figure_of_name[k + 1]) break;
        if (!joined) continue;
        if (!next.possessive) pair.last = k + 1;
        break;
      }
      if (pair.last == none) continue;
      const auto mention = std::ranges::find(mentions_, cast_.names[i].words.end - 1, &Mentioned::word);
      pair.subject = mention != mentions_.end() && mention->subject;
      pairs_.push_back(pair);
      i = pair.last;
    }
  }

  Figure together(const Pair& pair) const {
    Figure all;
    all.plural = true;
    all.kind = SpeakerKind::group;
    for (std::uint32_t i = pair.first; i <= pair.last; ++i)
      all.name += (all.name.empty() ? "" : " and ") + cast_.figures[cast_.figure_of_name[i]].name;
    return all;
  }

  // The figure of that name and kind, made where there is none yet.
  std::uint32_t figure_named(Figure&& figure) {
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      if (cast_.figures[f].kind == figure.kind && cast_.figures[f].name == figure.name) return f;
    }
    cast_.figures.push_back(std::move(figure));
    return static_cast<std::uint32_t>(cast_.figures.size() - 1);
  }

  void named(SourceLink& link, const Phrase& phrase) {
    const Name& name = cast_.names[phrase.name];
    const float confidence = name.words.size() > 1 ? 0.97f : 0.93f;
    decide(link, cast_.figure_of_name[phrase.name], name.words.size() > 1 ? "name" : "short-name", confidence);
  }

  // The statement in whose content the word stands; the innermost one that has been read already.
  std::uint32_t enclosing(std::uint32_t word) const {
    std::uint32_t best = none;
    std::uint32_t best_size = 0xffffffffu;
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      if (i == at_) continue;
      for (const Span content : statements_[i].content) {
        if (content.contains(words_[word].span) && content.size() < best_size) {
          best = i;
          best_size = content.size();
        }
      }
    }
    return best;
  }

  std::uint32_t author() {
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      if (cast_.figures[f].kind == SpeakerKind::author) return f;
    }
    Figure figure;
    figure.kind = SpeakerKind::author;
    figure.name = "author";
    cast_.figures.push_back(std::move(figure));
    return static_cast<std::uint32_t>(cast_.figures.size() - 1);
  }

  void first_person(SourceLink& link, std::uint32_t word, bool plural) {
    const std::uint32_t outer = enclosing(word);
    if (outer != none) {
      const SourceLink of_outer = answer_for(outer);
      if (of_outer.figure != none)
        decide(link, of_outer.figure, "first-person", of_outer.decision.confidence * (plural ? 0.75f : 0.95f));
      return;
    }
    if (words_[word].quote != none) {
      // Quoted without a statement of its own around it: the last speaker of the paragraph.
      const std::uint32_t last = last_speaker(word, 0);
      if (last != none) decide(link, last, "first-person", 0.6f);
      return;
    }
    decide(link, author(), "first-person", 0.8f);
  }

  // The link of a statement that may come later in reading order ("I …," Lund said).
  SourceLink answer_for(std::uint32_t other) {
    if (links_[other].figure != none || depth_ > 3) return links_[other];
    const std::uint32_t here = at_;
    SourceLink link_of_other;
    at_ = other;
    ++depth_;
    link(link_of_other);
    --depth_;
    at_ = here;
    return link_of_other;
  }

  // The figure that spoke last before `word`, at most `paragraphs` paragraphs back.
  std::uint32_t last_speaker(std::uint32_t word, std::uint32_t paragraphs) const {
    const std::uint32_t here = reading_.paragraph_of(word);
    for (std::size_t i = done_.size(); i > 0; --i) {
      const SourceLink& link = links_[done_[i - 1]];
      if (link.figure == none) continue;
      const std::uint32_t at = std::min<std::uint32_t>(reading_.word_at(place_of(statements_[done_[i - 1]])),
                                                       static_cast<std::uint32_t>(words_.size() - 1));
      return here - reading_.paragraph_of(at) <= paragraphs ? link.figure : none;
    }
    return none;
  }

  void relative(SourceLink& link, std::uint32_t word) {
    const Phrase before = phrase_before(reading_, cast_, word);
    if (before.form == PhraseForm::empty || before.form == PhraseForm::relative) return;
    SourceLink antecedent;
    single(antecedent, before);
    if (words_[word].lower == "who" && antecedent.figure != none &&
        cast_.figures[antecedent.figure].kind == SpeakerKind::organisation) {
      // "Ada Lund of Norland, who": a person of the same sentence rather than a country
      for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
        if (mention->word >= word || words_[mention->word].sentence != words_[word].sentence) continue;
        if (cast_.figures[mention->figure].kind != SpeakerKind::person || mention->possessive) continue;
        antecedent.figure = mention->figure;
        break;
      }
    }
    if (antecedent.figure == none) return;
    decide(link, antecedent.figure, "relative-clause", antecedent.decision.confidence * 0.93f);
  }

  static bool fits(const Figure& figure, Pronoun pronoun) {
    switch (pronoun) {
      case Pronoun::he:
        return (figure.kind == SpeakerKind::person || figure.kind == SpeakerKind::unnamed) && !figure.female() &&
               !figure.plural;
      case Pronoun::she:
        return (figure.kind == SpeakerKind::person || figure.kind == SpeakerKind::unnamed) && !figure.male() &&
               !figure.plural;
      case Pronoun::they:
        return figure.kind == SpeakerKind::group || figure.kind == SpeakerKind::organisation || figure.plural;
      case Pronoun::it:
        return figure.kind == SpeakerKind::organisation || figure.kind == SpeakerKind::document;
      default:
        return false;
    }
  }

  void pronoun(SourceLink& link, std::uint32_t word) {
    const Pronoun which = pronoun_of(words_[word].lower);
    if (which == Pronoun::first || which == Pronoun::first_plural) {
      first_person(link, word, which == Pronoun::first_plural);
      return;
    }
    if (which == Pronoun::second || which == Pronoun::other) return;
    // Candidates with their best mention's score.
    std::vector<float> scores(cast_.figures.size(), -100.0f);
    const std::uint32_t sentence = words_[word].sentence;
    const std::uint32_t quote = words_[word].quote;
    const std::uint32_t outer = enclosing(word);
    const std::uint32_t quoted_speaker = quote != none && outer != none ? links_[outer].figure : none;
    for (const Mentioned& mention : mentions_) {
      if (mention.word >= word) break;
      const Figure& figure = cast_.figures[mention.figure];
      if (!fits(figure, which) || mention.figure == quoted_speaker) continue;
      const std::uint32_t distance = sentence - words_[mention.word].sentence;
      if (distance > 12) continue;
      float score = distance == 0 ? 3.0f : 2.6f - 0.45f * static_cast<float>(distance);
      if (mention.subject) score += 1.0f;
      if (mention.figure < salience_.size()) score += salience_weight * salience_[mention.figure];
      if (mention.possessive) score -= 0.5f;
      if (mention.quote != quote) score -= mention.quote == none ? 0.0f : 2.2f;
      if (reading_.sentences[words_[mention.word].sentence].title_case) score -= 0.7f;
      const bool known_gender = which == Pronoun::he ? figure.male() : which == Pronoun::she ? figure.female() : true;
      if (!known_gender) score -= 0.4f;
      if (figure.kind == SpeakerKind::unnamed) score -= distance > 0 ? 1.3f : 0.3f;
      if (figure.place && which != Pronoun::they) score -= 0.8f;
      if (figure.place && which == Pronoun::they) score -= 1.5f;
      if (which == Pronoun::they && figure.kind == SpeakerKind::organisation) score -= 0.6f;
      scores[mention.figure] = std::max(scores[mention.figure], score);
    }
    if (which == Pronoun::they) {
      for (const Pair& pair : pairs_) {
        const std::uint32_t at = cast_.names[pair.last].words.begin;
        if (at >= word || sentence - words_[at].sentence > 3 || words_[at].quote != quote) continue;
        const std::uint32_t figure = figure_named(together(pair));
        if (figure >= scores.size()) scores.resize(figure + 1, -100.0f);
        const float score =
            2.8f - 0.45f * static_cast<float>(sentence - words_[at].sentence) + (pair.subject ? 1.5f : 0.0f);
        scores[figure] = std::max(scores[figure], score);
      }
    }
    for (std::uint32_t back = 0; back < 3 && back < done_.size(); ++back) {
      const std::uint32_t other = done_[done_.size() - 1 - back];
      const std::uint32_t figure = links_[other].figure;
      if (figure == none || scores[figure] < -50.0f) continue;
      const std::uint32_t at = std::min<std::uint32_t>(reading_.word_at(place_of(statements_[other])),
                                                       static_cast<std::uint32_t>(words_.size() - 1));
      const std::uint32_t far =
          reading_.paragraph_of(word) - std::min(reading_.paragraph_of(word), reading_.paragraph_of(at));
      if (far > 2) continue;
      scores[figure] += (back == 0 ? last_weight : 0.8f) - 0.3f * static_cast<float>(far);
    }
    if (outer != none && quote == none && links_[outer].figure != none && scores[links_[outer].figure] > -50.0f)
      scores[links_[outer].figure] += 1.0f;
    const auto best = std::ranges::max_element(scores);
    if (best == scores.end() || *best < -50.0f) {
      look_ahead(link, word, which);
      return;
    }
    float second = -100.0f;
    for (auto score = scores.begin(); score != scores.end(); ++score) {
      if (score != best) second = std::max(second, *score);
    }
    const float margin = second < -50.0f ? 3.0f : *best - second;
    const float confidence = 0.45f + 0.5f * (1.0f - std::exp(-margin)) - (*best < 0.5f ? 0.15f : 0.0f);
    decide(link, static_cast<std::uint32_t>(best - scores.begin()), "pronoun", std::clamp(confidence, 0.0f, 0.97f));
  }

  // "While he was speaking, Lund said …": nobody fits before; the next name in the sentence may.
  void look_ahead(SourceLink& link, std::uint32_t word, Pronoun which) {
    for (const Mentioned& mention : mentions_) {
      if (mention.word <= word) continue;
      if (words_[mention.word].sentence > words_[word].sentence) break;
      if (!fits(cast_.figures[mention.figure], which) || (which != Pronoun::he && which != Pronoun::she)) continue;
      decide(link, mention.figure, "pronoun-ahead", 0.55f);
      return;
    }
  }

  // The phrase with possessive pronouns replaced by their owner's name: "her spokesman" -> "Ada Lund's spokesman".
  std::string phrase_text(Range words) {
    if (words.empty()) return {};
    std::string text;
    std::uint32_t begin = words_[words.begin].span.begin;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const std::string& lower = words_[i].lower;
      if (lower != "his" && lower != "her" && lower != "their" && lower != "its") continue;
      SourceLink owner;
      pronoun(owner, i);
      if (owner.figure == none || owner.decision.confidence < 0.5f) continue;
      text += reading_.of({begin, words_[i].span.begin});
      text += cast_.figures[owner.figure].name + "'s";
      begin = words_[i].span.end;
    }
    text += reading_.of({begin, words_[words.end - 1].span.end});
    return text;
  }

  void noun(SourceLink& link, const Phrase& phrase) {
    SpeakerKind kind = kind_of_noun(reading_, phrase);
    const Word& head = words_[phrase.head];
    const bool one_person = kind == SpeakerKind::person && !phrase.plural;
    if (one_person) {
      const bool capital_title = head.is(c::title) && head.capitalised();
      if (phrase.definite == Definite::definite ||
          (phrase.definite == Definite::bare && (capital_title || phrase.core.size() == 1))) {
        if (definite_person(link, phrase)) return;
      }
      if (phrase.definite != Definite::definite && introduced_later(link, phrase)) return;
    } else if (phrase.definite == Definite::definite || phrase.plural) {
      if (phrase.clause.empty() && known_thing(link, phrase, kind)) return;
    }
    Figure figure;
    figure.kind = kind == SpeakerKind::person    ? (phrase.plural ? SpeakerKind::group : SpeakerKind::unnamed)
                  : kind == SpeakerKind::unknown ? (phrase.plural ? SpeakerKind::group : SpeakerKind::organisation)
                                                 : kind;
    figure.head = head.lower;
    figure.plural = phrase.plural;
    figure.gender = head.classes & (c::male | c::female);
    const bool one = figure.kind == SpeakerKind::unnamed;
    figure.name =
        phrase_text(one || phrase.clause.empty() ? phrase.whole : Range{phrase.whole.begin, phrase.clause.end});
    for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) figure.parts.push_back(words_[i].lower);
    const bool anew = figure.kind == SpeakerKind::unnamed && phrase.definite == Definite::indefinite;
    if (anew) {
      cast_.figures.push_back(std::move(figure));
      decide(link, static_cast<std::uint32_t>(cast_.figures.size() - 1), "phrase", 0.85f);
    } else {
      decide(link, figure_named(std::move(figure)), "phrase", 0.85f);
    }
  }

  // "the Vermont senator": whose roles and titles say so; else, for a bare "the senator", the one spoken of.
  bool definite_person(SourceLink& link, const Phrase& phrase) {
    const Epithet epithet = read_epithet(reading_, phrase);
    std::uint32_t best = none;
    float best_score = 0.0f;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::person) continue;
      if (((epithet.gender & c::male) != 0 && figure.female()) || ((epithet.gender & c::female) != 0 && figure.male()))
        continue;
      float score = match(epithet, figure);
      if (score <= 0.0f) continue;
      score += recency(f, phrase.head);
      if (score > best_score) {
        best = f;
        best_score = score;
      }
    }
    if (best != none && best_score >= 1.0f) {
      decide(link, best, "epithet", std::min(0.95f, 0.6f + 0.1f * best_score));
      link.epithet = reading_.span_of(phrase.core);
      return true;
    }
    // A phrase seen before ("the source", "the official").
    for (std::size_t i = done_.size(); i > 0; --i) {
      const std::uint32_t f = links_[done_[i - 1]].figure;
      if (f == none) continue;
      const Figure& figure = cast_.figures[f];
      if (figure.kind == SpeakerKind::unnamed && figure.head == words_[phrase.head].lower) {
        decide(link, f, "same-noun", 0.8f);
        return true;
      }
    }
    if (epithet.anonymous || phrase.core.size() > 4 || phrase.whole.size() > phrase.core.size()) return false;
    // Nobody's roles say so: the last person who spoke, where nothing speaks against it.
    if (!stands_for_person(words_[phrase.head].lower)) return false;
    const std::uint32_t last = most_spoken_of(phrase.head, epithet.gender);
    if (last == none) return false;
    if (((epithet.gender & c::male) != 0 && cast_.figures[last].female()) ||
        ((epithet.gender & c::female) != 0 && cast_.figures[last].male()))
      return false;
    if (epithet.possessed) return false;
    decide(link, last, "definite-phrase", phrase.core.size() == 1 ? 0.6f : 0.5f);
    link.epithet = reading_.span_of(phrase.core);
    return true;
  }

  // Nouns that articles vary a known person's name with; "the official", "the spokesman" more often means somebody
  // else.
  static bool stands_for_person(std::string_view head) {
    constexpr std::array<std::string_view, 17> others{
        "official", "spokesman",   "spokeswoman", "spokesperson", "reporter", "aide",
        "adviser",  "advisor",     "moderator",   "person",       "voter",    "head",
        "manager",  "interviewer", "questioner",  "officer",      "agent"};
    return std::ranges::find(others, head) == others.end();
  }

  // The person whom the sentences before `word` speak of most and last.
  std::uint32_t most_spoken_of(std::uint32_t word, WordClasses gender) const {
    std::vector<float> scores(cast_.figures.size(), 0.0f);
    for (const Mentioned& mention : mentions_) {
      if (mention.word >= word) break;
      const Figure& figure = cast_.figures[mention.figure];
      if (figure.kind != SpeakerKind::person) continue;
      if (((gender & c::male) != 0 && figure.female()) || ((gender & c::female) != 0 && figure.male())) continue;
      const float far = static_cast<float>(words_[word].sentence - words_[mention.word].sentence);
      if (far > 6.0f) continue;
      scores[mention.figure] += (mention.subject ? 1.0f : 0.35f) * (mention.quote != none ? 0.2f : 1.0f) / (0.5f + far);
    }
    const auto best = std::ranges::max_element(scores);
    return best == scores.end() || *best < 0.2f ? none : static_cast<std::uint32_t>(best - scores.begin());
  }

  float recency(std::uint32_t figure, std::uint32_t word) const {
    float best = 0.0f;
    for (const Mentioned& mention : mentions_) {
      if (mention.word >= word) break;
      if (mention.figure != figure) continue;
      const std::uint32_t far = words_[word].sentence - words_[mention.word].sentence;
      best = std::max(best, far > 8 ? 0.05f : 0.8f - 0.08f * static_cast<float>(far));
    }
    return best;
  }

  // "A NATO official" of the headline and first lines who is named soon after: the only person whose roles say so.
  bool introduced_later(SourceLink& link, const Phrase& phrase) {
    if (reading_.paragraph_of(phrase.head) > 2 || words_[phrase.head].quote != none) return false;
    const Epithet epithet = read_epithet(reading_, phrase);
    if (epithet.anonymous || epithet.words.size() < 2) return false;
    std::uint32_t found = none;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::person || !shares_affiliation(epithet, figure)) continue;
      std::uint32_t first = none;
      for (const Mentioned& mention : mentions_) {
        const std::uint32_t name = cast_.name_at(mention.word);
        if (mention.figure == f && mention.subject && name != none && cast_.figure_of_name[name] == f) {
          first = mention.word;
          break;
        }
      }
      if (first == none || first < phrase.head || reading_.paragraph_of(first) > reading_.paragraph_of(phrase.head) + 4)
        continue;
      if (found != none) return false;
      found = f;
    }
    if (found == none) return false;
    decide(link, found, "introduced-later", 0.6f);
    return true;
  }

  // "the ministry", "the poll", "the officials": what was spoken of by the same noun, in a fuller form.
  bool known_thing(SourceLink& link, const Phrase& phrase, SpeakerKind kind) {
    const std::string& head = words_[phrase.head].lower;
    std::uint32_t best = none;
    float best_score = 0.0f;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      const bool by_head = figure.head == head;
      const bool by_part = figure.head.empty() && !figure.parts.empty() && figure.kind != SpeakerKind::person &&
                           (figure.parts.back() == head || figure.parts.front() == head);
      const bool by_kind = kind == SpeakerKind::organisation && figure.kind == SpeakerKind::organisation &&
                           figure.head.empty() && phrase.core.size() == 1 && !phrase.plural &&
                           phrase.definite == Definite::definite && suits(head, figure);
      if (!by_head && !by_part && !by_kind) continue;
      if (phrase.plural && phrase.definite != Definite::definite &&
          (phrase.core.size() > 1 || phrase.whole.size() > phrase.core.size()))
        continue;
      if (!by_kind && !modifiers_agree(phrase, figure)) continue;
      const float near = recency(f, phrase.head);
      if (near == 0.0f) continue;
      const float score = (by_head || by_part ? 1.5f : 0.3f) + near;
      if (score > best_score) {
        best = f;
        best_score = score;
      }
    }
    if (best == none) return false;
    decide(link, best, "same-noun", std::min(0.9f, 0.4f + 0.25f * best_score));
    return true;
  }

  // True where a bare noun may stand for a proper name: "the network" for a broadcaster, "the country" for a country.
  static bool suits(std::string_view head, const Figure& figure) {
    constexpr std::array<std::string_view, 5> countries{"country", "nation", "state", "kingdom", "republic"};
    constexpr std::array<std::string_view, 24> bodies{
        "company", "network",     "newspaper", "paper",      "group",   "organization", "organisation", "outlet",
        "agency",  "firm",        "station",   "magazine",   "party",   "team",         "bank",         "site",
        "website", "publication", "bureau",    "department", "airline", "foundation",   "retailer",     "carmaker"};
    if (std::ranges::find(countries, head) != countries.end()) return figure.place;
    return !figure.place && std::ranges::find(bodies, head) != bodies.end();
  }

  // Every modifier of the phrase is among the figure's words, or the phrase has none.
  bool modifiers_agree(const Phrase& phrase, const Figure& figure) const {
    for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
      if (i == phrase.head || words_[i].is(c::function) || words_[i].lower == "new" || words_[i].lower == "same")
        continue;
      if (std::ranges::find(figure.parts, words_[i].lower) == figure.parts.end()) return false;
    }
    return true;
  }

  // No source in the text: a coordinated verb or a participle shares the one before it in its sentence; a quotation
  // that stands alone goes on with the speaker before it.
  void without_source(SourceLink& link) {
    const std::uint32_t byte = place_of(statement());
    const std::uint32_t word = reading_.word_at(byte);
    if (word >= words_.size()) return;
    for (std::size_t i = done_.size(); i > 0; --i) {
      const std::uint32_t other = done_[i - 1];
      if (links_[other].figure == none) continue;
      const std::uint32_t at = reading_.word_at(place_of(statements_[other]));
      if (at >= words_.size()) continue;
      if (words_[at].sentence == words_[word].sentence) {
        decide(link, links_[other].figure, "same-sentence", 0.55f);
        return;
      }
      break;
    }
    if (statement().cue.empty() && statement().form == Form::direct) {
      const std::uint32_t last = last_speaker(word, 1);
      if (last != none) decide(link, last, "quotation-goes-on", 0.7f);
    }
    if (!statement().cue.empty() && link.figure == none) subject_before(link, word);
  }

  // "Lund went on tour to call for …": the subject before the cue, unless the cue is passive.
  void subject_before(SourceLink& link, std::uint32_t cue) {
    const Range words = reading_.words_in({statement().cue.front().begin, statement().cue.back().end});
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      if (words_[i].is(c::auxiliary)) return;
    }
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
      if (mention->word >= cue) continue;
      if (words_[mention->word].sentence != words_[cue].sentence) return;
      if (!mention->subject || mention->quote != words_[cue].quote || mention->possessive ||
          cast_.figures[mention->figure].kind != SpeakerKind::person)
        continue;
      if (enclosing(mention->word) != enclosing(cue)) continue;
      decide(link, mention->figure, "subject", 0.4f);
      return;
    }
  }

  const Article& article_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const Statements& statements_;
  Cast& cast_;
  std::vector<Mentioned> mentions_;
  std::vector<Pair> pairs_;
  std::vector<SourceLink> links_;
  std::vector<float> salience_;      // of each figure that is named: how often, as a logarithm
  std::vector<std::uint32_t> done_;  // statements read so far, in order
  std::uint32_t at_ = 0;             // the statement at hand
  int depth_ = 0;
};

}  // namespace

std::vector<SourceLink> link_sources(const Article& article, const Reading& reading, const Statements& statements,
                                     Cast& cast) {
  return Linker(article, reading, statements, cast).run();
}

}  // namespace onrecord::resolving
