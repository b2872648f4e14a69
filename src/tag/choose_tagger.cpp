#include "tag/model_path.h"
#include "tag/tag.h"

namespace onrecord {

Result<std::unique_ptr<Tagger>> make_tagger(const std::optional<std::string>& model) {
  const auto path = find_model(model ? std::string_view(*model) : model_names.front());
  if (path) return load_tagger(*path).map(make_combined_tagger);
  if (!model) return make_rule_tagger();
  return tl::unexpected(path.error());
}

}  // namespace onrecord
