// The tagger that needs no model, and what rules add to one that has learned.
#include "tag/rule_deciders.h"
#include "tag/tag.h"

namespace onrecord {

namespace {

class RuleTagger final : public Tagger {
 public:
  Tags tag(const Article& article, const Segments& segments, TagScratch&) const override {
    const RuleText text(article, segments);
    Findings found(text);
    find_transcripts(text, found);
    find_reported_clauses(text, found);
    find_according_to(text, found);
    find_headlines(text, found);
    find_nominals(text, found);
    find_nested(text, found);
    return as_tags(found.all());
  }
};

// What the model has tagged stays as it is; rules only speak where it is silent, or inside its contents.
class CombinedTagger final : public Tagger {
 public:
  explicit CombinedTagger(std::unique_ptr<Tagger> learned) : learned_(std::move(learned)) {}

  Tags tag(const Article& article, const Segments& segments, TagScratch& scratch) const override {
    Tags tags = learned_->tag(article, segments, scratch);
    const RuleText text(article, segments);
    Findings found(text);
    for (const Tag& tag : tags.tags) {
      if (tag.role <= TagRole::content) found.take(tag.role, tag.span);
    }
    find_transcripts(text, found);
    find_headlines(text, found);
    find_nested(text, found);
    Tags all = joined(tags, as_tags(found.all()));
    all.readings = std::move(tags.readings);
    return all;
  }

 private:
  std::unique_ptr<Tagger> learned_;
};

}  // namespace

std::unique_ptr<Tagger> make_rule_tagger() { return std::make_unique<RuleTagger>(); }

std::unique_ptr<Tagger> make_combined_tagger(std::unique_ptr<Tagger> learned) {
  return std::make_unique<CombinedTagger>(std::move(learned));
}

}  // namespace onrecord
