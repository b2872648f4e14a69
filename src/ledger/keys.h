// What identifies a thing in the ledger, worked out from the thing alone: keys, handles, digests. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/record.h"

namespace onrecord::ledger {

// 32 hex digits: identity() of the article; together with its own id where the source gave it one, so that a source's
// two records stay two even where they hold the same.
std::string article_key(const Article& article);
std::string handle_of(std::string_view key);

// A name as names are compared: lower case, words of letters and digits with one blank between, "ada lund". An
// apostrophe, a hyphen and full stops inside initials leave no gap: "o'hara", "jean luc", "jb".
std::string name_key(std::string_view name);

// The words of a key, which must outlive them.
std::vector<std::string_view> words_of_key(std::string_view key);

// "jr", "iii": what tells father from son behind a name.
bool is_generation(std::string_view word);

// Whether all speakers of this name and kind in all articles are taken for one: persons with at least two names, and
// organisations that bear a proper name. Unnamed sources, groups and documents never are (invariant 9).
bool merges(const Speaker& speaker);

// Whether `words` is what people say for `name` (both as name_key gives them): all words of it in order and, for a
// person, the last one too.
bool means(std::string_view words, std::string_view name, SpeakerKind kind);
// Whether all words of the one stand in the other, in order.
bool has_words(std::string_view words, std::string_view name);

// Over every field of the record but its path, which is no part of what the article says.
std::string digest(const Record& record);
std::string digest(std::initializer_list<std::string_view> fields);

// "x" and 16 digits.
std::string across_handle(std::string_view from, std::string_view to, std::string_view nature);

}  // namespace onrecord::ledger
