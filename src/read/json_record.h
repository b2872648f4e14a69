// One JSON Lines record as an article.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/article.h"
#include "onrecord/result.h"
#include "read/read.h"

namespace onrecord {

// Keeps the parser's memory between records. One thread at a time.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  // `line` is one record without its line break. `note` says what of it
  // could not be understood though the article stands.
  Result<Article> read(std::string_view line, const std::string& name, std::size_t number, const ReadOptions& options,
                       std::optional<Error>& note);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace onrecord
