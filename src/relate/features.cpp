// What the scorer sees of a pair. One function writes both the values and, when asked, their names, so that they cannot
// come apart.
#include <algorithm>
#include <array>
#include <string_view>

#include "onrecord/relation.h"
#include "relate/candidates.h"
#include "relate/standing.h"

namespace onrecord::relating {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array zone_names{"cue"sv, "head"sv, "rest"sv, "lead"sv, "before"sv, "after"sv};
constexpr std::size_t kinds = 7;  // of SpeakerKind
constexpr float absent = -1.0f;   // where a feature has no meaning for the pair

class Sink {
 public:
  Sink(std::vector<float>& values, std::vector<std::string>* names) : values_(values), names_(names) {}
  [[gnu::always_inline]] void add(std::string_view name, float value) {
    values_.push_back(value);
    if (names_ != nullptr) names_->emplace_back(name);
  }
  template <class Number>
  void add(std::string_view a, std::string_view b, std::string_view c, Number value) {
    values_.push_back(static_cast<float>(value));
    if (names_ != nullptr) names_->push_back(std::string(a) + "." + std::string(b) + "." + std::string(c));
  }
  void add(std::string_view a, std::string_view b, CueClass cue, float value) {
    if (names_ == nullptr) return values_.push_back(value);
    add(a, b, to_text(cue), value);
  }
  template <class Number>
  void add(std::string_view a, Zone zone, CueClass cue, Number value) {
    if (names_ == nullptr) return values_.push_back(static_cast<float>(value));
    add(a, zone_names[static_cast<std::size_t>(zone)], to_text(cue), value);
  }

