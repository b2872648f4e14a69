// What a pronoun stands for.
#include <algorithm>
#include <array>
#include <cmath>

#include "resolve/linker.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// Weights of what speaks for a pronoun's antecedent.
constexpr float salience_weight = 0.8f;   // of how often the article names it
constexpr float last_weight = 1.5f;       // of having spoken last
constexpr float new_weight = 0.5f;        // of being named for the first time, in full, in this sentence or the last
constexpr float paragraph_weight = 0.3f;  // of being spoken of in the same paragraph
constexpr float named_weight = 1.5f;      // against whom the quotation itself names: few speak of themselves by name
constexpr float content_weight = 0.6f;    // against whom another statement's content speaks of
constexpr float asked_weight = 2.5f;      // of having been asked last; what answers is by the one asked
constexpr float asking_weight = 1.0f;     // against who asked

bool fits(const Figure& figure, Pronoun pronoun) {
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

}  // namespace

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

void Linker::pronoun(SourceLink& link, std::uint32_t word) {
  const Pronoun which = pronoun_of(words_[word].lower);
  if (which == Pronoun::first || which == Pronoun::first_plural) {
    first_person(link, word, which == Pronoun::first_plural);
    return;
  }
  if (which == Pronoun::second && words_[word].lower == "you") {
    Figure readers;
    readers.kind = SpeakerKind::group;
    readers.name = "you";
    decide(link, figure_named(std::move(readers)), "phrase", 0.5f);
  }
  if (which == Pronoun::second || which == Pronoun::other) return;
  if (named_next(link, word, which)) return;
  // Candidates with their best mention's score.
  std::vector<float> scores(cast_.figures.size(), -100.0f);
  const std::uint32_t sentence = words_[word].sentence;
  const std::uint32_t quote = words_[word].quote;
  const std::uint32_t outer = enclosing(word);
  const std::uint32_t quoted_speaker = quote != none && outer != none ? links_[outer].figure : none;
  for (const Mentioned& mention : mentions_) {
    if (mention.word >= word) break;
    const Figure& figure = cast_.figures[mention.figure];
    if (!fits(figure, which) || mention.figure == quoted_speaker || mention.modifies) continue;
    if (which == Pronoun::they && unsure_name(mention.word)) continue;
    const std::uint32_t distance = sentence - words_[mention.word].sentence;
    if (distance > 12) continue;
    float score = distance == 0 ? 3.0f : 2.6f - 0.65f * static_cast<float>(distance);
    if (mention.subject) score += mention.subordinate ? 0.5f : 1.0f;
    if (distance <= 1 && mention.quote == none && names_anew(mention)) score += new_weight;
    if (mention.quote == none && in_content_without(mention.word, word)) score -= content_weight;
    if (reading_.paragraph_of(mention.word) == reading_.paragraph_of(word)) score += paragraph_weight;
    if (mention.figure < salience_.size()) score += salience_weight * salience_[mention.figure];
    if (mention.possessive) score += mention.leads ? 0.5f : -0.5f;
    if (mention.quote != quote) score -= mention.quote == none ? 0.0f : 2.2f;
    if (reading_.sentences[words_[mention.word].sentence].title_case) score -= 0.7f;
    const bool known_gender = which == Pronoun::he ? figure.male() : which == Pronoun::she ? figure.female() : true;
    if (!known_gender) score -= 0.4f;
    if (figure.kind == SpeakerKind::unnamed && mention.figure != last_figure()) score -= distance > 0 ? 1.3f : 0.3f;
    if (figure.place && which != Pronoun::they) score -= 0.8f;
    if (figure.place && which == Pronoun::they) score -= 1.5f;
    if (which == Pronoun::they && figure.kind == SpeakerKind::organisation) score -= 0.9f;
    scores[mention.figure] = std::max(scores[mention.figure], score);
  }
  if (which == Pronoun::they) {
    for (const Together& pair : together_) {
      const std::uint32_t at = cast_.names[pair.last].words.begin;
      if (at >= word || sentence - words_[at].sentence > 3 || words_[at].quote != quote) continue;
      if (!pair.persons && cast_.figures[cast_.figure_of_name[pair.last]].kind != SpeakerKind::group) continue;
      const std::uint32_t figure = figure_named(figure_of(cast_, pair));
      if (figure >= scores.size()) scores.resize(figure + 1, -100.0f);
      const float score =
          2.8f - 0.45f * static_cast<float>(sentence - words_[at].sentence) + (pair.subject ? 1.5f : 0.0f);
      scores[figure] = std::max(scores[figure], score);
    }
  }
  for (const Joint& joint : all_of_) {
    if (which != Pronoun::they || joint.word >= word || sentence - words_[joint.word].sentence > 6) continue;
    if (joint.figure >= scores.size()) scores.resize(joint.figure + 1, -100.0f);
    const float score = 4.0f - 0.45f * static_cast<float>(sentence - words_[joint.word].sentence);
    scores[joint.figure] = std::max(scores[joint.figure], score);
  }
  if (which == Pronoun::they) add_group(scores, word);
  for (std::uint32_t back = 0; back < 3 && back < done_.size(); ++back) {
    const std::uint32_t other = done_[done_.size() - 1 - back];
    const std::uint32_t figure = links_[other].figure;
    if (figure == none || scores[figure] < -50.0f) continue;
    const std::uint32_t at = std::min<std::uint32_t>(reading_.word_at(place_of(statements_[other])),
                                                     static_cast<std::uint32_t>(words_.size() - 1));
    const std::uint32_t far =
        reading_.paragraph_of(word) - std::min(reading_.paragraph_of(word), reading_.paragraph_of(at));
    if (far > 2) continue;
    if (following_) continue;
    // Where the question is quoted, its own paragraph goes on with who asks: "“Why?” she asked Moe. After all, she …".
    const bool over = far > 0 || statements_[other].form == Form::indirect;
    const std::uint32_t asked = back == 0 && over ? asked_in(statements_[other]) : none;
    if (asked != none && asked < scores.size() && scores[asked] > -50.0f) {
      scores[asked] += asked_weight;
      scores[figure] -= asking_weight;
    }
    scores[figure] += (back == 0 ? last_weight : 0.8f) - 0.3f * static_cast<float>(far);
  }
  if (outer != none && quote == none && links_[outer].figure != none && scores[links_[outer].figure] > -50.0f)
    scores[links_[outer].figure] += 1.0f;
  if (!following_ && quote == none && statement().form != Form::indirect) {
    std::vector<bool> named(scores.size(), false);
    for (const Mentioned& mention : mentions_) {
      if (mention.quote == none || mention.figure >= named.size() || named[mention.figure]) continue;
      if (std::ranges::none_of(statement().content,
                               [&](const Span content) { return content.contains(words_[mention.word].span); }))
        continue;
      named[mention.figure] = true;
      scores[mention.figure] -= named_weight;
    }
  }
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

bool Linker::in_content_without(std::uint32_t mention, std::uint32_t word) const {
  return std::ranges::any_of(statements_, [&](const Statement& other) {
    const auto holds = [&](std::uint32_t at) {
      return std::ranges::any_of(other.content, [&](const Span content) { return content.contains(words_[at].span); });
    };
    return holds(mention) && !holds(word);
  });
}

std::uint32_t Linker::asked_in(const Statement& other) const {
  if (other.cue.empty()) return none;
  constexpr std::array<std::string_view, 5> verbs{"asked", "asks", "asking", "pressed", "questioned"};
  const Range cue = reading_.words_in({other.cue.front().begin, other.cue.back().end});
  bool asks = false;
  for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
    if (words_[i].is(c::auxiliary)) return none;
    asks = asks || std::ranges::find(verbs, words_[i].lower) != verbs.end();
  }
  if (!asks) return none;
  for (std::size_t i = 0; i < cast_.names.size(); ++i) {
    const Name& name = cast_.names[i];
    if ((name.before.empty() ? name.words.begin : name.before.begin) == cue.end) return cast_.figure_of_name[i];
  }
  return none;
}

