// What holds for every article that `read` gives, whatever the bytes were. Stops the program where it does not.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "read/read.h"
#include "text/text.h"

namespace onrecord {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void require_utf8(std::string_view text) { require(first_invalid_utf8(text) == text.size()); }

inline void require_span(const Article& article, Span span) {
  require(span.begin < span.end && span.end <= article.text.size());
  require(on_boundary(article.text, span.begin) && on_boundary(article.text, span.end));
}

inline void check_article(const Article& article) {
  require(!article.text.empty() && !article.id.empty());
  for (const std::string_view text : {std::string_view(article.text), std::string_view(article.title),
                                      std::string_view(article.language), std::string_view(article.id)}) {
    require_utf8(text);
    require(text.find('\0') == std::string_view::npos);
  }
  for (const std::string& name : article.byline) {
    require_utf8(name);
    require(!name.empty());
  }
  if (article.outlet) require_utf8(*article.outlet);
  if (article.url) require_utf8(*article.url);
  if (article.headline) require_span(article, *article.headline);
  if (article.standfirst) require_span(article, *article.standfirst);
  if (article.dateline) require_span(article, *article.dateline);
  for (std::size_t i = 0; i < article.asides.size(); ++i) {
    require_span(article, article.asides[i]);
    require(i == 0 || article.asides[i - 1].end <= article.asides[i].begin);
  }
}

// Reads `bytes` under `name`; checks every article and that each refusal is one line.
inline void check_reading(std::string_view bytes, const std::string& name) {
  read_bytes(bytes, name, {}, [&](Result<Article>&& article) {
    if (article) {
      check_article(*article);
    } else {
      const std::string line = to_line(article.error());
      require(line.find('\n') == std::string::npos);
    }
  });
}

}  // namespace onrecord