 private:
  std::vector<float>& values_;
  std::vector<std::string>* names_;
};

float flag(bool value) { return value ? 1.0f : 0.0f; }

const StemSet& stems(const StatementFacts& facts, Zone zone) { return facts.stems[static_cast<std::size_t>(zone)]; }

float shared(const StemSet& a, const StemSet& b) { return static_cast<float>(count_shared(a, b)); }

float share(float both, std::size_t a, std::size_t b) {
  const std::size_t least = std::min(a, b);
  return least == 0 ? 0.0f : both / static_cast<float>(least);
}

std::uint32_t speaker_of(const ArticleFacts& article, std::uint32_t statement) {
  return statement < article.resolution.statements.size() ? article.resolution.statements[statement].speaker : none;
}

float kind_of(const ArticleFacts& article, std::uint32_t statement) {
  const std::uint32_t speaker = speaker_of(article, statement);
  if (speaker >= article.resolution.speakers.size()) return 0.0f;
  return static_cast<float>(static_cast<std::size_t>(article.resolution.speakers[speaker].kind) % kinds);
}

void add_statement(Sink& sink, std::string_view which, const ArticleFacts& article, std::uint32_t index,
                   std::initializer_list<Zone> zones) {
  const StatementFacts& facts = article.facts[index];
  const Statement& statement = article.statements[index];
  for (const Zone zone : zones) {
    for (std::size_t cue = 0; cue < cue_class_count; ++cue) {
      sink.add(which, zone, static_cast<CueClass>(cue), facts.cues[static_cast<std::size_t>(zone)][cue]);
    }
  }
  sink.add(which, "is", "form", static_cast<int>(statement.form));
  sink.add(which, "is", "act", static_cast<int>(statement.act));
  sink.add(which, "is", "communicated", flag(statement.communicated));
  sink.add(which, "is", "nested", flag(statement.within != none));
  sink.add(which, "is", "sourced", flag(!statement.source.empty()));
  sink.add(which, "is", "cued", flag(!statement.cue.empty()));
  sink.add(which, "is", "question", flag(facts.question));
  sink.add(which, "is", "first_person", flag(facts.first_person));
  sink.add(which, "is", "negated", flag(facts.negated));
  sink.add(which, "is", "headline", flag(facts.in_headline));
  sink.add(which, "is", "narrated", flag(facts.narrated));
  sink.add(which, "is", "speaker_kind", kind_of(article, index));
  sink.add(which, "has", "content_stems", std::min<std::size_t>(facts.content_stems.size(), 40));
  sink.add(which, "has", "quotes", std::min<std::size_t>(statement.quotes.size(), 4));
  sink.add(
      which, "at", "share_of_text",
      static_cast<float>(facts.hull.begin) / static_cast<float>(std::max<std::size_t>(1, article.article.text.size())));
}

void add_no_statement(Sink& sink, std::string_view which, std::initializer_list<Zone> zones) {
  for (const Zone zone : zones) {
    for (std::size_t cue = 0; cue < cue_class_count; ++cue) {
      sink.add(which, zone, static_cast<CueClass>(cue), absent);
    }
  }
  for (const std::string_view name :
       {"form"sv, "act"sv, "communicated"sv, "nested"sv, "sourced"sv, "cued"sv, "question"sv, "first_person"sv,
        "negated"sv, "headline"sv, "narrated"sv, "speaker_kind"sv}) {
    sink.add(which, "is", name, absent);
  }
  sink.add(which, "has", "content_stems", absent);
  sink.add(which, "has", "quotes", absent);
  sink.add(which, "at", "share_of_text", absent);
}

// How the pair lies in the article and what stands between.
void add_position(Sink& sink, const ArticleFacts& article, const Common& common, std::uint32_t from, std::uint32_t to) {
  const StatementFacts& f = article.facts[from];
  const StatementFacts& t = article.facts[to];
  const auto clip = [](float value, float most) { return std::clamp(value, -most, most); };
  const auto apart = [](std::uint32_t a, std::uint32_t b) { return static_cast<float>(a) - static_cast<float>(b); };
  sink.add("pair.statements_apart", clip(apart(from, to), 30));
  sink.add("pair.sentences_apart", clip(apart(f.sentence, t.last_sentence), 40));
  sink.add("pair.paragraphs_apart", clip(apart(f.paragraph, t.paragraph), 25));
  sink.add("pair.same_sentence", flag(f.sentence == t.last_sentence || t.sentence == f.last_sentence));
  sink.add("pair.to_inside_from", flag(article.statements[to].within == from || f.content_hull.contains(t.hull)));
  sink.add("pair.from_inside_to", flag(article.statements[from].within == to || t.content_hull.contains(f.hull)));
  sink.add("pair.overlap", flag(f.hull.overlaps(t.hull)));
  sink.add("between.by_target", static_cast<float>(std::min(common.by_target, 10u)));
  sink.add("between.by_actor", static_cast<float>(std::min(common.by_actor, 10u)));
  sink.add("between.by_third", static_cast<float>(std::min(common.by_third, 15u)));
  sink.add("between.questions", static_cast<float>(std::min(common.questions, 5u)));
}

void add_voices(Sink& sink, const ArticleFacts& article, const Common& common, std::uint32_t from, std::uint32_t to) {
  const Side side = article.sides.between(from, to);
  sink.add("pair.side", static_cast<float>(side));
  sink.add("pair.same_speaker",
           flag(speaker_of(article, from) != none && speaker_of(article, from) == speaker_of(article, to)));
  for (std::size_t z = 0; z < naming_zones.size(); ++z)
    sink.add("target_named", "in", zone_names[static_cast<std::size_t>(naming_zones[z])], common.named[z]);
}

void add_wording(Sink& sink, const ArticleFacts& article, const Common& common, std::uint32_t from, std::uint32_t to) {
  const StatementFacts& f = article.facts[from];
  const StatementFacts& t = article.facts[to];
  sink.add("actor_named.in_content", std::max(named_in(article.name_stems[from], t, Zone::head),
                                              named_in(article.name_stems[from], t, Zone::rest)));
  sink.add("actor_named.in_lead", named_in(article.name_stems[from], t, Zone::lead));
  sink.add("actor_named.after", named_in(article.name_stems[from], t, Zone::after));
  const auto said = [&](std::uint32_t i) -> const Said* {
    if (i >= article.resolution.statements.size() || !article.resolution.statements[i].said) return nullptr;
    return &*article.resolution.statements[i].said;
  };
  float order = 0.0f;
  if (const Said *a = said(from), *b = said(to); a != nullptr && b != nullptr && a->from && b->from) {
    order = *b->to < *a->from ? 1.0f : *a->to < *b->from ? -1.0f : 0.0f;
  }
  sink.add("pair.said_later", order);
  const auto contents = static_cast<float>(common.stems);
  sink.add("shared.contents", std::min(contents, 10.0f));
  sink.add("shared.contents_share", share(contents, f.content_stems.size(), t.content_stems.size()));
  sink.add("shared.lead", std::min(shared(stems(f, Zone::lead), t.content_stems), 8.0f));
  sink.add("shared.cue", shared(stems(f, Zone::cue), t.content_stems));
  sink.add("shared.before", std::min(shared(stems(f, Zone::before), t.content_stems), 8.0f));
  sink.add("shared.after_target", std::min(shared(f.content_stems, stems(t, Zone::after)), 8.0f));
}

void add_headline(Sink& sink, const ArticleFacts& article, std::uint32_t to) {
  sink.add("shared.headline_target", std::min(shared(article.headline_stems, article.facts[to].content_stems), 8.0f));
}

void add_rarity(Sink& sink, const ArticleFacts& article, const Common& common, std::uint32_t from) {
  sink.add("shared.headline_actor", std::min(shared(article.headline_stems, article.facts[from].content_stems), 8.0f));
  sink.add("shared.rare", common.rare);
}

void add_mention(Sink& sink, const ArticleFacts& article, const CandidateSet& set, const Candidate& candidate) {
  const bool is = candidate.mention != none;
  const auto value = [&](float v) { return is ? v : absent; };
  WordsMention mention;
  if (is) mention = set.mentions[candidate.mention];
  const StatementFacts& f = article.facts[candidate.from];
  sink.add("mention.is", flag(is));
  sink.add("mention.determiner", value(static_cast<float>(mention.determiner)));
  sink.add("mention.stance", value(flag(mention.stance)));
  Zone zone = Zone::count;
  if (is) {
    for (std::size_t z = 0; z < zone_count; ++z) {
      if (std::binary_search(f.words[z].begin(), f.words[z].end(), mention.noun)) zone = static_cast<Zone>(z);
    }
  }
  sink.add("mention.zone", value(static_cast<float>(zone)));
  sink.add("mention.words", value(static_cast<float>(mention.noun - mention.first + 1)));
  sink.add("mention.before_content", value(flag(mention.span.end <= f.content_hull.begin)));
  sink.add(
      "mention.near_content",
      value(std::min(
          60.0f, static_cast<float>(mention.span.end <= f.content_hull.begin   ? f.content_hull.begin - mention.span.end
                                    : mention.span.begin >= f.content_hull.end ? mention.span.begin - f.content_hull.end
                                                                               : 0))));
  const bool own = is && mention.possessor != none && !article.names[candidate.from].empty() &&
                   article.words[mention.possessor].text == article.names[candidate.from].back();
  sink.add("mention.of_actor", value(flag(own)));
  bool complement = false;
  bool ends_clause = false;
  if (is && mention.noun + 1 < article.words.size()) {
    const std::string& next = article.words[mention.noun + 1].text;
    complement = next == "that" || next == "of" || next == "to" || next == "for" || next == "about" || next == "on" ||
                 next == "from";
    ends_clause = article.words[mention.noun + 1].span.begin > mention.span.end + 1;
  }
  sink.add("mention.complement", value(flag(complement)));
  sink.add("mention.ends_clause", value(flag(ends_clause)));
  // The nearest cue phrase of each acting class, in words before the mention.
  for (CueClass cue = CueClass::retract; cue <= CueClass::asked;
       cue = static_cast<CueClass>(static_cast<int>(cue) + 1)) {
    float distance = 12.0f;
    if (is) {
      for (auto match =
               std::lower_bound(article.cues.begin(), article.cues.end(), mention.first > 12 ? mention.first - 12 : 0,
                                [](const CueMatch& m, std::uint32_t w) { return m.first < w; });
           match != article.cues.end() && match->first < mention.noun; ++match) {
        if (match->cue == cue) {
          distance =
              std::min(distance, match->last <= mention.first ? static_cast<float>(mention.first - match->last) : 0.0f);
        }
      }
    }
    sink.add("mention", "behind", cue, value(distance));
  }
}

void add_ranks(Sink& sink, const Standing& standing) {
  sink.add("standing.wordier", static_cast<float>(standing.wordier));
  sink.add("standing.words_share", standing.words_share);
  sink.add("standing.nearer", static_cast<float>(standing.nearer));
  sink.add("standing.nearer_of_side", static_cast<float>(standing.nearer_of_side));
  sink.add("standing.nearer_named", static_cast<float>(standing.nearer_named));
}

void add_centrality(Sink& sink, const Standing& standing) {
  sink.add("standing.centrality", standing.centrality);
  sink.add("standing.centrality_share", standing.centrality_share);
  sink.add("standing.more_central", static_cast<float>(standing.more_central));
}

void add_article(Sink& sink, const ArticleFacts& article, const CandidateSet& set, std::uint32_t from) {
  for (std::size_t k = 0; k < act_outcomes; ++k)
    sink.add("act", "is", k == 0 ? "none"sv : to_text(static_cast<RelationType>(k - 1)),
             set.acts.empty() ? 0.0f : set.acts[from][k]);
  sink.add("article.statements", static_cast<float>(std::min<std::size_t>(article.statements.size(), 60)));
}

void write(const ArticleFacts& article, const CandidateSet& set, const Candidate& candidate, const Common& common,
           const Standing& standing, FeaturePart part, Sink& sink) {
  const std::uint32_t from = candidate.from;
  const std::uint32_t to = candidate.to;
  const auto lack = [&](int count) {
    for (int i = 0; i < count; ++i) sink.add({}, absent);
  };
  switch (part) {
    case FeaturePart::from:
      return add_statement(sink, "from", article, from, {Zone::cue, Zone::head, Zone::rest, Zone::lead, Zone::before});
    case FeaturePart::to:
      if (to == none) return add_no_statement(sink, "to", {Zone::cue, Zone::head, Zone::after});
      return add_statement(sink, "to", article, to, {Zone::cue, Zone::head, Zone::after});
    case FeaturePart::place:
      return to == none ? lack(11) : add_position(sink, article, common, from, to);
    case FeaturePart::voices:
      return to == none ? lack(7) : add_voices(sink, article, common, from, to);
    case FeaturePart::wording:
      return to == none ? lack(10) : add_wording(sink, article, common, from, to);
    case FeaturePart::headline:
      return to == none ? lack(1) : add_headline(sink, article, to);
    case FeaturePart::rarity:
      return to == none ? lack(2) : add_rarity(sink, article, common, from);
    case FeaturePart::mention:
      return add_mention(sink, article, set, candidate);
    case FeaturePart::ranks:
      return to == none ? lack(5) : add_ranks(sink, standing);
    case FeaturePart::naming:
      return sink.add("standing.named", to == none ? absent : standing.named);
    case FeaturePart::centrality:
      return to == none ? lack(3) : add_centrality(sink, standing);
    case FeaturePart::article:
      return add_article(sink, article, set, from);
    case FeaturePart::count:
      return;
  }
}

// Calls use(part, facts, set) for each part of two statements of which nothing is known: for what any two will do for.
template <class Use>
void each_part(const Use& use) {
  Article article;
  article.text = "A: a. B: b.";
  Statements statements(2);
  statements[0].content = {{3, 4}};
  statements[1].content = {{9, 10}};
  Segments segments;
  segments.sentences = {{{0, 5}, {}, 0}, {{6, 11}, {}, 0}};
  Resolution resolution;
  resolution.statements.resize(2);
  const ArticleFacts facts(article, segments, statements, resolution);
  const CandidateSet set;
  for (std::size_t part = 0; part < part_count; ++part) use(static_cast<FeaturePart>(part), facts, set);
}

}  // namespace

