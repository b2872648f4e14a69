#include "resolve/roles.h"

#include <algorithm>
#include <array>

#include "resolve/role_reading.h"
#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

bool is_party_letter(std::string_view lower) {
  return lower == "r" || lower == "d" || lower == "i" || lower == "d." || lower == "r.";
}

class Collector {
 public:
  Collector(const Reading& reading, Cast& cast) : reading_(reading), words_(reading.words), cast_(cast) {}

  void run() {
    for (std::size_t i = 0; i < cast_.names.size(); ++i) {
      if (cast_.figure_of_name[i] == none) continue;
      Figure& figure = cast_.figures[cast_.figure_of_name[i]];
      const Name& name = cast_.names[i];
      if (name.kind != NameKind::person) continue;
      before(name, figure);
      outlet_before(name, figure);
      before_list(static_cast<std::uint32_t>(i));
      behind_list(name, figure);
      before_comma(name, figure);
      if (!name.possessive) after(name, figure);
    }
  }

 private:
  bool is_word(std::uint32_t i, std::string_view lower) const { return i < words_.size() && words_[i].lower == lower; }

  void before(const Name& name, Figure& figure) {
    Range role = name.before;
    while (!role.empty() && words_[role.end - 1].is(c::honorific) && !words_[role.end - 1].is(c::title)) --role.end;
    if (role.empty()) role = office_before(name);
    // "Added Mr. Moe", "members, including former secretary of state Ada Lund": what stands before the role
    if (!role.empty() && (words_[role.begin].lower == "including" ||
                          (role.begin == sentence_begin(role.begin) && words_[role.begin].is(c::speech_verb))))
      ++role.begin;
    if (role.empty()) return;
    if (words_[role.end - 1].lower == "fellow") return;
    add(figure, role);
  }

  // "former secretary of state Ada Lund": an office with its "of", written small before the name.
  Range office_before(const Name& name) const {
    const std::uint32_t begin = name.words.begin;
    if (begin < sentence_begin(begin) + 3 || words_[begin - 2].lower != "of") return {};
    const Word& of = words_[begin - 1];
    const Word& head = words_[begin - 3];
    if (of.kind != TokenKind::word || of.possessive || head.possessive || !head.is(c::title) ||
        of.is(c::function | c::title | c::honorific) || cast_.name_at(begin - 1) != none)
      return {};
    return {modifiers_begin(reading_, cast_, begin - 3), begin};
  }

  // "Labour candidates Ada Lund and Bo Moe", "two senators, Ada Lund and Bo Moe", "Reps. Ada Lund, Bo Moe and Cy Noe":
  // the noun that tells of all who are named.
  Range plural_before(const Name& name) const {
    std::uint32_t i = name.words.begin;
    if (!name.before.empty()) {
      const std::string& title = words_[i - 1].lower;
      const bool several = title == "sens" || title == "reps" || title == "govs" || words_[i - 1].is(c::people);
      return several ? name.before : Range{};
    }
    const std::uint32_t first = sentence_begin(i);
    const bool comma = i > first + 1 && words_[i - 1].lower == ",";
    if (comma) --i;
    if (i == first) return {};
    const Word& noun = words_[i - 1];
    if (noun.kind != TokenKind::word || noun.possessive || !noun.is(c::people) ||
        noun.is(c::quantity | c::function | c::organisation) || noun.lower == "people")
      return {};
    const std::uint32_t begin = modifiers_begin(reading_, cast_, i - 1);
    // "she told investigators, Lund and Moe …": across a comma only what is counted or determined
    const Word& opener = words_[begin > first ? begin - 1 : begin];
    const bool counted = begin > first && !opener.is(c::preposition) &&
                         (opener.possessive || opener.is(c::function | c::quantity) || opener.kind == TokenKind::number);
    return comma && !counted ? Range{} : Range{begin, i};
  }

