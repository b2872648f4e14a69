// What a page shows beside its article and tells by its build alone, whatever it is called: streams of teasers for
// other pages, galleries of numbered pictures, posts embedded from social media.
#pragma once

#include <vector>

#include "read/page_tree.h"

namespace onrecord {

// One entry an element of `tree`: true for the outermost ones that hold such a thing and nothing else. Linear in the
// size of the tree.
std::vector<bool> find_listings(const PageTree& tree);

}  // namespace onrecord
