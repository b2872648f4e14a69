// An HTML page as an article: its main text, and what the page says about itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/article.h"
#include "onrecord/result.h"
#include "read/read.h"

namespace onrecord {

// Reads any bytes as HTML in whatever character set they are. Refused where no text is found. Time is linear in the
// size. `note` says what of the page was not read though the article stands.
Result<Article> read_page(std::string_view bytes, const std::string& name, const ReadOptions& options,
                          std::optional<Error>& note);

}  // namespace onrecord
