#include "read/byline.h"

#include <algorithm>
#include <array>
#include <span>

#include "read/lines.h"
#include "text/text.h"

namespace onrecord {

namespace {

using Views = std::vector<std::string_view>;

bool is_one_of(std::string_view word, std::span<const std::string_view> known) {
  return std::ranges::find(known, lower(word)) != known.end();
}

constexpr auto particles = std::to_array<std::string_view>({"de",  "del",  "della", "der", "den", "di",  "da", "dos",
                                                            "du",  "van",  "von",   "la",  "le",  "al",  "el", "bin",
                                                            "ibn", "bint", "ben",   "af",  "av",  "ter", "y",  "e"});

// What stands behind a name and says no name: "By Ada Lund for Radio Fjord in Oslo".
constexpr auto cuts = std::to_array<std::string_view>(
    {"for", "in", "at", "of", "from", "on", "is", "contributed", "reports", "reporting"});

// Words that show that a piece names an outlet, a desk or a job.
constexpr auto no_people = std::to_array<std::string_view>({"staff",        "writer",        "writers",
                                                            "reporter",     "reporters",     "editor",
                                                            "editors",      "correspondent", "correspondents",
                                                            "columnist",    "bureau",        "desk",
                                                            "press",        "news",          "newsroom",
                                                            "agency",       "agencies",      "associated",
                                                            "reuters",      "afp",           "ap",
                                                            "bloomberg",    "upi",           "pa",
                                                            "tribune",      "newspaper",     "newspapers",
                                                            "post",         "herald",        "journal",
                                                            "gazette",      "daily",         "media",
                                                            "service",      "services",      "network",
                                                            "editorial",    "board",         "team",
                                                            "chief",        "senior",        "contributor",
                                                            "contributors", "producer",      "anchor",
                                                            "photographer", "analyst",       "politics",
                                                            "political",    "investigative", "special",
                                                            "guest",        "opinion",       "magazine",
                                                            "online",       "digital",       "tv",
                                                            "admin"});

bool names_no_person(std::string_view piece) {
  return std::ranges::any_of(words_of(piece), [](std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    return is_one_of(word, no_people) || word.find('_') != std::string_view::npos;
  });
}

// The field up to the first mark that parts the names from an outlet or a time.
std::string_view before_marks(std::string_view field) {
  constexpr auto marks = std::to_array<std::string_view>({"|", "•", "·", " – ", " — ", " - ", "(", "\n", " @"});
  std::size_t end = field.size();
  for (const std::string_view mark : marks) end = std::min(end, field.find(mark));
  return trimmed(field.substr(0, end));
}

// "By ", "Author: " … as many as stand there; true where one did.
bool strip_lead(std::string_view& field) {
  constexpr auto leads = std::to_array<std::string_view>({"by", "author", "authors", "written by", "words by",
                                                          "story by", "posted by", "reported by", "report by",
                                                          "reporting by", "published by", "text by", "von", "par"});
  bool stripped = false;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view lead : leads) {
      if (!begins_with(field, lead) || field.size() == lead.size()) continue;
      std::string_view rest = field.substr(lead.size());
      if (rest.front() != ':' && rest.front() != ' ' && !rest.starts_with("\xc2\xa0")) continue;
      const bool of_author = lead.starts_with("author");
      if (of_author && !rest.starts_with(':') && !rest.starts_with(" :")) continue;
      rest = trimmed(rest);
      if (rest.starts_with(':')) rest = trimmed(rest.substr(1));
      field = rest;
      stripped = again = true;
      break;
    }
  }
  return stripped;
}

// Pieces between ",", ";", "/", " and ", " & " and " with ".
Views split_names(std::string_view field) {
  Views pieces;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t next) {
    if (const std::string_view piece = trimmed(field.substr(begin, end - begin)); !piece.empty())
      pieces.push_back(piece);
    begin = next;
  };
  for (std::size_t i = 0; i < field.size(); ++i) {
    const std::string_view rest = field.substr(i);
    if (rest.front() == ',' || rest.front() == ';' || rest.front() == '/') {
      close(i, i + 1);
    } else if (rest.front() == ' ') {
      for (const std::string_view joint : {" and ", " & ", " with ", " und ", " et "}) {
        if (begins_with(rest, joint)) {
          close(i, i + joint.size());
          i += joint.size() - 2;
          break;
        }
      }
    }
  }
  close(field.size(), field.size());
  return pieces;
}

