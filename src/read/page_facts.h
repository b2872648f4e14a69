// What a page says about its article: title, byline, day, outlet, address, language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/date.h"
#include "read/page_tree.h"
#include "read/structured.h"

namespace onrecord {

struct PageFacts {
  std::string title;
  std::vector<std::string> byline;
  std::optional<Date> published;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
  std::string language = "en";
  std::string heading;      // the first that readers see
  std::string description;  // its summary in one or two sentences; empty where there is none
};

// JSON-LD first, then OpenGraph and other meta data, then what a reader of the page sees.
PageFacts read_facts(const PageTree& tree, const StructuredFacts& structured);

}  // namespace onrecord
