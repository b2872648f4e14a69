// What a page says about its article in JSON-LD (schema.org NewsArticle and its kin).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/date.h"

namespace onrecord {

struct StructuredFacts {
  std::string name;  // of the article as a thing; often what `headline` says, sometimes only that one is its title
  std::string headline;
  std::vector<std::string> byline;
  std::optional<Date> published;
  std::string url;
  std::string publisher;
  std::string description;
  std::string language;
  std::string body;  // articleBody, where it is given; of a live blog its updates
};

// The facts of the one article that `scripts` (bodies of JSON-LD scripts) are about. What is broken in them is passed
// over.
StructuredFacts read_structured(const std::vector<std::string_view>& scripts);

}  // namespace onrecord