// Without a tail that starts with "for", "in" …; "and " at the front goes too ("A, B, and C").
std::string_view bare_name(std::string_view piece) {
  for (const std::string_view lead : {"and ", "& "}) {
    if (begins_with(piece, lead)) piece = trimmed(piece.substr(lead.size()));
  }
  for (const std::string_view word : words_of(piece)) {
    if (word.data() != piece.data() && is_ascii_lower(word.front()) && is_one_of(word, cuts)) {
      piece = trimmed(piece.substr(0, static_cast<std::size_t>(word.data() - piece.data())));
      break;
    }
  }
  while (!piece.empty() && (piece.back() == ',' || piece.back() == ':' || piece.back() == '*')) piece.remove_suffix(1);
  return trimmed(piece);
}

// "ADA LUND" as "Ada Lund"; a name that has small letters stays as it is.
std::string calm(std::string_view name) {
  std::string out(name);
  if (std::ranges::any_of(name, is_ascii_lower) || words_of(name).size() < 2) return out;
  bool inside = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool letter = is_ascii_upper(out[i]) || (static_cast<unsigned char>(out[i]) & 0x80) != 0;
    // "J.R." keeps its letters; "O'NEIL" and "LUND-HOLM" begin anew.
    if (is_ascii_upper(out[i]) && inside && (i + 1 >= out.size() || out[i + 1] != '.')) {
      out[i] = static_cast<char>(out[i] + 32);
    }
    inside = letter;
  }
  return out;
}

bool is_suffix(std::string_view piece) {
  constexpr auto suffixes = std::to_array<std::string_view>({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md"});
  return is_one_of(piece, suffixes);
}

}  // namespace

bool looks_like_name(std::string_view text) {
  const Views words = words_of(text);
  if (words.size() < 2 || words.size() > 5 || text.size() > 60) return false;
  bool first = true;
  for (const std::string_view word : words) {
    const char lead = word.front();
    const bool capital = is_ascii_upper(lead) || (static_cast<unsigned char>(lead) & 0x80) != 0;
    if (!capital && (first || !is_one_of(word, particles))) return false;
    if (word.find_first_of("0123456789:;!?\"()[]<>{}@#$%&*=_/") != std::string_view::npos) return false;
    // A full stop only behind an initial or a short form: "J.", "Jr."
    if (word.size() > 4 && word.back() == '.') return false;
    first = false;
  }
  constexpr auto starts = std::to_array<std::string_view>(
      {"the", "a", "an", "this", "that", "in", "on", "at", "for", "what", "how", "why"});
  return !is_one_of(words.front(), starts);
}

void add_name(std::vector<std::string>& names, std::string_view name) {
  const std::string low = lower(name);
  if (std::ranges::any_of(names, [&](const std::string& known) { return lower(known) == low; })) return;
  names.emplace_back(name);
}

std::vector<std::string> parse_byline(std::string_view field) {
  constexpr std::size_t most_bytes = 2000;
  constexpr std::size_t most_people = 50;
  std::vector<std::string> names;
  field = trimmed(field);
  if (field.size() > most_bytes || field.find("://") != std::string_view::npos) return names;
  strip_lead(field);
  field = before_marks(field);
  std::string fallback;
  for (std::string_view piece : split_names(field)) {
    if (is_suffix(piece) && !names.empty()) {
      names.back().append(", ").append(piece);
      continue;
    }
    strip_lead(piece);
    piece = bare_name(piece);
    if (piece.empty() || names.size() >= most_people) continue;
    if (piece.find('@') != std::string_view::npos) continue;
    if (names_no_person(piece) || piece.find_first_of("0123456789") != std::string_view::npos) {
      if (fallback.empty() && piece.find('_') == std::string_view::npos) fallback = piece;
      continue;
    }
    add_name(names, calm(piece));
  }
  if (names.empty() && !fallback.empty()) names.push_back(fallback);
  return names;
}

std::optional<std::vector<std::string>> byline_line(std::string_view line) {
  if (line.size() > 200) return std::nullopt;
  std::string_view rest = trimmed(line);
  if (!strip_lead(rest)) return std::nullopt;
  if (rest.ends_with('.') && !rest.ends_with("r.")) rest.remove_suffix(1);
  const Views pieces = split_names(before_marks(rest));
  if (pieces.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const std::string_view piece : pieces) {
    const std::string_view name = bare_name(piece);
    if (looks_like_name(name) && !names_no_person(name)) {
      add_name(names, calm(name));
    } else if (names.empty() || words_of(piece).size() > 6) {
      // Behind the names an outlet or a job may follow; a line that starts with anything else is a sentence ("By the
      // end …").
      return std::nullopt;
    }
  }
  return names;
}

}  // namespace onrecord
