#include "ledger/name_forms.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>
#include <optional>

#include "ledger/keys.h"
#include "lexicon/lexicon.h"

namespace onrecord::ledger {

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view key) {
  const auto words = words_of_key(key);
  return {words.begin(), words.end()};
}

// Letters of any script as the Latin ones that stand for them, without marks.
std::string plain_letters(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(word);
  static const std::unique_ptr<icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  if (to_latin == nullptr) return std::string(word);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  to_latin->transliterate(text);
  std::string plain;
  text.toUTF8String(plain);
  return plain;
}

// What spellings of one name share: "mohammed" and "muhammad", "zelensky", "zelenskiy" and "zelenskyy".
std::string sound_of(std::string_view word) {
  std::string sound;
  const std::string plain = plain_letters(word);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    char c = plain[i];
    const char next = i + 1 < plain.size() ? plain[i + 1] : '\0';
    if (c == 'h' && !sound.empty() && (sound.back() == 'k' || sound.back() == 'g')) continue;  // kh, gh, ch
    if (c == 'p' && next == 'h') {
      c = 'f';
      ++i;
    }
    switch (c) {
      case 'e':
        c = 'a';
        break;
      case 'y':
      case 'j':
        c = 'i';
        break;
      case 'u':
        c = 'o';
        break;
      case 'c':
      case 'q':
        c = 'k';
        break;
      case 'w':
        c = 'v';
        break;
      case 'z':
        c = 's';
        break;
      case '\'':
        continue;
      default:
        break;
    }
    if (sound.empty() || sound.back() != c) sound.push_back(c);
  }
  return sound;
}

struct Parts {
  std::string first, last, generation;
  Words middles;
};

std::optional<Parts> parts_of(std::string_view key) {
  Words words = words_of(key);
  Parts parts;
  if (words.size() > 2 && is_generation(words.back())) {
    parts.generation = words.back();
    words.pop_back();
  }
  if (words.size() < 2) return std::nullopt;
  parts.first = plain_letters(words.front());
  parts.last = plain_letters(words.back());
  // "Mohamed A. El-Erian" has one initial, not two names.
  while (words.size() > 2 && is_name_particle(words[words.size() - 2])) {
    parts.last = plain_letters(words[words.size() - 2]) + parts.last;
    words.erase(words.end() - 2);
  }
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == parts.last) continue;              // "Ada Lund Lund": a link's text that ran into the next
    if (words[i] == parts.first) return std::nullopt;  // "Ada Lund Ada Karin Lund": two names
    // "H.W." is two initials.
    const bool initials = words[i].size() == 2 && words[i].find_first_of("aeiouy") == std::string::npos;
    if (initials) {
      parts.middles.push_back(words[i].substr(0, 1));
      parts.middles.push_back(words[i].substr(1));
    } else {
      parts.middles.push_back(words[i]);
    }
  }
  return parts;
}

bool may_stand_for(const std::string& a, const std::string& b) {
  return sound_of(a) == sound_of(b) || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

// Both name middles, and the same. "Jong" and "Yong" sound alike here and are two names.
bool middles_agree(const Words& a, const Words& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
           return may_stand_for(x, y) && plain_letters(x).front() == plain_letters(y).front();
         });
}

// Of last names, by how many families have them.
constexpr std::size_t rare = 3;
constexpr std::size_t uncommon = 12;

// Forms taken for one person so far.
struct Person {
  std::vector<std::size_t> forms;
  std::size_t bearers = 0;
  std::set<std::string> called;
  std::size_t families = 0;
};

class Joining {
 public:
  Joining(const std::vector<NameForm>& forms, const Together& together) : forms_(forms), together_(together) {
    for (const NameForm& form : forms) parts_.push_back(parts_of(form.key).value_or(Parts{}));
  }

