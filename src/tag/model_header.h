// The JSON header of a model file as plain structs, each number within sane bounds. Not yet compared with the tensors'
// bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tag/blueprint.h"
#include "tag/model_file.h"

namespace onrecord::model {

enum class TensorType : std::uint8_t { f32, s8 };

struct TensorEntry {
  std::string name;
  TensorType type = TensorType::f32;
  std::vector<std::uint64_t> shape;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

struct ModelHeader {
  Blueprint blueprint;
  std::vector<std::uint32_t> edges;
  std::uint32_t cls = 0, sep = 0, unknown = 0;
  std::vector<std::string> pieces;
  std::vector<TensorEntry> tensors;
  std::vector<Sample> samples;
  std::string name;
};

// Gives what is wrong as a text for Error::what where the header does not hold.
tl::expected<ModelHeader, std::string> parse_header(std::string_view json);

}  // namespace onrecord::model
