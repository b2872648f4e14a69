// Which forms of a person's name are one person's: "Donald J. Trump" and "Donald Trump", "Bob Corker" and "Robert
// Corker", "Sergei" and "Sergey Lavrov". Pure: a function of the set of forms and of what the articles say of their
// bearers.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::ledger {

// What all forms of one person's name have in common, roughly: forms with other sounds are never one. Takes a name as
// name_key() gives it; empty for what is no name of two words. "bob corker", "robert p corker": "robert corker".
std::string name_sound(std::string_view name_key);

// What the sounds of all names begin with that have this one's first name, "robert "; empty where name_sound() is.
std::string first_sound(std::string_view name_key);

// The last name in a name as name_key() gives it, without "jr" and the like; the whole of a single name.
std::string last_name(std::string_view name_key);

struct NameForm {
  std::string key;               // as name_key() gives it
  std::size_t bearers = 0;       // speakers in articles
  std::set<std::string> called;  // words of their roles, see role_words()
  std::size_t families = 1000;   // so many names of other sounds, and this one, have its last name
};

// The words of a role, one for all that mean the same: "senator" for "Sen.". One that many are called by, or that says
// when rather than who ("former", "spokesman"), begins with a ~ and counts for little.
std::set<std::string> role_words(std::string_view role);

// Whether some article has bearers of both forms for two speakers.
using Together = std::function<bool(std::size_t, std::size_t)>;

// `forms` of one sound, in any order; each stands in exactly one of the lists of indices that come back, each of them
// sorted. Middle names and initials must agree. A form that leaves them out, a nickname, another spelling, "Jr." or its
// lack join those that they may mean only where roles speak for one of them; else they stay by themselves.
std::vector<std::vector<std::size_t>> one_person(const std::vector<NameForm>& forms, const Together& together);

}  // namespace onrecord::ledger