void Linker::follow(std::uint32_t word) {
  following_ = true;
  for (; followed_ < word && followed_ < words_.size(); ++followed_) {
    const Word& at = words_[followed_];
    if ((at.lower != "he" && at.lower != "she") || at.quote != none) continue;
    if (std::ranges::binary_search(mentions_, followed_, {}, &Mentioned::word)) continue;
    SourceLink link;
    pronoun(link, followed_);
    if (link.figure == none || link.decision.confidence < 0.5f || link.decision.by != "pronoun") continue;
    Mentioned mention;
    mention.word = followed_;
    mention.figure = link.figure;
    mention.subject = true;
    add_mention(mentions_, mention);
  }
  following_ = false;
}

bool Linker::names_anew(const Mentioned& mention) const {
  const std::uint32_t name = cast_.name_at(mention.word);
  return name != none && cast_.names[name].words.size() > 1 && !cast_.names[name].possessive &&
         std::ranges::find(mentions_, mention.figure, &Mentioned::figure)->word == mention.word;
}

bool Linker::unsure_name(std::uint32_t word) const {
  const std::uint32_t name = cast_.name_at(word);
  return name != none && cast_.names[name].kind == NameKind::unknown && cast_.names[name].words.size() == 1 &&
         !words_[word].is(c::demonym | c::people | c::organisation | c::outlet);
}

