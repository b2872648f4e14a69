// The words of the public enums, read back.
#pragma once

#include <optional>
#include <string_view>

#include "onrecord/resolution.h"
#include "onrecord/statement.h"

namespace onrecord::ledger {

// The enumerator whose to_text() is `text`; they are tried from the first to `last`.
template <class Enum>
std::optional<Enum> from_text(std::string_view text, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_text(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

inline std::optional<Form> form_of(std::string_view text) { return from_text(text, Form::mixed); }
inline std::optional<Act> act_of(std::string_view text) { return from_text(text, Act::show); }
inline std::optional<Polarity> polarity_of(std::string_view text) { return from_text(text, Polarity::declined); }
inline std::optional<SpeakerKind> kind_of(std::string_view text) { return from_text(text, SpeakerKind::author); }

}  // namespace onrecord::ledger
