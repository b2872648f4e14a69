// A plain-text file as an article: the text stays the file, byte for byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/article.h"
#include "onrecord/result.h"
#include "read/read.h"

namespace onrecord {

// `text` becomes the article's. Refused where it is no text: invalid UTF-8 (the offset is named), NUL bytes, nothing in
// it.
Result<Article> read_plain_text(std::string text, const std::string& name, const ReadOptions& options);

// Why `text` can be no article's text; nothing where it can. `where` and `line` are taken over.
std::optional<Error> refuse_text(std::string_view text, const std::string& where, std::size_t line);

}  // namespace onrecord
