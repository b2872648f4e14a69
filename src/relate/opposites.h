// Words that cannot both hold of one thing, and words that deny. None is both: "never" denies.
#pragma once

#include <string_view>

namespace onrecord::relating {

// True for the stems of "raise" and "cut", "support" and "oppose", in either order. Pure.
bool opposites(std::string_view stem_a, std::string_view stem_b);

// True for "not", "no", "never", "cannot" and words in "n't".
bool denies(std::string_view plain);

}  // namespace onrecord::relating
