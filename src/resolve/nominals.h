// The noun phrases of an article that may be taken up again later: unnamed persons whom it introduces ("a cashier"),
// and documents with all that their first mention says of them ("the Harbour Institute poll" behind a later "the
// poll").
#pragma once

#include <vector>

#include "resolve/phrases.h"

namespace onrecord::resolving {

struct Nominal {
  Range core;                 // without article; the head is its last word
  std::uint32_t head = none;  // word
  Definite definite = Definite::bare;
  bool named = false;  // a capital, a possessor or a number tells it from others of its kind
};

struct Nominals {
  std::vector<Nominal> persons;  // sorted by head: those introduced by "a", "another", "one"
  std::vector<Nominal> things;   // documents and bodies, sorted by head
  std::vector<Nominal> groups;   // sorted by head: "several voters", "people who", without "the"
  // What no rule takes up, sorted by head:
  std::vector<Nominal> anyone;   // nouns for one person, whatever opens them
  std::vector<Nominal> plurals;  // plural nouns that are not in `groups`: "the islanders"
};

Nominals find_nominals(const Reading& reading, const Cast& cast);

// The fullest phrase by which the article tells the document or body that `phrase` means; empty where it says no more
// than the phrase itself, or where several may be meant.
Range fuller_thing(const Reading& reading, const Nominals& nominals, const Phrase& phrase);

// "the survey, conducted by the Harbour Institute,": of the cast's names, that of the body which a phrase without any
// name says a document is by; none where it says nothing of the kind.
std::uint32_t maker_of(const Reading& reading, const Cast& cast, const Phrase& phrase);

// True for "allies", "some friends", "a friend": whose is told by the text around, if at all.
bool lacks_owner(const Reading& reading, const Phrase& phrase);

// The phrase without "new", "latest", "most recent" before a name.
Range without_newness(const Reading& reading, Range core);

}  // namespace onrecord::resolving
