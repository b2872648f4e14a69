// What the tokenizer knows of a code point (docs/model-format.md, "Words and pieces"). Characters that Unicode 14, the
// version of the training code, does not know count as unassigned, whatever the ICU in use.
#pragma once

#include <cstdint>
#include <string>

namespace onrecord::model {

enum class CharacterKind : std::uint8_t { space, dropped, single, letter };

CharacterKind kind_of(char32_t c);
// The Unicode properties Uppercase and Lowercase.
bool is_upper(char32_t c);
bool is_lower(char32_t c);
// Appends, as UTF-8, what the vocabulary sees of a single or a letter: lower case, decomposed, without marks. Perhaps
// nothing.
void append_plain(char32_t c, CharacterKind kind, std::string& out);

}  // namespace onrecord::model
