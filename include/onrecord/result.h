// What a door gives back: the thing, or one Error that can be printed as one line. Only the ends of the story can fail
// (bytes, disk, model files); the stages between `read` and `ledger` cannot (invariant 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace onrecord {

// How much of what an Error names was lost.
enum class Lost : std::uint8_t { all, part };

// Why, where a caller must tell: unknown_id, what was asked for by its id is not there; all else is well.
enum class Fault : std::uint8_t { other, unknown_id };

struct Error {
  std::string where;      // a path, "-" for standard input, or the part of the program that refuses
  std::size_t line = 0;   // counted from 1; 0 where a line means nothing
  std::string what;       // what is wrong
  std::string remedy;     // what to do about it
  Lost lost = Lost::all;  // part: the rest of it was read
  Fault fault = Fault::other;
};

// "onrecord: WHERE[:LINE]: what is wrong; what to do", without a line break. Control characters are made visible.
std::string to_line(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace onrecord
