#include "resolve/body_roles.h"

#include <algorithm>
#include <array>

#include "resolve/role_reading.h"
#include "resolve/roles.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool is_article(std::string_view word) { return word == "a" || word == "an" || word == "the"; }

// "nonpartisan", "left-leaning", "Harbour-backed": on which side a body stands.
bool tells_side(const Word& word) {
  static constexpr std::array<std::string_view, 8> sides{"nonpartisan", "bipartisan", "conservative", "liberal",
                                                         "progressive", "nonprofit",  "libertarian",  "influential"};
  if (word.kind != TokenKind::word || word.possessive) return false;
  const std::size_t hyphen = word.lower.rfind('-');
  if (hyphen == std::string::npos)
    return word.letters == CaseClass::lower && std::ranges::find(sides, word.lower) != sides.end();
  static constexpr std::array<std::string_view, 9> seconds{"leaning", "backed", "wing",  "based", "funded",
                                                           "owned",   "run",    "aligned", "partisan"};
  return word.lower.starts_with("pro-") || word.lower.starts_with("anti-") ||
         std::ranges::find(seconds, std::string_view(word.lower).substr(hyphen + 1)) != seconds.end();
}

class Collector {
 public:
  Collector(const Reading& reading, Cast& cast) : reading_(reading), words_(reading.words), cast_(cast) {}

  void run() {
    for (std::size_t i = 0; i < cast_.names.size(); ++i) {
      const Name& name = cast_.names[i];
      if (cast_.figure_of_name[i] == none || name.kind == NameKind::person) continue;
      Figure& figure = cast_.figures[cast_.figure_of_name[i]];
      if (figure.kind != SpeakerKind::organisation || figure.place) continue;
      before(name, figure);
      if (!name.possessive) behind(name, figure);
    }
  }

 private:
  std::uint32_t sentence_begin(std::uint32_t i) const { return reading_.sentences[words_[i].sentence].words.begin; }
  std::uint32_t sentence_end(std::uint32_t i) const { return reading_.sentences[words_[i].sentence].words.end; }

  bool is_body(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 9> others{"maker", "parent",   "owner",    "publisher", "arm",
                                                            "affiliate", "operator", "provider", "producer"};
    const Word& word = words_[i];
    return word.kind == TokenKind::word && word.letters != CaseClass::initial && !word.is(c::people) &&
           cast_.name_at(i) == none && !word.lower.ends_with("ies") &&
           (word.is(c::organisation) || std::ranges::find(others, word.lower) != others.end());
  }

  // "told the campaign | the Harbour Post", "the state | Department of Trade"
  bool of_many(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 10> all{"campaign", "side",   "state",      "city", "county",
                                                          "country",  "office", "government", "town", "federal"};
    return std::ranges::find(all, words_[i].lower) != all.end();
  }

  void add(Figure& figure, Range role) {
    if (!role.empty()) add_role(reading_, figure, reading_.span_of(role));
  }

  // "the public relations firm Harbour & Sons", "a group called Dockers United", "the nonpartisan Harbour Institute"
  void before(const Name& name, Figure& figure) {
    std::uint32_t i = name.words.begin;
    const std::uint32_t first = sentence_begin(i);
    if (i > first + 1 && words_[i - 1].lower == "the") --i;
    while (i > first && words_[i - 1].kind == TokenKind::quote_mark) --i;
    if (i > first + 1 && (words_[i - 1].lower == "called" || words_[i - 1].lower == "named")) --i;
    if (i == first) return;
    if (is_body(i - 1) && !words_[i - 1].possessive && !words_[i - 1].lower.ends_with("s") && !of_many(i - 1)) {
      add(figure, {modifiers_begin(reading_, cast_, i - 1), i});
    } else if (i == name.words.begin && tells_side(words_[i - 1])) {
      add(figure, {i - 1, i});
    }
  }

  // "Harbour Watch, a local group of anglers,", "Norland Lines, the country's largest airline"
  void behind(const Name& name, Figure& figure) {
    const std::uint32_t end = sentence_end(name.words.begin);
    std::uint32_t i = name.words.end;
    if (i + 2 >= end || words_[i].lower != ",") return;
    ++i;
    const bool article = is_article(words_[i].lower);
    if (!article && !words_[i].possessive && words_[i].letters != CaseClass::lower) return;
    if (article) ++i;
    const std::uint32_t stop = role_end(reading_, i, end);
    std::uint32_t close = i;
    while (close < stop && words_[close].lower != "that") ++close;
    if (close == i + 1) close = stop;  // "a group" alone says nothing
    std::uint32_t head = article ? none : role_head(reading_, cast_, {i, close});
    for (std::uint32_t k = i; article && k < close && !words_[k].is(c::preposition); ++k) {
      if (is_body(k)) head = k;
    }
    if (head == none || !is_body(head) || close - i > 16) return;
    // Without an article what closes must be a mark: "Harbour Watch, groups said", "Harbour Watch, becoming a member"
    if (!article && (close >= end || words_[close].kind == TokenKind::word || words_[i].is(c::function) ||
                     words_[i].lower.ends_with("ing")))
      return;
    add(figure, {i, close});
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  Cast& cast_;
};

}  // namespace

void collect_body_roles(const Reading& reading, Cast& cast) { Collector(reading, cast).run(); }

}  // namespace onrecord::resolving
