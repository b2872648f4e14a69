#include "resolve/dates_of_text.h"

#include "resolve/dates.h"

namespace onrecord {

std::vector<Said> dates_of_text(const Article& article, const Segments& segments) {
  using namespace resolving;
  std::vector<Said> found;
  const Reading reading = read_words(article, segments);
  for (const ReadSentence& sentence : reading.sentences) {
    for (const DatePhrase& phrase : find_dates(reading, sentence.words, article.published)) {
      found.push_back({phrase.from, phrase.to, phrase.basis, reading.span_of(phrase.words), 0.9f});
    }
  }
  return found;
}

}  // namespace onrecord
