// Which of those who bear one name are one person, where the name is common: "Chris Harris", a senator's spokesman, and
// "Chris Harris", who guarded a border. Pure: a function of the set of bearers and of how many share the name's parts.
// It weighs two things. How likely a second person of the name is at all goes by how many others bear the first name
// and how many the last: of "Marco Rubio" there is one, of "James Smith" there are several. How alike two bearers are
// goes by what they are called and by the words around them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace onrecord::ledger {

// A name that more articles tell of is not taken apart: who is told of so often is told of without more words.
inline constexpr std::int64_t most_bearers = 40;

// One who bears the name in one article.
struct Bearer {
  std::int64_t article = 0;
  std::string name_key;
  std::set<std::string> called;           // words of the roles, see role_words()
  std::vector<std::string> near;          // telling stems around the mentions but for the name's own; sorted, each once
  std::optional<std::int32_t> published;  // days from epoch
};

// `around`: bytes on either side of a mention that count as near it.
inline constexpr std::uint32_t around = 600;

// What two bearers have in common and what tells them apart, as numbers.
using BearerLikeness = std::array<double, 8>;
BearerLikeness bearer_likeness(const Bearer& a, const Bearer& b);

// ln(how often two mentions of one person are so alike / how often mentions of two persons are), as learned by
// train/identity/train.py from pairs whose names alone tell which they are: a rare name twice, two names.
double likelihood(const BearerLikeness& likeness);

// How many further persons of a name are to be expected: `firsts` and `lasts` names have its first name and its last
// name, itself among them, of `names` in all. 0 where either is its own alone.
double namesakes_expected(std::int64_t firsts, std::int64_t lasts, std::int64_t names);

// Whether so many expected namesakes could part any two bearers.
bool may_have_namesakes(double expected);

// Each bearer stands in exactly one of the lists of indices that come back, each of them sorted. Two of one article are
// one here, and two whose names agree in a middle name; of others, those who are alike in the mean of all their pairs.
std::vector<std::vector<std::size_t>> people_of_name(const std::vector<Bearer>& bearers, double expected);

}  // namespace onrecord::ledger