  std::vector<std::vector<std::size_t>> done() {
    std::vector<std::size_t> order(forms_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Those that say most of the name come first, so that who leaves something out finds everybody who might be meant.
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const std::size_t letters_a = letters(a), letters_b = letters(b);
      return letters_a != letters_b ? letters_a > letters_b : forms_[a].key < forms_[b].key;
    });
    for (const std::size_t form : order) place(form);
    join_whole();
    std::vector<std::vector<std::size_t>> out;
    for (Person& person : people_) {
      std::sort(person.forms.begin(), person.forms.end());
      out.push_back(std::move(person.forms));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::size_t letters(std::size_t form) const {
    std::size_t letters = 0;
    for (const std::string& middle : parts_[form].middles) letters += middle.size();
    return letters;
  }

  enum class Fit : std::uint8_t { no, likely, with_evidence };

  // Whether two forms can be one person's, going by the letters alone.
  Fit fit(std::size_t a, std::size_t b) const {
    const Parts &x = parts_[a], &y = parts_[b];
    const bool named = !x.middles.empty() && !y.middles.empty();
    if (named && !middles_agree(x.middles, y.middles)) return Fit::no;
    if (x.generation != y.generation) {
      if (!x.generation.empty() && !y.generation.empty()) return Fit::no;
      return together_(a, b) ? Fit::no : Fit::with_evidence;
    }
    const bool alike = named || (x.middles.empty() && y.middles.empty());
    return alike && same_spelling(x, y) ? Fit::likely : Fit::with_evidence;
  }

  static bool same_spelling(const Parts& a, const Parts& b) { return a.first == b.first && a.last == b.last; }

  Fit fit(std::size_t form, const Person& person) const {
    Fit best = Fit::likely;
    for (const std::size_t other : person.forms) {
      const Fit one = fit(form, other);
      if (one == Fit::no) return Fit::no;
      if (one == Fit::with_evidence) best = Fit::with_evidence;
    }
    return best;
  }

  void add(Person& person, std::size_t form) {
    person.forms.push_back(form);
    person.bearers += forms_[form].bearers;
    person.families = std::max(person.families, forms_[form].families);
    person.called.insert(forms_[form].called.begin(), forms_[form].called.end());
  }

  // Only forms that spell out what others shorten are joined here; the rest waits until all stand.
  void place(std::size_t form) {
    Person* only = nullptr;
    for (Person& person : people_) {
      if (fit(form, person) != Fit::likely) continue;
      if (only != nullptr) {
        only = nullptr;
        break;
      }
      only = &person;
    }
    if (only == nullptr) only = &people_.emplace_back();
    add(*only, form);
  }

  bool may_join(const Person& a, const Person& b) const {
    return std::all_of(a.forms.begin(), a.forms.end(), [&](std::size_t form) { return fit(form, b) != Fit::no; });
  }

  bool same_generation(const Person& a, const Person& b) const {
    return parts_[a.forms.front()].generation == parts_[b.forms.front()].generation;
  }

  bool same_last_name(const Person& a, const Person& b) const {
    return parts_[a.forms.front()].last == parts_[b.forms.front()].last;
  }

  // A rare name that is spelt otherwise in both halves is another name: "Mike Morrell", "Michael Morell".
  bool half_spelt_alike(const Person& a, const Person& b) const {
    return std::any_of(a.forms.begin(), a.forms.end(), [&](std::size_t x) {
      return std::any_of(b.forms.begin(), b.forms.end(), [&](std::size_t y) {
        return parts_[x].first == parts_[y].first || parts_[x].last == parts_[y].last;
      });
    });
  }

  static bool tells(const std::set<std::string>& called) {
    return std::any_of(called.begin(), called.end(), [](const std::string& word) { return !word.starts_with('~'); });
  }

  // One of the two has a middle name in full that the other leaves out.
  bool spells_out_middle(const Person& a, const Person& b) const {
    const auto full = [&](const Person& person) {
      return std::any_of(person.forms.begin(), person.forms.end(), [&](std::size_t form) {
        return std::any_of(parts_[form].middles.begin(), parts_[form].middles.end(),
                           [](const std::string& middle) { return middle.size() > 1; });
      });
    };
    return full(a) != full(b);
  }

  // How much speaks for one person rather than for another of the name.
  std::size_t evidence(const Person& a, const Person& b) const {
    std::size_t speaks = 0, little = 0;
    for (const std::string& word : a.called) {
      if (b.called.contains(word)) ++(word.starts_with('~') ? little : speaks);
    }
    if (!same_generation(a, b)) return speaks;
    const std::size_t families = std::max(a.families, b.families);
    // Where two are called differently they may be two; where one is called nothing, that tells nothing.
    const bool nothing_told = a.called.empty() || b.called.empty();
    const bool called_otherwise = tells(a.called) && tells(b.called) && speaks == 0 && little == 0;
    const bool spelt_alike = same_spelling(parts_[a.forms.front()], parts_[b.forms.front()]);
    // "Jeff Lawson", who heads a company, and "Jeffrey Lawson", an economist; "Steve Randy Lund" and "Steven Lund".
    if (!spelt_alike && (called_otherwise || (nothing_told && spells_out_middle(a, b)))) return 0;
    // "Bo Haines" and "Bo Haynes", both of one party: a word is not enough where the last name is spelt otherwise.
    if (families > rare && speaks < 2 && !same_last_name(a, b)) return 0;
    if (families <= rare && half_spelt_alike(a, b)) ++speaks;
    if (families <= uncommon && (little > 0 || nothing_told) && same_last_name(a, b)) ++speaks;
    if (nothing_told && spelt_alike) ++speaks;
    return speaks;
  }

  // Joins the two for whom most speaks, until nothing speaks for any. What two others could be meant by is left alone,
  // unless one of them is told of ten times as often.
  void join_whole() {
    for (;;) {
      std::size_t best = 0, best_a = 0, best_b = 0;
      for (std::size_t a = 0; a < people_.size(); ++a) {
        for (std::size_t b = a + 1; b < people_.size(); ++b) {
          if (!may_join(people_[a], people_[b])) continue;
          const std::size_t speaks = evidence(people_[a], people_[b]);
          if (speaks > best && !doubtful(a, b, speaks) && !doubtful(b, a, speaks)) {
            best = speaks;
            best_a = a;
            best_b = b;
          }
        }
      }
      if (best == 0) return;
      for (const std::size_t form : people_[best_b].forms) add(people_[best_a], form);
      people_.erase(people_.begin() + static_cast<std::ptrdiff_t>(best_b));
    }
  }

  // Whether `a` may as well be a third person, who cannot be `b`.
  bool doubtful(std::size_t a, std::size_t b, std::size_t speaks) const {
    for (std::size_t c = 0; c < people_.size(); ++c) {
      if (c == a || c == b || !may_join(people_[a], people_[c]) || may_join(people_[b], people_[c])) continue;
      const std::size_t other = evidence(people_[a], people_[c]);
      if (other > 0 && other * 2 > speaks && people_[c].bearers * 10 > people_[b].bearers) return true;
    }
    return false;
  }

  const std::vector<NameForm>& forms_;
  const Together& together_;
  std::vector<Parts> parts_;
  std::vector<Person> people_;
};

}  // namespace

