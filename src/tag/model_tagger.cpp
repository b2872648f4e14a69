// The learned tagger behind the door: a model, and what it finds as Tags.
#include <algorithm>
#include <array>

#include "tag/doubts.h"
#include "tag/links.h"
#include "tag/model_file.h"
#include "tag/pair_reader.h"
#include "tag/sample_check.h"
#include "tag/scratch.h"
#include "tag/tag.h"
#include "tag/tag_text.h"

namespace onrecord {

namespace {

using model::Found;
using model::FoundContent;
using model::FoundCue;
using model::FoundSpan;

class ModelTagger final : public Tagger {
 public:
  explicit ModelTagger(model::Model&& loaded)
      : model_(std::move(loaded)),
        signature_(model_.name == "accurate" ? "model-accurate"
                   : model_.name == "fast"   ? "model-fast"
                                             : "model") {
    for (std::size_t of = 0; of < judged_pair_count; ++of) {
      const auto judgement = static_cast<JudgedPair>(of);
      if (model::judges(model_.weights, judgement)) readers_[of].emplace(model_, judgement, model::best_kernels());
    }
  }

  Tags tag(const Article& article, const Segments&, TagScratch& scratch) const override {
    auto* mine = dynamic_cast<model::Scratch*>(scratch.part.get());
    if (mine == nullptr) {
      auto made = std::make_unique<model::Scratch>();
      mine = made.get();
      scratch.part = std::move(made);
    }
    model::tag_text(model_, model::best_kernels(), article.text, *mine);
    Tags tags = to_tags(*mine);
    if (!model_.weights.judges.empty()) add_readings(*mine, tags.readings);
    return tags;
  }

  std::string prove() const {
    model::Scratch scratch;
    return model::check_samples(model_, model::best_kernels(), scratch);
  }

 private:
  // Only what belongs to an attribution that is not doubtful, and names: a source, cue or content alone says
  // nothing.
  Tags to_tags(const model::Scratch& scratch) const {
    const Found& found = scratch.found;
    Tags out;
    std::vector<std::uint32_t> cue_at(found.cues.size(), none), source_at(found.sources.size(), none);
    const auto add = [&](TagRole role, Range words, float score, float communicated) {
      const Span span{scratch.text.words[words.begin].span.begin, scratch.text.words[words.end - 1].span.end};
      out.tags.push_back({role, span, score, communicated, signature_});
      return static_cast<std::uint32_t>(out.tags.size() - 1);
    };
    const std::vector<bool> doubtful = model::find_doubtful(found);
    for (std::size_t n = 0; n < found.cues.size(); ++n) {
      const FoundCue& cue = found.cues[n];
      if (cue.contents == 0 || doubtful[n]) continue;
      cue_at[n] = add(TagRole::cue, cue.words, cue.score, model::communicated(cue.said));
      if (cue.source == none) continue;
      const FoundSpan& source = found.sources[cue.source];
      std::uint32_t& at = source_at[cue.source];
      if (at == none) at = add(TagRole::source, source.words, source.score, 1.0f);
      out.links.push_back({cue_at[n], at, cue.source_score});
    }
    for (const FoundContent& content : found.contents) {
      if (content.cue == none || cue_at[content.cue] == none) continue;
      const std::uint32_t at = add(TagRole::content, content.words, content.score, 1.0f);
      out.links.push_back({cue_at[content.cue], at, content.cue_score});
    }
    constexpr std::array kinds{TagRole::person, TagRole::organisation, TagRole::place, TagRole::other_name};
    for (const FoundSpan& name : found.names) add(kinds[name.kind], name.words, name.score, 1.0f);
    sort(out);
    return out;
  }

  void add_readings(const model::Scratch& scratch, Readings& out) const {
    const auto& words = scratch.text.words;
    out.words.reserve(words.size());
    for (const model::Word& word : words) out.words.push_back(word.span);
    const auto count = static_cast<std::ptrdiff_t>(words.size() * model_.weights.judge_words.outputs);
    out.rows.assign(scratch.readings.begin(), scratch.readings.begin() + count);
    model::append_lower(model_, scratch, out);
    for (std::size_t of = 0; of < judged_pair_count; ++of) {
      if (readers_[of]) out.readers[of] = &*readers_[of];
    }
  }

  // Tags by span and role, and the links' indices with them.
  static void sort(Tags& tags) {
    std::vector<std::uint32_t> order(tags.tags.size()), place(tags.tags.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto key = [&](std::uint32_t i) { return std::pair(tags.tags[i].span, tags.tags[i].role); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    std::vector<Tag> sorted;
    sorted.reserve(order.size());
    for (const std::uint32_t i : order) {
      place[i] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(tags.tags[i]);
    }
    tags.tags = std::move(sorted);
    for (Link& link : tags.links) {
      link.head = place[link.head];
      link.tag = place[link.tag];
    }
    std::sort(tags.links.begin(), tags.links.end(),
              [](const Link& a, const Link& b) { return std::pair(a.head, a.tag) < std::pair(b.head, b.tag); });
  }

  const model::Model model_;
  std::array<std::optional<model::ModelPairReader>, judged_pair_count> readers_;  // of model_'s weights
  const std::string_view signature_;
};

}  // namespace

Result<std::unique_ptr<Tagger>> load_tagger(const std::string& model_path) {
  auto loaded = model::read_model(model_path);
  if (!loaded) return tl::unexpected(loaded.error());
  auto tagger = std::make_unique<ModelTagger>(std::move(*loaded));
  if (const std::string wrong = tagger->prove(); !wrong.empty()) {
    return tl::unexpected(Error{model_path, 0, "the model fails its self-test: " + wrong, "install the models again"});
  }
  return tagger;
}

}  // namespace onrecord
