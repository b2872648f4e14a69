// Who speaks for whom: a spokesman, a campaign, a lawyer is the side of the one spoken for (invariant 8).
#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/resolution.h"

namespace onrecord::relating {

enum class Side : std::uint8_t { unknown, other, own };

// The sides of one article's speakers.
class Sides {
 public:
  explicit Sides(const Resolution& resolution);

  // How statement `a`'s speaker stands to `b`'s: own where they are one or one speaks for the other; unknown where
  // either has no speaker.
  Side between(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::uint32_t> speaker_of_;  // by statement
  std::vector<std::vector<std::uint32_t>>
      linked_;  // speakers that are one side with each speaker; sorted, itself included
};

}  // namespace onrecord::relating