  void before_list(std::uint32_t at) {
    const Name& name = cast_.names[at];
    const Range role = name.possessive ? Range{} : plural_before(name);
    if (role.empty()) return;
    const std::uint32_t end = sentence_end(name.words.begin);
    std::vector<std::uint32_t> figures{cast_.figure_of_name[at]};
    std::uint32_t i = name.words.end;
    for (int more = 0; more < 8; ++more) {
      while (i < end && words_[i].lower == "(") {
        while (i < end && words_[i].lower != ")") ++i;
        ++i;
      }
      if (i + 1 >= end || (words_[i].lower != "," && words_[i].lower != "and")) break;
      i += words_[i].lower == "," && words_[i + 1].lower == "and" ? 2 : 1;
      const std::uint32_t next = i < end ? cast_.name_at(i) : none;
      if (next == none || cast_.names[next].kind != NameKind::person || cast_.names[next].words.begin != i ||
          cast_.figure_of_name[next] == none)
        break;
      figures.push_back(cast_.figure_of_name[next]);
      i = cast_.names[next].words.end;
    }
    if (figures.size() < 2) return;
    for (const std::uint32_t figure : figures) add(cast_.figures[figure], role);
  }

  // "Ada Lund and Bo Moe, sociologists at the Harbour Institute,": behind the last of several.
  void behind_list(const Name& name, Figure& figure) {
    const std::uint32_t first = sentence_begin(name.words.begin);
    const std::uint32_t end = sentence_end(name.words.begin);
    const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
    std::uint32_t i = name.words.end;
    if (begin < first + 2 || i + 2 >= end || name.possessive) return;
    if (words_[begin - 1].lower != "and" || words_[i].lower != ",") return;
    const std::uint32_t other = cast_.name_at(begin - 2);
    if (other == none || cast_.names[other].kind != NameKind::person || cast_.names[other].possessive ||
        cast_.figure_of_name[other] == none)
      return;
    if (++i; is_word(i, "the") || is_word(i, "both") || is_word(i, "two")) ++i;
    const std::uint32_t close = role_end(reading_, i, end);
    if (close <= i || close >= end || words_[close].kind == TokenKind::word) return;
    const std::uint32_t head = role_head(reading_, cast_, {i, close});
    if (head == none || !words_[head].is(c::people) || words_[head].is(c::quantity | c::function)) return;
    add(figure, {i, close});
    add(cast_.figures[cast_.figure_of_name[other]], {i, close});
  }

  // "MSNBC's Ada Lund", "the Harbour Post's Bo Moe"
  void outlet_before(const Name& name, Figure& figure) {
    if (!name.before.empty() || name.words.size() < 2 || name.words.begin == sentence_begin(name.words.begin)) return;
    const std::uint32_t of = cast_.name_at(name.words.begin - 1);
    if (of == none || !cast_.names[of].possessive || cast_.names[of].kind != NameKind::organisation) return;
    add(figure, cast_.names[of].words);
  }

  // Bytes from the first to the last word; an abbreviation's full stop belongs to its word.
  void add(Figure& figure, Range role) {
    if (!role.empty()) add_role(reading_, figure, {words_[role.begin].span.begin, words_[role.end - 1].span.end});
  }

  std::uint32_t sentence_begin(std::uint32_t i) const { return reading_.sentences[words_[i].sentence].words.begin; }
  std::uint32_t sentence_end(std::uint32_t i) const { return reading_.sentences[words_[i].sentence].words.end; }

  // "Lund's campaign manager, Bo Moe": a singular person's noun right before the comma, back to its determiner.
  void before_comma(const Name& name, Figure& figure) {
    const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
    const std::uint32_t first = sentence_begin(name.words.begin);
    if (begin < first + 3 || words_[begin - 1].lower != "," || name.possessive) return;
    // "A lawyer, Lund has …"
    const bool opens = (words_[first].lower == "a" || words_[first].lower == "an") &&
                       role_end(reading_, first, begin) + 1 == begin;
    if (name.words.size() < 2 && !opens) return;
    const std::uint32_t after = name.words.end;
    const bool closed = opens || after >= sentence_end(name.words.begin) || words_[after].kind != TokenKind::word ||
                        words_[after].is(c::speech_verb | c::auxiliary);
    if (!closed) return;
    std::uint32_t i = begin - 1;
    bool person = false;
    bool preposition = false;
    while (i > first) {
      const Word& word = words_[i - 1];
      if (word.kind != TokenKind::word || word.is(c::auxiliary | c::speech_verb) || word.lower == "and" ||
          word.lower == "who")
        return;
      --i;
      preposition = preposition || word.is(c::preposition);
      if (word.is(c::person | c::title) && !word.is(c::people)) person = true;
      const bool determiner = word.lower == "the" || word.lower == "a" || word.lower == "an" || word.lower == "his" ||
                              word.lower == "her" || word.lower == "their" || word.lower == "its" ||
                              word.lower == "one" || word.lower == "another";
      if (determiner || (word.possessive && word.capitalised())) {
        if (!person) return;
        // the head, not its complement, must be the person's noun
        for (std::uint32_t k = i; k < begin - 1; ++k) {
          if (words_[k].is(c::preposition) && k > i) {
            if (!words_[k - 1].is(c::person | c::title)) return;
            break;
          }
          if (k + 1 == begin - 1 && !words_[k].is(c::person | c::title)) return;
        }
        add(figure, {word.possessive ? i : i + 1, begin - 1});
        return;
      }
      if (begin - i > 14) return;
    }
  }

