// What single words are, for resolving: titles, role nouns, first names with their gender, nouns for groups,
// organisations and documents, places, days. Short hand-written lists (first names of members of the US Congress, CC0,
// among them) and a counted one of words that are written small; a word that is in no list has no class, and every rule
// must cope with that.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::resolving {

using WordClasses = std::uint64_t;  // a set of the bits below

namespace word_class {
inline constexpr WordClasses honorific = 1ull << 0;  // mr, dame: never part of a role
inline constexpr WordClasses title = 1ull << 1;      // may stand before a name: senator, gov, coach
inline constexpr WordClasses person = 1ull << 2;     // noun for one person: spokesman, voter
inline constexpr WordClasses people = 1ull << 3;     // noun or pronoun for several: officials, many, critics
inline constexpr WordClasses male = 1ull << 4;
inline constexpr WordClasses female = 1ull << 5;
inline constexpr WordClasses first_name = 1ull << 6;
inline constexpr WordClasses organisation = 1ull << 7;  // noun: campaign, ministry
inline constexpr WordClasses document = 1ull << 8;      // noun: poll, letter
inline constexpr WordClasses place = 1ull << 9;         // name of a country, state or city that acts as one
inline constexpr WordClasses demonym = 1ull << 10;      // norwegian, republican: adjective or one of a people
inline constexpr WordClasses function = 1ull << 11;  // determiners, pronouns, conjunctions, adverbs: no name begins so
inline constexpr WordClasses preposition = 1ull << 12;
inline constexpr WordClasses particle = 1ull << 13;  // lower-case part of a name: van, bin
inline constexpr WordClasses weekday = 1ull << 14;
inline constexpr WordClasses month = 1ull << 15;
inline constexpr WordClasses auxiliary = 1ull << 16;    // is, has, would
inline constexpr WordClasses speech_verb = 1ull << 17;  // said, told: what stands before it is likely a person
inline constexpr WordClasses outlet = 1ull << 18;       // word that ends an outlet's name: news, times, post
inline constexpr WordClasses medium = 1ull << 19;       // what a saying is put out in: statement, tweet, interview
inline constexpr WordClasses gathering = 1ull << 20;    // where it is said: rally, hearing, debate
inline constexpr WordClasses quantity = 1ull << 21;     // many, percent, majority
inline constexpr WordClasses titles = 1ull << 22;       // of several: senators, justices
}  // namespace word_class

// The classes of a lower-case word, its regular plural included where the singular is a person's noun. Thread-safe.
WordClasses classes_of(std::string_view lower_word);

// True for words that news writes small wherever a capital is not owed to their place, and for regular forms of them:
// "expect", "frequent", "seeing". Counted over news (train/resolve/small_words.py); some are first names too.
bool written_small(std::string_view lower_word);

// True for names of places of several words, lower case, joined by single blanks: "new hampshire".
bool is_place_name(std::string_view lower_words);

// "r-ohio", "d-n.y", "i-vt": a party's letter and what its member represents.
bool is_constituency(std::string_view lower_word);

// "tex", "vt", as in "Sen. Ada Lund (Vt.)".
bool is_state_abbreviation(std::string_view lower_word);

}  // namespace onrecord::resolving
