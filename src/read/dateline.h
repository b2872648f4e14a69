// "OSLO, May 15 (NNB) —": the place, day and agency that an agency report begins with.
#pragma once

#include <cstddef>
#include <string_view>

namespace onrecord {

// How many bytes of the front of `paragraph` are a dateline, its dash included; 0 where there is none.
std::size_t dateline_length(std::string_view paragraph);

}  // namespace onrecord