  // "who works for", "who led": what a person does or did
  bool tells_occupation(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 26> verbs{
        "works",   "worked",  "leads",   "led",      "served",  "serves", "runs",    "ran",       "heads",
        "headed",  "founded", "owns",    "covers",   "covered", "tracks", "teaches", "taught",    "studies",
        "studied", "manages", "managed", "oversees", "oversaw", "chairs", "directs", "represents"};
    if (std::ranges::find(verbs, words_[i].lower) != verbs.end()) return true;
    if (words_[i].lower != "is" && words_[i].lower != "was") return false;
    const Word& next = words_[i + 1];
    return next.lower == "a" || next.lower == "an" || next.lower == "the" || next.possessive ||
           (next.is(c::title) && heads_person(reading_, cast_, {i + 1, role_end(reading_, i + 1, sentence_end(i))}));
  }

  // Behind "is a", "was the", "has been a", "became the": the noun phrase without its article; none elsewhere.
  std::uint32_t behind_copula(std::uint32_t i, std::uint32_t end) const {
    if (i + 1 < end && (is_word(i, "has") || is_word(i, "had")) && is_word(i + 1, "been")) ++i;
    static constexpr std::array<std::string_view, 6> verbs{"is", "was", "became", "remains", "been", "remained"};
    if (i + 2 >= end || std::ranges::find(verbs, words_[i].lower) == verbs.end()) return none;
    return is_word(i + 1, "a") || is_word(i + 1, "an") || is_word(i + 1, "the") ? i + 2 : none;
  }

  // "Ada Lund of Norland", "Bo Moe at the Harbour Institute": the preposition and the name.
  void affiliation(std::uint32_t i, std::uint32_t end, Figure& figure) {
    if (i + 1 >= end || !(is_word(i, "of") || is_word(i, "at") || is_word(i, "from") || is_word(i, "with"))) return;
    const std::uint32_t at = is_word(i + 1, "the") ? i + 2 : i + 1;
    const std::uint32_t name = at < end ? cast_.name_at(at) : none;
    if (name == none || cast_.names[name].words.begin != at || cast_.names[name].possessive) return;
    const NameKind kind = cast_.names[name].kind;
    const bool place =
        kind == NameKind::place && (is_word(i, "of") || (is_word(i, "from") && words_[i - 1].lower == ","));
    const bool body = kind == NameKind::organisation && (cast_.names[name].words.size() > 1 || is_word(i, "of"));
    if (place || body) add(figure, {i, cast_.names[name].words.end});
  }

  // "Ada Lund, the bellwether of Norland, said": of the subject such a phrase tells, whatever its noun is, unless that
  // is a thing that happens or is said.
  bool told_of(const Name& name, Range phrase) const {
    if (name.words.size() < 2 || phrase.empty()) return false;
    const std::uint32_t begin = name.before.empty() ? name.words.begin : name.before.begin;
    const std::uint32_t first = sentence_begin(begin);
    if (begin > first && !words_[begin - 1].is(c::speech_verb)) return false;
    const Word& behind = words_[phrase.end];
    if (behind.lower != "," && behind.lower != "who" && behind.lower != "whose") return false;
    const std::uint32_t head = role_head(reading_, cast_, phrase);
    if (head == none) return false;
    static constexpr std::array<std::string_view, 16> happens{"day",  "week",     "month", "year", "time",  "move",
                                                              "sign", "decision", "fact",  "way",  "thing", "one",
                                                              "step", "reference", "first", "hour"};
    const Word& noun = words_[head];
    return noun.letters == CaseClass::lower && !noun.lower.ends_with("s") &&
           !noun.is(c::function | c::document | c::gathering | c::medium | c::organisation | c::people) &&
           std::ranges::find(happens, noun.lower) == happens.end();
  }

