// What is done by saying it, and whether it was said at all.
#include <algorithm>
#include <string>

#include "attribute/draft.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

namespace onrecord {

namespace {

std::vector<std::string> low_words(const Article& article, const Segments& segments, const std::vector<Span>& spans,
                                   std::size_t limit) {
  std::vector<std::string> words;
  for (const Span span : spans) {
    const Range tokens = tokens_in(segments, span);
    for (std::uint32_t i = tokens.begin; i < tokens.end && words.size() < limit; ++i) {
      words.push_back(lower(slice(article.text, segments.tokens[i].span)));
    }
  }
  return words;
}

bool any_of(const std::vector<std::string>& words, std::initializer_list<std::string_view> list) {
  return std::ranges::any_of(words,
                             [list](const std::string& word) { return std::ranges::find(list, word) != list.end(); });
}

bool begins(const std::vector<std::string>& words, std::initializer_list<std::string_view> stems) {
  return std::ranges::any_of(words, [stems](const std::string& word) {
    return std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
  });
}

}  // namespace

void set_act(const Article& article, const Segments& segments, Statement& statement) {
  const std::vector<std::string> cue = low_words(article, segments, statement.cue, 24);
  const std::vector<std::string> content = low_words(article, segments, statement.content, 4);
  const bool negated =
      std::ranges::any_of(cue, [](const std::string& word) { return small_word(word) == Small::negation; });
  const bool refuses = begins(cue, {"declin", "refus"});
  const auto is_speaking = [](const std::vector<std::string>& words) {
    return any_of(words, {"comment", "say", "answer", "respond", "elaborate", "discuss", "speak", "talk", "specify",
                          "confirm", "reply"});
  };
  statement.polarity = Polarity::asserted;
  if ((refuses && (is_speaking(cue) || is_speaking(content))) ||
      (negated && (any_of(cue, {"comment", "respond", "reply"}) || any_of(content, {"comment"})))) {
    statement.polarity = Polarity::declined;
  } else if (negated) {
    statement.polarity = Polarity::negated;
  }
  std::string joined;
  for (const std::string& word : cue) joined += (joined.empty() ? "" : " ") + word;
  if (const auto act = read_phrase_cue(joined)) {
    statement.act = *act;
    return;
  }
  // The last verb carries the act ("went on to deny"), but one that refuses comes first.
  std::optional<CueReading> reading;
  for (const std::string& word : cue) {
    if (const auto verb = read_cue(word); verb && !(reading && refuses)) reading = verb;
  }
  if (reading) {
    statement.act = reading->verb->act;
    return;
  }
  for (const std::string& word : cue) {
    if (const auto act = read_noun_cue(word)) {
      statement.act = *act;
      return;
    }
  }
  // "had | to walk back the claim": the act stands in the content, where fit_cue leaves it.
  if (!content.empty() && content.front() == "to") {
    std::string done;
    for (const std::string& word : content) done += (done.empty() ? "" : " ") + word;
    if (const auto act = read_phrase_cue(done)) {
      statement.act = *act;
      return;
    }
  }
  statement.act = statement.communicated ? Act::say : Act::think;
}

}  // namespace onrecord
