// What a phrase that may tell a role looks like: where it begins and ends, and whether it tells of one person.
#pragma once

#include "resolve/cast.h"

namespace onrecord::resolving {

// Where the phrase that begins at `begin` ends: at a comma, bracket, dash, stop or finite verb.
std::uint32_t role_end(const Reading& reading, std::uint32_t begin, std::uint32_t end);

// Whether a participle with a clause of its own stands at `at`: "taking the senator with him", "retired as commander",
// not "acting director", "retired general".
bool opens_participle_clause(const Reading& reading, const Cast& cast, std::uint32_t at);

// The next mark that ends a clause.
std::uint32_t clause_end(const Reading& reading, std::uint32_t begin, std::uint32_t end);

// Where the modifiers of the noun at `head` begin: "former Harbour education | secretary".
std::uint32_t modifiers_begin(const Reading& reading, const Cast& cast, std::uint32_t head);

// The head of the phrase, the noun before its first preposition or clause; none where there is no noun.
std::uint32_t role_head(const Reading& reading, const Cast& cast, Range phrase);

// The head of an apposition, "chief" of "chief of staff for …", is a person's noun.
bool heads_person(const Reading& reading, const Cast& cast, Range phrase);

}  // namespace onrecord::resolving
