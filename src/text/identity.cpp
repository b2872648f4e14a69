#include <fmt/format.h>
#include <xxhash.h>

#include <memory>

#include "onrecord/article.h"

namespace onrecord {

std::string identity(const Article& article) {
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
  XXH3_128bits_reset(state.get());
  // Every field goes in with its length before it, so that no two articles run together to the same bytes.
  const auto field = [&state](std::string_view value) {
    const std::uint64_t size = value.size();
    XXH3_128bits_update(state.get(), &size, sizeof size);
    XXH3_128bits_update(state.get(), value.data(), value.size());
  };
  field(article.url.value_or(""));
  field(article.title);
  for (const std::string& name : article.byline) field(name);
  field(article.outlet.value_or(""));
  field(article.published ? to_iso(*article.published) : "");
  field(article.text);
  // English is what most are in, and was no part of the first identities.
  if (article.language != "en") field(article.language);
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace onrecord
