#include "read/plain_text.h"

#include <fmt/format.h>

#include <utility>

#include "read/lines.h"
#include "read/structure.h"
#include "text/text.h"

namespace onrecord {

std::optional<Error> refuse_text(std::string_view text, const std::string& where, std::size_t line) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    return Error{where, line, "is UTF-16, not UTF-8", "convert it, for example with: iconv -f UTF-16 -t UTF-8"};
  }
  if (const std::size_t at = first_invalid_utf8(text); at != text.size()) {
    return Error{where, line, fmt::format("is not valid UTF-8 at byte {}", at),
                 "convert it to UTF-8, for example with iconv"};
  }
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    return Error{where, line, fmt::format("holds a NUL at byte {}: no text", at), "give a text, a page or JSON Lines"};
  }
  if (trimmed(text).empty()) return Error{where, line, "holds no text", "leave it out"};
  return std::nullopt;
}

Result<Article> read_plain_text(std::string text, const std::string& name, const ReadOptions& options) {
  if (auto error = refuse_text(text, name, 0)) return tl::unexpected(std::move(*error));
  Article article;
  article.path = name;
  article.text = std::move(text);
  find_structure(article, TextKind::whole_file);
  if (!article.published) article.published = options.published;
  article.id = identity(article);
  return article;
}

}  // namespace onrecord
