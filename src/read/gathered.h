// For the tests of this folder: what `read_bytes` gives to its sink, gathered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/read.h"

namespace onrecord {

struct Gathered {
  std::vector<Article> articles;
  std::vector<Error> errors;
};

inline Gathered gather(std::string_view bytes, const std::string& name, const ReadOptions& options = {}) {
  Gathered all;
  read_bytes(bytes, name, options, [&](Result<Article>&& article) {
    if (article) {
      all.articles.push_back(std::move(*article));
    } else {
      all.errors.push_back(std::move(article.error()));
    }
  });
  return all;
}

}  // namespace onrecord
