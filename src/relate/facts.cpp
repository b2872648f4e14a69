#include "relate/facts.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "text/text.h"

namespace onrecord::relating {

namespace {

constexpr std::size_t head_words = 12;

std::uint32_t sentence_at(const Segments& segments, std::uint32_t offset) {
  const auto after =
      std::upper_bound(segments.sentences.begin(), segments.sentences.end(), offset,
                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  if (after == segments.sentences.begin()) return 0;
  return static_cast<std::uint32_t>(after - segments.sentences.begin() - 1);
}

Span hull_of(const std::vector<Span>& spans, Span hull) {
  for (const Span span : spans) {
    if (hull.empty()) {
      hull = span;
    } else {
      hull = {std::min(hull.begin, span.begin), std::max(hull.end, span.end)};
    }
  }
  return hull;
}

bool inside(const std::vector<Span>& spans, Span word) {
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(word); });
}

std::vector<std::string> identifying_words(const Speaker& speaker) {
  std::vector<std::string> words = plain_words(speaker.name);
  if (speaker.kind == SpeakerKind::person) {
    while (words.size() > 1 &&
           (words.back() == "jr" || words.back() == "sr" || words.back() == "ii" || words.back() == "iii")) {
      words.pop_back();
    }
    if (words.size() > 1) words.erase(words.begin(), words.end() - 1);
    return words;
  }
  std::erase_if(words, [](const std::string& word) { return is_function_word(word); });
  return words;
}

// Whether the words right before a phrase say that what it tells is not done: "did not", "has never", "declined to".
bool not_done(const std::vector<Word>& words, std::uint32_t phrase) {
  constexpr std::uint32_t reach = 2;
  for (std::uint32_t w = phrase > reach ? phrase - reach : 0; w < phrase; ++w) {
    const std::string& text = words[w].text;
    if (text == "not" || text == "never" || text.ends_with("n't") || text.ends_with("n’t")) return true;
    if (w + 1 < phrase && words[w + 1].text == "to" &&
        (text.starts_with("declin") || text.starts_with("refus") || text == "unwilling"))
      return true;
  }
  return false;
}

}  // namespace

std::uint32_t ArticleFacts::word_at(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(
      std::lower_bound(words.begin(), words.end(), offset,
                       [](const Word& word, std::uint32_t at) { return word.span.begin < at; }) -
      words.begin());
}

Stem ArticleFacts::number_of(std::string_view stem) const {
  const auto found = std::lower_bound(stem_texts.begin(), stem_texts.end(), stem);
  return found == stem_texts.end() || *found != stem ? none : static_cast<Stem>(found - stem_texts.begin());
}

// Each different word is stemmed once; from here on stems are compared by number.
void ArticleFacts::number_stems() {
  boost::unordered_flat_map<std::string_view, Stem, WordHash, SameWord> numbers;
  numbers.reserve(words.size());
  std::vector<std::string_view> distinct;
  word_stems.reserve(words.size());
  for (const Word& word : words) {
    const auto [entry, fresh] = numbers.try_emplace(word.text, static_cast<Stem>(distinct.size()));
    if (fresh) distinct.push_back(word.text);
    word_stems.push_back(entry->second);
  }
  std::vector<std::pair<std::string, std::size_t>> stems;  // with the distinct word that each is of
  stems.reserve(distinct.size());
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    if (distinct[i].size() > 1 && !is_function_word(distinct[i])) stems.emplace_back(stem(distinct[i]), i);
  }
  std::sort(stems.begin(), stems.end());
  std::vector<Stem> of_distinct(distinct.size(), none);
  for (auto& [text, word] : stems) {
    if (stem_texts.empty() || stem_texts.back() != text) stem_texts.push_back(std::move(text));
    of_distinct[word] = static_cast<Stem>(stem_texts.size() - 1);
  }
  for (Stem& stem : word_stems) stem = of_distinct[stem];
}

StemSet::StemSet(std::vector<Stem> stems) : stems_(std::move(stems)) {
  std::sort(stems_.begin(), stems_.end());
  stems_.erase(std::unique(stems_.begin(), stems_.end()), stems_.end());
  for (const Stem stem : stems_) marks_ |= std::uint64_t{1} << stem % 64;
}

bool StemSet::contains(Stem stem) const {
  return (marks_ >> stem % 64 & 1) != 0 && std::binary_search(stems_.begin(), stems_.end(), stem);
}

std::size_t count_shared(const StemSet& one, const StemSet& other) {
  if (one.disjoint(other)) return 0;
  const std::vector<Stem>& a = one.stems();
  const std::vector<Stem>& b = other.stems();
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Stem x = a[i];
    const Stem y = b[j];
    both += x == y;
    i += x <= y;
    j += y <= x;
  }
  return both;
}

