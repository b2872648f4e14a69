// The API's definition as other programs and people read it.
#pragma once

#include <string>

namespace onrecord {

// An OpenAPI 3.1 document.
std::string openapi_document();

// The table in docs/api.md: one line an operation.
std::string api_table();

}  // namespace onrecord
