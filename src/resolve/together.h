// Persons and bodies who are named in a row ("Ada Lund, Bo Moe and Cy Noe"): what "they", "both" and "the two" can
// mean.
#pragma once

#include <vector>

#include "resolve/mentions.h"
#include "resolve/phrases.h"

namespace onrecord::resolving {

struct Together {
  std::uint32_t first = none;  // of the cast's names
  std::uint32_t last = none;
  std::uint32_t members = 0;
  bool persons = true;   // else organisations or places
  bool subject = false;  // the first of them is the subject of its clause
};

// Sorted by where they stand. `mentions` are those of the cast's names.
std::vector<Together> find_together(const Reading& reading, const Cast& cast, const std::vector<Mentioned>& mentions);

// All of them as one figure that is named by each.
Figure figure_of(const Cast& cast, const Together& together);

// Those whom "both", "the two leaders", "the brothers" mean at `phrase`: the last who were named together before it, as
// many as it says. None where nobody was.
const Together* meant_by(const Reading& reading, const Cast& cast, const std::vector<Together>& all,
                         const Phrase& phrase);

// "The Lunds", where the article names two persons of that surname: both. A figure without a name where it does not.
Figure family(const Reading& reading, const Cast& cast, std::uint32_t name);

}  // namespace onrecord::resolving
