// Two word sequences laid against each other: the longest common run first, then what stands before and after it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace onrecord::relating {

struct Block {
  std::uint32_t a = 0;      // first word in a
  std::uint32_t b = 0;      // first word in b
  std::uint32_t words = 0;  // how many words are equal from there
};

// Common runs in the order of both; the longest is of any length, further ones of at least two words, or of one word
// where the gap between two runs is short. Only the first 600 words of each side are looked at, so that the time is
// bounded.
std::vector<Block> align(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace onrecord::relating
