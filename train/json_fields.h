// Fields of the extract contract's records, for the programs that training reads from.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace training {

// Empty where the field is absent or null.
inline std::string text_of(const boost::json::object& of, std::string_view name) {
  const boost::json::value* value = of.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The enumerator, from 0 to `last`, that the contract writes so.
template <class Enum>
Enum named(std::string_view word, int last, Enum otherwise) {
  for (int i = 0; i <= last; ++i) {
    if (to_text(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
  }
  return otherwise;
}

}  // namespace training
