#include "show/http/pieces.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord {

namespace {

struct Paint {
  Span span;  // in the text that is cut
  std::uint8_t marks = 0;
  std::uint32_t statement = none;
};

void collect(const std::vector<Span>& spans, std::uint8_t marks, std::uint32_t statement, Span window,
             std::vector<Paint>& out) {
  for (const Span span : spans) {
    const Span cut{std::max(span.begin, window.begin), std::min(span.end, window.end)};
    if (!cut.empty()) out.push_back({{cut.begin - window.begin, cut.end - window.begin}, marks, statement});
  }
}

struct Word {
  std::string key;
  Span span;  // with what follows it
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool letter = c.value >= 0x80 ? !is_space(c.value) && !(c.value >= 0x2010 && c.value <= 0x205e)
                                        : std::isalnum(static_cast<int>(c.value)) != 0;
    if (letter) {
      if (!inside) words.push_back({{}, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i)}});
      words.back().key += text.substr(i, c.bytes);
    }
    inside = letter;
    i += c.bytes;
    if (!words.empty()) words.back().span.end = static_cast<std::uint32_t>(i);
  }
  for (Word& word : words) word.key = lower(word.key);
  return words;
}

}  // namespace

std::vector<MarkedPiece> marked_pieces(std::string_view text, std::uint32_t at,
                                       const std::vector<const Statement*>& statements) {
  const Span window{at, at + static_cast<std::uint32_t>(text.size())};
  std::vector<Paint> paints;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const auto mark = [](Mark one) { return static_cast<std::uint8_t>(one); };
    collect(statements[i]->content, mark(Mark::content), i, window, paints);
    collect(statements[i]->quotes, mark(Mark::content) | mark(Mark::quote), i, window, paints);
    collect(statements[i]->source, mark(Mark::source), i, window, paints);
    collect(statements[i]->cue, mark(Mark::cue), i, window, paints);
  }
  std::ranges::stable_sort(paints, [](const Paint& a, const Paint& b) { return a.span.size() > b.span.size(); });
  std::vector<std::uint32_t> top(text.size(), none);  // the paint that shows at each byte
  for (std::uint32_t i = 0; i < paints.size(); ++i) {
    std::fill(top.begin() + paints[i].span.begin, top.begin() + paints[i].span.end, i);
  }
  std::vector<MarkedPiece> pieces;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && top[end] == top[begin]) ++end;
    const Paint shown = top[begin] == none ? Paint{} : paints[top[begin]];
    pieces.push_back({text.substr(begin, end - begin), shown.marks, shown.statement});
    begin = end;
  }
  return pieces;
}

std::vector<MarkedPiece> changed_words(std::string_view text, std::string_view other) {
  const std::vector<Word> mine = words_of(text);
  const std::vector<Word> theirs = words_of(other);
  if (mine.empty() || mine.size() > 2000 || theirs.size() > 2000) return {{text, 0, none}};
  const std::size_t width = theirs.size() + 1;
  std::vector<std::uint16_t> longest((mine.size() + 1) * width, 0);  // common words of the two texts from (i, j) on
  for (std::size_t i = mine.size(); i-- > 0;) {
    for (std::size_t j = theirs.size(); j-- > 0;) {
      longest[i * width + j] = mine[i].key == theirs[j].key
                                   ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                                   : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  std::vector<MarkedPiece> pieces;
  if (mine.front().span.begin > 0) pieces.push_back({text.substr(0, mine.front().span.begin), 0, none});
  std::size_t j = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    while (j < theirs.size() && mine[i].key != theirs[j].key &&
           longest[i * width + j + 1] >= longest[(i + 1) * width + j] && longest[i * width + j + 1] > 0) {
      ++j;
    }
    const bool common = j < theirs.size() && mine[i].key == theirs[j].key;
    if (common) ++j;
    pieces.push_back(
        {slice(text, mine[i].span), common ? std::uint8_t{0} : static_cast<std::uint8_t>(Mark::quote), none});
  }
  return pieces;
}

}  // namespace onrecord
