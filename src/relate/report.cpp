// A statement's words in the form in which other articles' statements are compared with it.
#include <algorithm>
#include <array>
#include <string_view>

#include "relate/across.h"
#include "relate/telling_words.h"
#include "relate/word_weights.h"

namespace onrecord {

namespace {

using relating::plain_words;
using relating::telling_stems;

// The last name of a person; Jr., Sr. and numerals do not count.
std::string last_name(std::string_view name) {
  constexpr std::array<std::string_view, 6> suffixes{"jr", "sr", "ii", "iii", "iv", "esq"};
  // "Ada Lund of Harbourside", "Ada Lund, the minister": what follows is no name.
  std::vector<std::string> words = plain_words(name.substr(0, std::min(name.find(" of "), name.find(','))));
  while (words.size() > 1 && std::find(suffixes.begin(), suffixes.end(), words.back()) != suffixes.end())
    words.pop_back();
  return words.empty() ? std::string() : words.back();
}

// Calls `use` with each stretch of a quotation between its ellipses and editor's brackets: words on either side of a
// cut need not have stood side by side.
template <class Use>
void each_stretch(std::string_view quoted, const Use& use) {
  constexpr std::array<std::string_view, 5> cuts{"…", "...", ". . .", "[", "]"};
  while (!quoted.empty()) {
    std::size_t at = quoted.size();
    std::size_t length = 0;
    for (const std::string_view cut : cuts) {
      const std::size_t found = quoted.find(cut);
      if (found < at) {
        at = found;
        length = cut.size();
      }
    }
    use(quoted.substr(0, at));
    quoted.remove_prefix(at + length);
  }
}

}  // namespace

Report make_report(StatementView view) {
  Report report;
  std::uint32_t part = 0;
  for (const std::string& quoted : view.quoted) {
    each_stretch(quoted, [&](std::string_view stretch) {
      for (std::string& word : plain_words(stretch)) {
        report.quoted_words.push_back(std::move(word));
        report.quoted_part.push_back(part);
      }
      ++part;
    });
  }
  report.content_words = plain_words(view.content);
  report.stems = telling_stems(view.content);
  report.stems_weight = relating::total_weight(report.stems);
  std::string about;
  for (const ActSeen& act : view.acts) about.append(act.about).push_back(' ');
  report.about_stems = telling_stems(about);
  if (view.kind == SpeakerKind::person) {
    report.speaker_key = last_name(view.speaker);
  } else {
    for (const std::string& word : telling_stems(view.speaker)) {
      if (!report.speaker_key.empty()) report.speaker_key.push_back(' ');
      report.speaker_key.append(word);
    }
  }
  report.view = std::move(view);
  return report;
}

}  // namespace onrecord
