#include "resolve/venues.h"

#include <algorithm>

#include "text/text.h"

namespace onrecord::resolving {

namespace {

namespace c = word_class;

// Beside the lexicon's gatherings and media: what something is shown, printed or asked in.
bool is_document(std::string_view word) {
  static constexpr WordSet words{
      "poll",  "polls", "survey",  "surveys", "study",  "studies",     "book",     "books",   "novel", "analysis",
      "brief", "bill",  "website", "site",    "column", "documentary", "petition", "excerpt", "paper", "page",
      "posts", "ads",   "ad",      "emails",  "memos",  "letters",     "filings",  "account", "audio", "footage"};
  return words.contains(word);
}

bool is_broadcast(std::string_view word) {
  static constexpr WordSet words{"show",    "program", "programme",  "broadcast", "podcast", "radio",
                                 "episode", "tv",      "television", "newscast",  "series",  "segment"};
  return words.contains(word);
}

bool is_further_gathering(std::string_view word) {
  static constexpr WordSet words{"floor",    "stump",      "stage",        "trail",         "debates",   "rallies",
                                 "speeches", "interviews", "events",       "festival",      "hearings",  "remarks",
                                 "talks",    "dialogue",   "conversation", "commemoration", "visit",     "appearances",
                                 "tour",     "gaggle",     "lecture",      "assembly",      "monologue", "presser"};
  return words.contains(word);
}

bool is_platform(std::string_view word) {
  static constexpr WordSet words{"twitter", "facebook",  "instagram", "snapchat", "reddit", "youtube",
                                 "tumblr",  "periscope", "internet",  "online",   "tweets"};
  return words.contains(word);
}

bool is_listeners(std::string_view word) {
  static constexpr WordSet words{"reporters", "reporter",  "supporters", "crowd",       "crowds",   "audience",
                                 "audiences", "voters",    "donors",     "journalists", "viewers",  "listeners",
                                 "readers",   "press",     "media",      "colleagues",  "students", "fans",
                                 "followers", "delegates", "guests",     "investors",   "analysts", "attendees",
                                 "lawmakers", "advisers",  "aides",      "activists",   "workers",  "congress"};
  return words.contains(word);
}

// Where people are met: "at a restaurant in Queens", "aboard his chartered plane".
bool is_venue_noun(std::string_view word) {
  static constexpr WordSet words{"restaurant", "hotel",   "theater",    "theatre", "plane",        "bus",     "office",
                                 "diner",      "school",  "university", "church",  "mosque",       "airport", "park",
                                 "stadium",    "arena",   "center",     "factory", "headquarters", "home",    "house",
                                 "club",       "library", "museum",     "pulpit",  "capitol"};
  return words.contains(word);
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool is_owner(std::string_view word) {
  return word == "his" || word == "her" || word == "their" || word == "its" || word == "my" || word == "our";
}

bool joins(std::string_view word) {
  static constexpr WordSet words{"in", "at", "of", "for", "with", "by", "on", "aboard"};
  return words.contains(word);
}

class Finder {
 public:
  Finder(const Reading& reading, const Cast& cast, const std::vector<std::vector<DatePhrase>>& dates)
      : reading_(reading), words_(reading.words), cast_(cast), dates_(dates) {}

  std::vector<Venue> run() {
    for (std::uint32_t s = 0; s < reading_.sentences.size(); ++s) {
      sentence_ = s;
      const Range range = reading_.sentences[s].words;
      begin_ = range.begin;
      end_ = range.end;
      for (std::uint32_t i = begin_; i < end_; ++i) {
        if (!at_date(i)) look(i);
      }
    }
    return std::move(found_);
  }

 private:
  void look(std::uint32_t i) {
    const Word& word = words_[i];
    if (word.kind == TokenKind::quote_mark) {
      programme(i);
      return;
    }
    if (word.kind != TokenKind::word) return;
    const std::uint32_t name = cast_.name_at(i);
    const bool lower_case = word.letters == CaseClass::lower;
    if (is_platform(word.lower) || (word.lower == "media" && i > begin_ && words_[i - 1].lower == "social")) {
      take(i, VenueKind::platform, name == none);
    } else if (name != none && cast_.names[name].words.begin == i && of_outlet(cast_.names[name])) {
      take(cast_.names[name].words.end - 1, VenueKind::outlet, false);
    } else if (is_listeners(word.lower)) {
      take(i, VenueKind::listeners, true);
    } else if (word.is(c::gathering) || is_further_gathering(word.lower) ||
               (word.lower == "hall" && i > begin_ && words_[i - 1].lower == "town")) {
      if (ends_phrase(i)) take(i, VenueKind::gathering, true);
    } else if (word.is(c::medium) && lower_case) {
      if (ends_phrase(i)) take(i, VenueKind::medium, true);
    } else if ((is_document(word.lower) || is_broadcast(word.lower)) && (lower_case || name == none)) {
      if (ends_phrase(i)) take(i, VenueKind::document, true);
    } else if (name != none && cast_.names[name].words.begin == i) {
      place(name);
    } else if (lower_case && is_venue_noun(word.lower) && ends_phrase(i)) {
      room(i);
    }
  }

  // "at a diner in Concord": where the reporter says that something happened.
  void room(std::uint32_t i) {
    const std::size_t before = found_.size();
    take(i, VenueKind::place, true);
    if (found_.size() == before) return;
    const std::string_view by = found_.back().before;
    if (by != "at" && by != "in" && by != "inside" && by != "outside" && by != "from" && by != "aboard" && by != "on")
      found_.pop_back();
  }

  bool of_outlet(const Name& name) const {
    return words_[name.words.end - 1].is(c::outlet) || words_[name.words.begin].is(c::outlet);
  }

  bool at_date(std::uint32_t i) const {
    return std::ranges::any_of(dates_[sentence_],
                               [&](const DatePhrase& date) { return date.words.begin <= i && i < date.words.end; });
  }

  // Not "debate stage", "interview request": the noun behind is the head.
  bool ends_phrase(std::uint32_t i) const {
    if (i + 1 >= end_ || words_[i].possessive) return !words_[i].possessive;
    const Word& next = words_[i + 1];
    if (next.kind != TokenKind::word || next.letters != CaseClass::lower || next.is(c::preposition | c::function))
      return true;
    return !(next.is(c::gathering | c::medium | c::document | c::organisation | c::person | c::people) ||
             is_document(next.lower) || is_broadcast(next.lower) || is_further_gathering(next.lower));
  }

  // The phrase around its head: adjectives and names before, "in", "at", "with" and a name behind.
  void take(std::uint32_t head, VenueKind kind, bool adjectives) {
    std::uint32_t begin = head;
    const std::uint32_t own = cast_.name_at(head);
    if (own != none) begin = cast_.names[own].words.begin;
    if (begin > head || begin < begin_) begin = head;
    while (begin > begin_) {
      const Word& before = words_[begin - 1];
      const std::uint32_t name = cast_.name_at(begin - 1);
      if (at_date(begin - 1) || before.kind == TokenKind::quote_mark) break;
      if (before.kind != TokenKind::word) {
        if (!(before.lower == "-" || before.lower == "/" || before.lower == "&") || begin < begin_ + 2) break;
        --begin;
        continue;
      }
      if (name != none && (adjectives || before.possessive)) {
        begin = std::max(begin_, cast_.names[name].words.begin);
        if (begin > head) return;
        continue;
      }
      if (!adjectives || is_article(before.lower) || is_owner(before.lower) ||
          before.is(c::preposition | c::auxiliary | c::function) ||
          (before.is(c::speech_verb) && before.letters == CaseClass::lower) || before.lower.ends_with("ly") ||
          (before.lower.ends_with("ed") && !before.is(c::medium)))
        break;
      --begin;
      if (head - begin > 6) break;
    }
    std::uint32_t close = head + 1;
    if (own != none) close = std::clamp(cast_.names[own].words.end, close, end_);
    for (int part = 0; part < 2; ++part) {
      std::uint32_t at = close;
      if (part == 0 && kind == VenueKind::outlet && at < end_) {  // "Fox News Sean Hannity", "CNN's Jake Tapper"
        const std::uint32_t host = cast_.name_at(at);
        if (host != none && cast_.names[host].words.begin == at) {
          close = std::min(end_, cast_.names[host].words.end);
          continue;
        }
      }
      if (at + 1 >= end_ || !joins(words_[at].lower) || at_date(at + 1)) break;
      ++at;
      if (at + 1 < end_ && (is_article(words_[at].lower) || is_owner(words_[at].lower))) ++at;
      if (const std::uint32_t listeners = listeners_behind(at)) {  // "a session with angry voters"
        close = listeners;
        continue;
      }
      const std::uint32_t name = cast_.name_at(at);
      if (name == none || cast_.names[name].words.begin > at) break;
      close = std::min(end_, cast_.names[name].words.end);
      if (close + 1 < end_ && words_[close].lower == ",") {  // "Concord, N.H."
        const std::uint32_t state = cast_.name_at(close + 1);
        if (state != none && cast_.names[state].kind == NameKind::place && cast_.names[state].words.begin == close + 1)
          close = std::min(end_, cast_.names[state].words.end);
      }
    }
    add({begin, close}, head, kind);
  }

  // Behind a phrase for listeners or a thing that begins at `i`; 0 where there is none.
  std::uint32_t listeners_behind(std::uint32_t i) const {
    for (std::uint32_t k = i; k < std::min(end_, i + 3); ++k) {
      const Word& word = words_[k];
      if (word.kind != TokenKind::word || word.is(c::preposition | c::auxiliary | c::function)) return 0;
      if (is_listeners(word.lower) || is_venue_noun(word.lower)) return k + 1;
    }
    return 0;
  }

  void add(Range words, std::uint32_t head, VenueKind kind) {
    if (!found_.empty() && found_.back().words.begin <= words.begin && words.begin < found_.back().words.end) {
      if (words.end <= found_.back().words.end) return;
    }
    Venue venue;
    std::uint32_t before = words.begin;
    while (before > begin_ && (is_article(words_[before - 1].lower) || is_owner(words_[before - 1].lower) ||
                               at_date(before - 1) || words_[before - 1].kind == TokenKind::quote_mark)) {
      venue.indefinite = venue.indefinite || words_[before - 1].lower == "a" || words_[before - 1].lower == "an";
      --before;
    }
    if (before > begin_ && words_[before - 1].kind == TokenKind::word) venue.before = words_[before - 1].lower;
    venue.words = words;
    venue.name = std::string(reading_.of(reading_.span_of(words)));
    venue.head = head;
    venue.sentence = sentence_;
    venue.kind = kind;
    found_.push_back(std::move(venue));
  }

  // “Meet the Press”: a title in marks, behind "on", a possessive or a word for a programme.
  void programme(std::uint32_t open) {
    if (open + 2 >= end_ || open == begin_ || !words_[open + 1].capitalised()) return;
    const Word& before = words_[open - 1];
    const bool led = before.lower == "on" || before.possessive || is_broadcast(before.lower) || before.lower == "to" ||
                     before.lower == "told" || is_document(before.lower);
    if (!led) return;
    std::uint32_t close = open + 1;
    while (close < end_ && words_[close].kind != TokenKind::quote_mark && close - open < 9) ++close;
    if (close >= end_ || words_[close].kind != TokenKind::quote_mark || close == open + 1) return;
    std::uint32_t last = close;
    while (last > open + 1 && words_[last - 1].kind == TokenKind::punctuation) --last;
    std::uint32_t begin = open + 1;
    if (before.possessive) {
      const std::uint32_t name = cast_.name_at(open - 1);
      begin = name == none ? open - 1 : std::max(begin_, cast_.names[name].words.begin);
    }
    add({begin, last}, last - 1, VenueKind::outlet);
  }

  // "in Richmond", "at Liberty University in Lynchburg": where the reporter says that something happened.
  void place(std::uint32_t index) {
    const Name& name = cast_.names[index];
    if (name.possessive || name.words.begin == begin_ || name.words.end > end_) return;
    std::uint32_t before = name.words.begin;
    while (before > begin_ && (is_article(words_[before - 1].lower) || words_[before - 1].capitalised())) --before;
    if (before == begin_) return;
    const std::string& by = words_[before - 1].lower;
    const bool at = by == "at" || by == "before" || by == "outside" || by == "inside";
    const bool in = by == "in" && name.kind == NameKind::place;
    if (!at && !in) return;
    if (name.kind == NameKind::person) return;
    take(name.words.begin, VenueKind::place, false);
  }

  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
  const std::vector<std::vector<DatePhrase>>& dates_;
  std::uint32_t sentence_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<Venue> found_;
};

}  // namespace

std::vector<Venue> find_venues(const Reading& reading, const Cast& cast,
                               const std::vector<std::vector<DatePhrase>>& dates) {
  return Finder(reading, cast, dates).run();
}

}  // namespace onrecord::resolving
