// Kinds of files that hold no article as onrecord reads them, known by their first bytes, whatever their name says.
#pragma once

#include <optional>
#include <string_view>

namespace onrecord {

struct ForeignKind {
  std::string_view what;    // "is a PDF"
  std::string_view remedy;  // what its owner may do
};

// `head` is the (unpacked) beginning of the bytes. Nothing where they may be read.
std::optional<ForeignKind> foreign_kind(std::string_view head);

}  // namespace onrecord
