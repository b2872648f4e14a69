// `read`: bytes in (text, HTML, JSON Lines, each also gzipped; folders; standard input), Articles out. One of the two
// ends that can fail; the only stage besides `ledger` and model loading that touches a disk.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/article.h"
#include "onrecord/result.h"

namespace onrecord {

struct ReadOptions {
  std::optional<Date> published;  // stands in where the source itself tells no day
};

// Called once an article, in input order, and once a refusal or note. An article of which only a part could be saved
// comes as an article, followed by an Error that says what was lost.
using ArticleSink = std::function<void(Result<Article>&&)>;

// Reads what `path` names: a file, a folder (walked in name order, recursively) or "-". Never throws for what the bytes
// hold; memory is bounded by the largest single article that is accepted. Calls `sink` on the calling thread.
void read(const std::string& path, const ReadOptions& options, const ArticleSink& sink);

// The same for bytes in memory; `name` is what errors and Article::path call them, and its ending hints at the format.
void read_bytes(std::string_view bytes, const std::string& name, const ReadOptions& options, const ArticleSink& sink);

}  // namespace onrecord
