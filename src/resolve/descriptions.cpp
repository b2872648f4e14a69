#include "resolve/descriptions.h"

#include <algorithm>
#include <array>

#include "resolve/epithets.h"
#include "resolve/mentions.h"
#include "resolve/phrases.h"
#include "resolve/roles.h"
#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

constexpr std::uint32_t reach = 4;  // sentences back
constexpr float stands_out = 1.3f;  // times as much spoken of as the next

// Nouns that articles vary the name of a person with whom they have been speaking of.
bool varies_a_name(std::string_view noun) {
  const WordClasses classes = classes_of(noun);
  if ((classes & c::title) != 0 && (classes & c::people) == 0) return true;
  static constexpr std::array<std::string_view, 9> others{"hopeful", "politician", "talker", "star",    "incumbent",
                                                          "developer", "neurosurgeon", "socialist", "celebrity"};
  return std::ranges::find(others, noun) != others.end();
}

class Describer {
 public:
  Describer(const Reading& reading, Cast& cast)
      : reading_(reading), words_(reading.words), cast_(cast), mentions_(mentions_of_names(reading, cast)) {}

  void run() {
    for (std::uint32_t i = 0; i + 2 < words_.size(); ++i) {
      if (words_[i].lower != "the" || words_[i].quote != none) continue;
      const Range phrase = phrase_at(i + 1);
      if (phrase.size() < 2) continue;
      const Epithet epithet = epithet_of(phrase);
      if (somebodys_role(epithet)) continue;
      std::uint32_t figure = whom(i, phrase);
      if (figure == none) figure = only_bearer(epithet, i);
      if (figure != none) add_role(reading_, cast_.figures[figure], reading_.span_of(phrase));
    }
  }

 private:
  Epithet epithet_of(Range described) const {
    Phrase phrase;
    phrase.core = phrase.whole = described;
    phrase.head = described.begin;
    for (std::uint32_t i = described.begin; i < described.end; ++i) {
      if (words_[i].is(c::preposition)) {
        phrase.core.end = i;
        break;
      }
      phrase.head = i;
    }
    return read_epithet(reading_, phrase);
  }

  // "the transport minister" where the article has named its transport minister
  bool somebodys_role(const Epithet& epithet) const {
    return std::ranges::any_of(cast_.figures, [&](const Figure& figure) {
      return figure.kind == SpeakerKind::person && match(epithet, figure) >= 1.0f;
    });
  }

