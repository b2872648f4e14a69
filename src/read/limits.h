// How much of anything `read` takes: every bound that keeps time and memory in proportion to an honest input.
#pragma once

#include <cstddef>
#include <cstdint>

namespace onrecord::limits {

inline constexpr std::size_t article_bytes = std::size_t{16} << 20;  // a text file or the text of a record
inline constexpr std::size_t record_bytes = std::size_t{32}
                                            << 20;  // a JSON Lines line: a text with every byte escaped twice over
inline constexpr std::size_t page_bytes = std::size_t{8} << 20;          // an HTML page; what follows is left unread
inline constexpr std::uint64_t inflated_bytes = std::uint64_t{1} << 38;  // all that one gzipped file may give
inline constexpr std::uint64_t inflated_free = std::uint64_t{16} << 20;  // below this the ratio is not looked at
inline constexpr std::uint64_t inflated_ratio = 200;                     // news packs 3 to 30 times; a bomb 1,000 times

}  // namespace onrecord::limits
