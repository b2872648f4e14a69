#include <fmt/format.h>
#include <xxhash.h>

#include "onrecord/article.h"

namespace onrecord {

std::string identity(const Article& article) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  // Every field goes in with its length before it, so that no two articles run together to the same bytes.
  const auto field = [&state](std::string_view value) {
    const std::uint64_t size = value.size();
    XXH3_128bits_update(&state, &size, sizeof size);
    XXH3_128bits_update(&state, value.data(), value.size());
  };
  field(article.url.value_or(""));
  field(article.title);
  for (const std::string& name : article.byline) field(name);
  field(article.outlet.value_or(""));
  field(article.published ? to_iso(*article.published) : "");
  field(article.text);
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace onrecord