  void after(const Name& name, Figure& figure) {
    std::uint32_t i = name.words.end;
    const std::uint32_t end = sentence_end(name.words.begin);
    if (i >= end) return;
    if (is_word(i, "(")) {
      if (i + 1 < end && (is_constituency(words_[i + 1].lower) || is_party_letter(words_[i + 1].lower))) {
        std::uint32_t close = i + 1;
        while (close < end && words_[close].lower != ")" && close < i + 6) ++close;
        add(figure, {i + 1, close});
        i = close + 1;
      } else if (i + 2 < end && is_word(i + 2, ")") && is_state_abbreviation(words_[i + 1].lower)) {
        add(figure, {i + 1, i + 2});
        i += 3;
      } else {
        return;
      }
    }
    if (const std::uint32_t noun = behind_copula(i, end); noun != none) {
      const std::uint32_t close = role_end(reading_, noun, end);
      if (heads_person(reading_, cast_, {noun, close})) add(figure, {noun, close});
      return;
    }
    affiliation(i, end, figure);
    const bool spaced_hyphen = i < end && words_[i].lower == "-" && words_[i].span.begin > words_[i - 1].span.end;
    const bool dash = i < end && (words_[i].lower == "\xe2\x80\x94" || words_[i].lower == "\xe2\x80\x93" ||
                                  words_[i].lower == "--" || spaced_hyphen);
    if (i >= end || (words_[i].lower != "," && !dash)) return;
    ++i;
    if (i >= end) return;
    if (is_constituency(words_[i].lower)) {
      add(figure, {i, i + 1});
      ++i;
      if (is_word(i, ",")) ++i;
      if (i >= end) return;
    }
    if (words_[i].kind == TokenKind::number && i + 2 < end &&
        (is_word(i + 1, ",") || is_word(i + 1, "of") || is_word(i + 1, "from"))) {  // an age
      i += is_word(i + 1, ",") ? 2 : 1;
      affiliation(i, end, figure);
    }
    if (is_word(i, "who") && i + 2 < end && tells_occupation(i + 1)) {
      const std::uint32_t close = clause_end(reading_, i + 1, end);
      if (close - i <= 20) add(figure, {i, close});
      return;
    }
    if (i >= end || words_[i].kind != TokenKind::word || opens_participle_clause(reading_, cast_, i)) return;
    const std::uint32_t close = role_end(reading_, i, end);
    std::uint32_t begin = i;
    const std::string& first = words_[begin].lower;
    const bool article = first == "a" || first == "an" || first == "the";
    const bool owned = first == "his" || first == "her" || first == "their" || first == "its";
    const std::uint32_t named = cast_.name_at(i);
    // The next item of a list of people is no role.
    if (named != none && cast_.names[named].kind == NameKind::person && !cast_.names[named].possessive) return;
    for (std::uint32_t k = i; k < std::min(close, i + 6); ++k) {
      const std::uint32_t other = cast_.name_at(k);
      if (other != none && cast_.names[other].kind == NameKind::person &&
          cast_.names[other].before.begin <= i + (article ? 1u : 0u) && !cast_.names[other].before.empty() &&
          cast_.names[other].before.begin <= k && cast_.names[other].words.begin == k &&
          !cast_.names[other].possessive) {
        return;
      }
    }
    if (!article && !owned && words_[begin].is(c::function) && first != "one" && first != "then" && first != "another")
      return;
    // "one of Lund's lawyers"
    if (!heads_person(reading_, cast_, {begin, close}) && first != "one" &&
        !(article && close < end && told_of(name, {begin + 1, close})))
      return;
    if (article || first == "another") ++begin;
    if (close - begin > 22) return;
    if (close < end && !article && !owned && !dash && words_[close].kind == TokenKind::word &&
        !words_[close].is(c::speech_verb | c::auxiliary) && words_[close].lower != "who" &&
        words_[close].lower != "whose")
      return;
    add(figure, {begin, close});
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  Cast& cast_;
};

}  // namespace

void add_role(const Reading& reading, Figure& figure, Span span) {
  span = trim(reading.text, span);
  if (span.empty()) return;
  std::string text(reading.of(span));
  const std::string wanted = lower(text);
  for (const Role& role : figure.roles) {
    if (lower(role.text) == wanted) return;
  }
  figure.roles.push_back({std::move(text), span});
}

void collect_roles(const Reading& reading, Cast& cast) { Collector(reading, cast).run(); }

}  // namespace onrecord::resolving