void features_of(const ArticleFacts& article, const CandidateSet& set, std::size_t pair, std::vector<float>& values) {
  values.clear();
  for (std::size_t part = 0; part < part_count; ++part)
    append_features(article, set, pair, static_cast<FeaturePart>(part), values);
}

void append_features(const ArticleFacts& article, const CandidateSet& set, std::size_t pair, FeaturePart part,
                     std::vector<float>& values) {
  Sink sink(values, nullptr);
  write(article, set, set.pairs[pair], set.common[pair], set.standings[pair], part, sink);
}

std::vector<std::string> feature_names() {
  std::vector<float> values;
  std::vector<std::string> names;
  Sink sink(values, &names);
  each_part([&](FeaturePart part, const ArticleFacts& facts, const CandidateSet& set) {
    write(facts, set, {0, 1, none}, {}, {}, part, sink);
  });
  return names;
}

std::array<std::size_t, part_count + 1> first_features() {
  std::array<std::size_t, part_count + 1> first{};
  std::vector<float> values;
  Sink sink(values, nullptr);
  each_part([&](FeaturePart part, const ArticleFacts& facts, const CandidateSet& set) {
    write(facts, set, {0, 1, none}, {}, {}, part, sink);
    first[static_cast<std::size_t>(part) + 1] = values.size();
  });
  return first;
}

}  // namespace onrecord::relating
