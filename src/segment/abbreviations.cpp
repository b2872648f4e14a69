#include "segment/abbreviations.h"

#include <algorithm>
#include <array>

namespace onrecord {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array titles{"Adm"sv,  "Amb"sv,  "Assn"sv, "Atty"sv,   "Brig"sv, "Capt"sv, "Cdr"sv, "Cmdr"sv, "Col"sv,
                            "Cpl"sv,  "Del"sv,  "Det"sv,  "Dr"sv,     "Fr"sv,   "Gen"sv,  "Gov"sv, "Govs"sv, "Hon"sv,
                            "Insp"sv, "Lt"sv,   "Maj"sv,  "Messrs"sv, "Mr"sv,   "Mrs"sv,  "Ms"sv,  "Msgr"sv, "Mt"sv,
                            "Pfc"sv,  "Pres"sv, "Prof"sv, "Pvt"sv,    "Rep"sv,  "Reps"sv, "Rev"sv, "Sen"sv,  "Sens"sv,
                            "Sgt"sv,  "Spc"sv,  "St"sv,   "Supt"sv,   "Vol"sv,  "cf"sv,   "v"sv,   "vs"sv};
constexpr std::array before_numbers{"Nos"sv, "No"sv,  "Apr"sv, "Aug"sv, "Dec"sv, "Feb"sv,
                                    "Jan"sv, "Nov"sv, "Oct"sv, "Sep"sv, "Sept"sv};
constexpr std::array others{"Ala"sv,  "Ariz"sv, "Ark"sv,    "Ave"sv, "Blvd"sv, "Bros"sv, "Calif"sv, "Co"sv,   "Colo"sv,
                            "Conn"sv, "Corp"sv, "Dept"sv,   "Del"sv, "Fla"sv,  "Ga"sv,   "Ill"sv,   "Inc"sv,  "Ind"sv,
                            "Jr"sv,   "Kan"sv,  "Ky"sv,     "La"sv,  "Ltd"sv,  "Mass"sv, "Md"sv,    "Mich"sv, "Minn"sv,
                            "Miss"sv, "Mo"sv,   "Mont"sv,   "Neb"sv, "Nev"sv,  "Okla"sv, "Ont"sv,   "Ore"sv,  "Pa"sv,
                            "Penn"sv, "Sr"sv,   "Tenn"sv,   "Tex"sv, "Va"sv,   "Vt"sv,   "Wash"sv,  "Wis"sv,  "Wyo"sv,
                            "al"sv,   "etc"sv,  "approx"sv, "est"sv, "Ph"sv,   "ft"sv,   "lb"sv,    "lbs"sv};
constexpr std::array starters{
    "A"sv,       "After"sv,  "All"sv,    "Also"sv, "Although"sv,  "An"sv,    "And"sv,   "As"sv,    "At"sv,
    "Because"sv, "Before"sv, "But"sv,    "By"sv,   "During"sv,    "Even"sv,  "For"sv,   "From"sv,  "He"sv,
    "Her"sv,     "Here"sv,   "His"sv,    "How"sv,  "However"sv,   "I"sv,     "If"sv,    "In"sv,    "Instead"sv,
    "It"sv,      "Its"sv,    "Last"sv,   "Many"sv, "Meanwhile"sv, "More"sv,  "Most"sv,  "My"sv,    "No"sv,
    "Not"sv,     "Now"sv,    "On"sv,     "One"sv,  "Or"sv,        "Our"sv,   "She"sv,   "Since"sv, "So"sv,
    "Some"sv,    "Still"sv,  "That"sv,   "The"sv,  "Their"sv,     "Then"sv,  "There"sv, "These"sv, "They"sv,
    "This"sv,    "Those"sv,  "Though"sv, "Thus"sv, "To"sv,        "Under"sv, "We"sv,    "What"sv,  "When"sv,
    "Where"sv,   "While"sv,  "Who"sv,    "Why"sv,  "With"sv,      "Yet"sv,   "You"sv,   "Your"sv};
constexpr std::array asking{"added"sv,    "answered"sv,  "asked"sv,   "asks"sv,    "continued"sv,
                            "demanded"sv, "exclaimed"sv, "quipped"sv, "replied"sv, "said"sv,
                            "says"sv,     "shouted"sv,   "tells"sv,   "told"sv,    "tweeted"sv,
                            "wondered"sv, "writes"sv,    "wrote"sv,   "yelled"sv};

template <std::size_t size>
bool among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 6) return Abbreviation::no;
  if (among(titles, word)) return Abbreviation::title;
  if (among(before_numbers, word)) return Abbreviation::number;
  if (among(others, word)) return Abbreviation::other;
  return Abbreviation::no;
}

bool begins_sentences(std::string_view word) { return word.size() <= 9 && among(starters, word); }

bool is_asking_verb(std::string_view word) { return among(asking, word); }

}  // namespace onrecord