ArticleFacts::ArticleFacts(const Article& an_article, const Segments& its_segments, const Statements& its_statements,
                           const Resolution& its_resolution)
    : article(an_article),
      segments(its_segments),
      statements(its_statements),
      resolution(its_resolution),
      words(placed_words(article.text)),
      cues(find_cues(words)),
      sides(resolution) {
  number_stems();
  std::vector<Stem> of_headline;
  for (const std::string& stem : telling_stems(article.title)) {
    if (const Stem number = number_of(stem); number != none) of_headline.push_back(number);
  }
  headline_stems = StemSet(std::move(of_headline));
  facts.resize(statements.size());
  names.resize(statements.size());
  name_stems.resize(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    StatementFacts& made = facts[i];
    made.content_hull = hull_of(statement.content, {});
    made.hull = hull_of(statement.source, hull_of(statement.cue, made.content_hull));
    made.in_headline = (article.headline && article.headline->overlaps(made.hull)) ||
                       (article.standfirst && article.standfirst->overlaps(made.hull));
    made.narrated = statement.decision.by == "narration";
    if (i < resolution.statements.size() && resolution.statements[i].speaker < resolution.speakers.size()) {
      names[i] = identifying_words(resolution.speakers[resolution.statements[i].speaker]);
      for (const std::string& word : names[i]) name_stems[i].push_back(number_of(stem(word)));
    }
    if (segments.sentences.empty()) continue;
    made.sentence = sentence_at(segments, made.hull.begin);
    made.last_sentence = sentence_at(segments, made.hull.end == 0 ? 0 : made.hull.end - 1);
    made.paragraph = segments.sentences[made.sentence].paragraph;
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    StatementFacts& made = facts[i];
    if (made.sentence == none) continue;

    // Statements that share a sentence with this one and do not overlap it: what they say is theirs.
    std::vector<Span> beside;
    const auto look = [&](std::size_t other) {
      if (facts[other].sentence == none || facts[other].sentence > made.last_sentence ||
          facts[other].last_sentence < made.sentence)
        return;
      for (const std::vector<Span>* spans : {&statements[other].cue, &statements[other].content}) {
        for (const Span span : *spans) {
          if (!span.overlaps(made.content_hull) && !inside(statement.cue, span)) beside.push_back(span);
        }
      }
    };
    constexpr std::size_t reach = 12;
    for (std::size_t other = i > reach ? i - reach : 0; other < std::min(statements.size(), i + reach + 1); ++other) {
      if (other != i) look(other);
    }

    const std::uint32_t first = made.sentence > 0 ? made.sentence - 1 : made.sentence;
    const std::uint32_t last =
        std::min<std::uint32_t>(made.last_sentence + 1, static_cast<std::uint32_t>(segments.sentences.size() - 1));
    const Span own{segments.sentences[made.sentence].span.begin, segments.sentences[made.last_sentence].span.end};
    std::vector<Zone> zones;
    const std::uint32_t begin = word_at(segments.sentences[first].span.begin);
    const std::uint32_t end = word_at(segments.sentences[last].span.end);
    std::size_t in_content = 0;
    for (std::uint32_t w = begin; w < end; ++w) {
      const Span word = words[w].span;
      Zone zone = Zone::count;
      if (word.end <= own.begin) {
        zone = Zone::before;
      } else if (word.begin >= own.end) {
        zone = Zone::after;
      } else if (inside(statement.cue, word)) {
        zone = Zone::cue;
      } else if (inside(statement.content, word)) {
        zone = in_content++ < head_words ? Zone::head : Zone::rest;
        const std::string& text = words[w].text;
        made.first_person = made.first_person || text == "i" || text == "we" || text == "my" || text == "our" ||
                            text == "i'm" || text == "i've";
        if (zone == Zone::head) {
          made.negated = made.negated || text == "not" || text == "never" || text == "no" || text.ends_with("n't");
        }
      } else if (!inside(beside, word)) {
        zone = Zone::lead;
      }
      zones.push_back(zone);
      if (zone != Zone::count) made.words[static_cast<std::size_t>(zone)].push_back(w);
    }
    std::vector<Stem> of_content;
    for (std::size_t z = 0; z < zone_count; ++z) {
      std::vector<Stem> stems;
      for (const std::uint32_t w : made.words[z]) {
        if (word_stems[w] != none) stems.push_back(word_stems[w]);
      }
      const auto zone = static_cast<Zone>(z);
      if (zone == Zone::head || zone == Zone::rest) of_content.insert(of_content.end(), stems.begin(), stems.end());
      made.stems[z] = StemSet(std::move(stems));
    }
    made.content_stems = StemSet(std::move(of_content));
    std::bitset<cue_class_count> done;
    auto match = std::lower_bound(cues.begin(), cues.end(), begin,
                                  [](const CueMatch& cue, std::uint32_t w) { return cue.first < w; });
    for (; match != cues.end() && match->first < end; ++match) {
      const Zone zone = zones[match->first - begin];
      if (zone == Zone::count) continue;
      std::uint8_t& count = made.cues[static_cast<std::size_t>(zone)][static_cast<std::size_t>(match->cue)];
      if (count < 3) ++count;
      if (zone != Zone::before && zone != Zone::after)
        (not_done(words, match->first) ? made.undone : done).set(static_cast<std::size_t>(match->cue));
    }
    made.undone &= ~done;
    const std::uint32_t close =
        std::min<std::uint32_t>(made.content_hull.end + 2, static_cast<std::uint32_t>(article.text.size()));
    const std::uint32_t open = made.content_hull.end > 4 ? made.content_hull.end - 4 : 0;
    made.question = std::string_view(article.text).substr(open, close - open).find('?') != std::string_view::npos;
  }
  content_users.resize(stem_texts.size());
  for (const StatementFacts& one : facts) {
    for (const Stem stem : one.content_stems.stems()) ++content_users[stem];
  }
}

}  // namespace onrecord::relating
