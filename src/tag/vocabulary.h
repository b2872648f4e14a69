// Word pieces and their numbers.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace onrecord::model {

class Vocabulary {
 public:
  std::uint32_t cls = 0, sep = 0, unknown = 0;

  // Makes room for `count` pieces at once.
  void reserve(std::size_t count);
  // In the order of their numbers.
  void add(std::string_view piece);
  std::size_t size() const { return size_; }

  // Appends the pieces of one word in plain form: greedy, longest first; [UNK] alone where a rest does not match, for
  // an empty word and one of more than 100 code points. Gives their number. May be called from any thread.
  std::uint32_t append_pieces(std::string_view plain, std::vector<std::uint32_t>& out) const;

 private:
  using Table = boost::unordered_flat_map<std::string_view, std::uint32_t, WordHash, SameWord>;
  struct Pieces {
    Table numbers;
    std::size_t longest = 0;  // bytes
  };
  std::deque<std::string> texts_;  // what the tables point into
  Pieces first_, later_;           // later_: without their "##"
  std::size_t size_ = 0;
};

}  // namespace onrecord::model