  // "the Norland senator": of the only person named before whom the article calls a senator at all.
  std::uint32_t only_bearer(const Epithet& epithet, std::uint32_t word) const {
    Epithet noun;
    noun.words = {epithet.words.back()};
    noun.proper = {false};
    std::uint32_t found = none;
    for (std::uint32_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != SpeakerKind::person || match(noun, figure) < 1.0f) continue;
      if (found != none) return none;
      found = f;
    }
    // "the Norland senator" is no senator of Denmark
    const bool of_a_place = std::ranges::find(epithet.proper, true) != epithet.proper.end();
    if (found == none || (of_a_place && tells_place(cast_.figures[found]))) return none;
    const bool known = std::ranges::any_of(
        mentions_, [&](const Mentioned& mention) { return mention.figure == found && mention.word < word; });
    return known ? found : none;
  }

  // One of the roles names a place: "R-Ohio", "of Texas".
  static bool tells_place(const Figure& figure) {
    return std::ranges::any_of(figure.roles, [](const Role& role) {
      if (role.text.size() > 2 && role.text[1] == '-') return true;
      const std::string text = lower(role.text);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if ((classes_of(std::string_view(text).substr(at, end - at)) & (c::place | c::demonym)) != 0) return true;
        at = end + 1;
      }
      return false;
    });
  }

  // Modifiers and a noun, with "of …" behind "secretary" and its like; empty where something else stands there.
  Range phrase_at(std::uint32_t begin) const {
    std::uint32_t i = begin;
    while (i < words_.size() && words_[i].sentence == words_[begin].sentence && words_[i].kind == TokenKind::word &&
           i - begin < 5) {
      const Word& word = words_[i];
      if (word.is(c::function | c::preposition | c::auxiliary) || (word.possessive && !varies_a_name(word.lower)))
        return {};
      const bool of_a_place = i + 2 < words_.size() && words_[i + 1].lower == "from" && place_at(i + 2);
      if ((i > begin || of_a_place) && varies_a_name(word.lower) && word.letters != CaseClass::initial) {
        if (of_a_place) return {begin, cast_.names[cast_.name_at(i + 2)].words.end};
        std::uint32_t end = i + 1;
        if (end + 1 < words_.size() && words_[end].lower == "of" && !word.possessive &&
            words_[end + 1].kind == TokenKind::word) {
          end += 2;
          while (end < words_.size() && cast_.name_at(end) != none && cast_.name_at(end) == cast_.name_at(end - 1))
            ++end;
        }
        if (end >= words_.size()) return {};
        // "the Republican candidate Ada Lund", "the front-runner status": of a name or another noun
        const Word& next = words_[end];
        const std::uint32_t name = cast_.name_at(end);
        const bool goes_on = next.sentence == word.sentence && next.kind == TokenKind::word && !word.possessive &&
                             (name != none || next.is(c::person | c::title | c::organisation));
        // "Lund is the Labour candidate", "Lund, the Labour candidate,": roles.h reads those
        if (goes_on) return {};
        return {begin, end};
      }
      ++i;
    }
    return {};
  }

  bool place_at(std::uint32_t i) const {
    const std::uint32_t name = cast_.name_at(i);
    return name != none && cast_.names[name].kind == NameKind::place && !cast_.names[name].possessive;
  }

  bool named_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t name = cast_.name_at(i);
      if (name != none && cast_.names[name].kind == NameKind::person) return true;
    }
    return false;
  }

  // "Lund, the Labour candidate,"
  bool behind_name(std::uint32_t article) const {
    if (words_[article - 1].lower != "," || article < 2) return false;
    const std::uint32_t name = cast_.name_at(article - 2);
    return name != none && cast_.names[name].kind == NameKind::person;
  }

  // The person whom the sentences before speak of most; not the subject of the very sentence, if the phrase is none.
  std::uint32_t whom(std::uint32_t article, Range phrase) const {
    const Word& at = words_[article];
    const std::uint32_t first = reading_.sentences[at.sentence].words.begin;
    const bool leads = article <= first + 1 || (words_[article - 1].lower == "," && !named_between(first, article));
    if (article > first && (behind_name(article) || words_[article - 1].is(c::auxiliary) ||
                            words_[article - 1].lower == "as" || words_[article - 1].lower == "than" ||
                            words_[article - 1].lower == "become" || words_[article - 1].lower == "from"))
      return none;
    const WordClasses gender = words_[phrase.end - 1].classes & (c::male | c::female);
    std::vector<float> scores(cast_.figures.size(), 0.0f);
    for (const Mentioned& mention : mentions_) {
      if (mention.word >= article) break;
      const std::uint32_t far = at.sentence - words_[mention.word].sentence;
      const Figure& figure = cast_.figures[mention.figure];
      if (far > reach || figure.kind != SpeakerKind::person || mention.quote != none) continue;
      if (((gender & c::male) != 0 && figure.female()) || ((gender & c::female) != 0 && figure.male())) continue;
      if (far == 0 && !leads && mention.subject) {
        scores[mention.figure] = -1000.0f;  // who acts upon the one described
        continue;
      }
      scores[mention.figure] += (mention.subject ? 1.0f : 0.5f) / (0.5f + static_cast<float>(far));
    }
    std::uint32_t best = none;
    float most = 0.0f;
    float second = 0.0f;
    for (std::uint32_t f = 0; f < scores.size(); ++f) {
      if (scores[f] > most) {
        second = most;
        most = scores[f];
        best = f;
      } else {
        second = std::max(second, scores[f]);
      }
    }
    return best != none && most >= 0.2f && most >= stands_out * second ? best : none;
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  Cast& cast_;
  std::vector<Mentioned> mentions_;
};

}  // namespace

void collect_descriptions(const Reading& reading, Cast& cast) { Describer(reading, cast).run(); }

}  // namespace onrecord::resolving
