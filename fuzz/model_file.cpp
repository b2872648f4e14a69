// Any bytes as a model file: refused in one line, or a model whose own samples can be tried. The input is made to pass
// the cheap checks first (magic, version, checksum), or every one would end there.
#include "tag/model_file.h"

#include <xxhash.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tag/sample_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  // An odd length leaves the bytes as they are.
  if (size >= 28 && size % 2 == 0) {
    std::memcpy(bytes.data(), "ONRECMDL\1\0\0\0", 12);
    const std::uint64_t sum = XXH64(bytes.data(), size - 8, 0);
    std::memcpy(bytes.data() + size - 8, &sum, 8);
  }
  const auto made = model::parse_model(bytes, "fuzzed");
  if (!made) {
    const std::string line = to_line(made.error());
    if (line.empty() || line.find('\n') != std::string::npos) std::abort();
    return 0;
  }
  model::Scratch scratch;
  static_cast<void>(model::check_samples(*made, model::best_kernels(), scratch));
  return 0;
}