std::string name_sound(std::string_view name_key) {
  const auto parts = parts_of(name_key);
  if (!parts) return {};
  return sound_of(formal_name(parts->first)) + " " + sound_of(parts->last);
}

std::string first_sound(std::string_view name_key) {
  const std::string sound = name_sound(name_key);
  return sound.substr(0, sound.find(' ') + 1);
}

std::string last_name(std::string_view name_key) {
  Words words = words_of(name_key);
  while (words.size() > 2 && is_generation(words.back())) words.pop_back();
  return words.empty() ? std::string() : words.back();
}

namespace {

// Bodies of three letters that tell whom a role is of as well as longer words do.
bool is_acronym(std::string_view word) {
  static const std::set<std::string, std::less<>> bodies{"fbi", "cia", "nsa", "dnc", "rnc", "epa", "irs", "fcc",
                                                         "sec", "cbo", "omb", "fda", "hud", "hhs", "dhs", "doj",
                                                         "nfl", "nra", "cbs", "nbc", "abc", "cnn", "npr", "bbc"};
  return bodies.contains(word);
}

}  // namespace

std::set<std::string> role_words(std::string_view role) {
  // What many bearers of one name could be called, or says when rather than who.
  static const std::set<std::string, std::less<>> tell_little{
      "former",   "spokesman", "spokeswoman", "spokesperson", "director", "professor", "executive",
      "chief",    "deputy",    "assistant",   "associate",    "member",   "analyst",   "expert",
      "author",   "founder",   "resident",    "voter",        "longtime", "host",      "lawyer",
      "attorney", "officer",   "manager",     "partner"};
  static const std::set<std::string, std::less<>> tell_nothing{"with", "from", "that", "whose", "this", "then", "late"};
  static const std::map<std::string, std::string, std::less<>> same{{"sen", "senator"},
                                                                    {"rep", "representative"},
                                                                    {"congressman", "representative"},
                                                                    {"congresswoman", "representative"},
                                                                    {"gov", "governor"},
                                                                    {"gop", "republican"},
                                                                    {"republicans", "republican"},
                                                                    {"democratic", "democrat"},
                                                                    {"democrats", "democrat"},
                                                                    {"justice", "judge"}};
  std::set<std::string> words;
  // "Simpson's attorney" and "attorney for Glenn Simpson".
  std::string bare;
  for (std::size_t i = 0; i < role.size(); ++i) {
    const std::string_view rest = role.substr(i);
    const std::size_t mark = rest.starts_with("'s") ? 2 : rest.starts_with("’s") ? 4 : 0;
    if (mark > 0 && (rest.size() == mark || rest[mark] == ' ')) {
      i += mark - 1;
    } else {
      bare.push_back(role[i]);
    }
  }
  for (std::string& word : words_of(name_key(bare))) {
    if (const auto found = same.find(word); found != same.end()) {
      words.insert(found->second);
    } else if ((word.size() > 3 || is_acronym(word)) && !tell_nothing.contains(word)) {
      words.insert(tell_little.contains(word) ? "~" + word : word);
    }
  }
  return words;
}

std::vector<std::vector<std::size_t>> one_person(const std::vector<NameForm>& forms, const Together& together) {
  return Joining(forms, together).done();
}

}  // namespace onrecord::ledger