bool Linker::named_next(SourceLink& link, std::uint32_t word, Pronoun which) {
  const Range sentence = reading_.sentences[words_[word].sentence].words;
  const bool possessive = words_[word].lower == "his" || words_[word].lower == "her";
  if (!possessive || word != sentence.begin + 1 || !words_[sentence.begin].is(c::preposition)) return false;
  const auto mention = std::ranges::upper_bound(mentions_, word, {}, &Mentioned::word);
  for (auto at = mention; at != mentions_.end() && at->word < sentence.end; ++at) {
    if (!at->subject || at->quote != words_[word].quote) continue;
    const std::uint32_t name = cast_.name_at(at->word);
    if (name == none || !fits(cast_.figures[at->figure], which)) return false;
    const Range before = cast_.names[name].before;
    const std::uint32_t begin = before.empty() ? cast_.names[name].words.begin : before.begin;
    if (begin == 0 || words_[begin - 1].lower != ",") return false;
    decide(link, at->figure, "pronoun-ahead", 0.7f);
    return true;
  }
  return false;
}

void Linker::add_group(std::vector<float>& scores, std::uint32_t word) {
  const Nominal* best = nullptr;
  float most = 0.0f;
  for (const Nominal& group : nominals_.groups) {
    if (group.head >= word) break;
    const std::uint32_t far = words_[word].sentence - words_[group.head].sentence;
    if (far > 2 || words_[group.head].quote != words_[word].quote) continue;
    const bool heads_sentence = group.core.begin == reading_.sentences[words_[group.head].sentence].words.begin;
    const float score = (far == 0 ? 3.0f : 2.6f - 0.45f * static_cast<float>(far)) +
                        (heads_sentence || leads_clause(group.core.begin + 1) ? 1.0f : 0.0f);
    if (score < most) continue;
    most = score;
    best = &group;
  }
  if (best == nullptr || std::ranges::any_of(scores, [&](float score) { return score >= most; })) return;
  Figure figure;
  figure.kind = SpeakerKind::group;
  figure.plural = true;
  figure.head = words_[best->head].lower;
  figure.name = std::string(reading_.of(reading_.span_of(best->core)));
  for (std::uint32_t i = best->core.begin; i < best->core.end; ++i) figure.parts.push_back(words_[i].lower);
  const std::uint32_t made = figure_named(std::move(figure));
  if (made >= scores.size()) scores.resize(made + 1, -100.0f);
  scores[made] = std::max(scores[made], most);
}

void Linker::look_ahead(SourceLink& link, std::uint32_t word, Pronoun which) {
  for (const Mentioned& mention : mentions_) {
    if (mention.word <= word) continue;
    if (words_[mention.word].sentence > words_[word].sentence) break;
    if (!fits(cast_.figures[mention.figure], which) || (which != Pronoun::he && which != Pronoun::she)) continue;
    decide(link, mention.figure, "pronoun-ahead", 0.55f);
    return;
  }
}

std::string Linker::phrase_text(Range words) {
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
    const Figure& whose = cast_.figures[owner.figure];
    text += whose.name + (whose.plural && whose.name.ends_with("s") ? "'" : "'s");
    begin = words_[i].span.end;
  }
  text += reading_.of({begin, words_[words.end - 1].span.end});
  return text;
}

}  // namespace onrecord::resolving
