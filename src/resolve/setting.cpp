#include "resolve/setting.h"

#include <algorithm>

namespace onrecord::resolving {

namespace {

bool irregular_past(std::string_view word) {
  constexpr std::string_view words[] = {"said",  "told", "wrote", "thought", "spoke", "gave", "made",    "took",
                                        "began", "went", "put",   "called",  "found", "held", "sent",    "saw",
                                        "knew",  "felt", "swore", "drew",    "hit",   "shot", "cast",    "came",
                                        "was",   "were", "had",   "did",     "laid",  "set",  "sought",  "chose",
                                        "heard", "kept", "let",   "led",     "met",   "read", "brought", "threw"};
  return std::ranges::find(words, word) != std::end(words);
}

void read_tense(const Reading& reading, Setting& setting) {
  for (std::uint32_t i = setting.cue; i < setting.cue_end && i < reading.words.size(); ++i) {
    const std::string& word = reading.words[i].lower;
    if (word == "has" || word == "have" || word == "is" || word == "are" || word == "will" || word == "would" ||
        word == "can") {
      setting.present = true;
      setting.standing = true;
      return;
    }
    if (irregular_past(word) || (word.size() > 3 && word.ends_with("ed"))) {
      setting.past = true;
      return;
    }
    if (word.size() > 3 && word.ends_with("ing")) {  // "adding", "telling": goes with the verb before
      setting.past = true;
      return;
    }
    if (word.size() > 2 && word.ends_with("s") && !word.ends_with("ss") &&
        reading.words[i].letters == CaseClass::lower) {
      setting.present = true;
      return;
    }
  }
}

}  // namespace

Settings read_settings(const Reading& reading, const Statements& statements) {
  Settings settings;
  settings.report.assign(reading.words.size(), none);
  // Larger contents first, so that the innermost one is written last.
  struct Piece {
    Range words;
    std::uint32_t statement;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    for (const Span content : statements[i].content) pieces.push_back({reading.words_in(content), i});
  }
  std::ranges::stable_sort(pieces, [](const Piece& a, const Piece& b) { return a.words.size() > b.words.size(); });
  for (const Piece& piece : pieces) {
    for (std::uint32_t w = piece.words.begin; w < piece.words.end; ++w) settings.report[w] = piece.statement;
  }
  for (const Statement& statement : statements) {
    Setting setting;
    const auto* spans = !statement.cue.empty()      ? &statement.cue
                        : !statement.source.empty() ? &statement.source
                                                    : &statement.content;
    if (!spans->empty()) {
      const Range first = reading.words_in(spans->front());
      const Range last = reading.words_in(spans->back());
      setting.cue = std::min(first.begin, static_cast<std::uint32_t>(reading.words.size() - 1));
      setting.cue_end = std::max(setting.cue + 1, last.end);
      if (!statement.cue.empty() || !statement.source.empty())
        setting.sentence = reading.sentences[reading.words[setting.cue].sentence].words;
      read_tense(reading, setting);
    } else {
      setting.cue = 0;
      setting.cue_end = 1;
    }
    settings.of.push_back(setting);
  }
  return settings;
}

}  // namespace onrecord::resolving
