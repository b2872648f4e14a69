// The tagger that needs no model: each decider in turn, then their attributions as tags and links.
#include <algorithm>
#include <tuple>

#include "tag/rule_deciders.h"
#include "tag/rule_tags.h"
#include "tag/tag.h"

namespace onrecord {

bool is_taken(const std::vector<Found>& found, Span span) {
  return std::ranges::any_of(found, [span](const Found& one) {
    return one.cue.overlaps(span) || (one.source && one.source->overlaps(span)) ||
           std::ranges::any_of(one.content, [span](Span content) { return content.overlaps(span); });
  });
}

Tags as_tags(const std::vector<Found>& found) {
  struct Draft {
    Tag tag;
    std::size_t attribution;
  };
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Found& one = found[i];
    const auto add = [&](TagRole role, Span span) {
      drafts.push_back({{role, span, one.score, one.communicated ? 1.0f : 0.0f, one.by}, i});
    };
    add(TagRole::cue, one.cue);
    if (one.source) add(TagRole::source, *one.source);
    for (const Span span : one.content) add(TagRole::content, span);
  }
  std::ranges::stable_sort(drafts, [](const Draft& a, const Draft& b) {
    return std::tie(a.tag.span, a.tag.role, a.attribution) < std::tie(b.tag.span, b.tag.role, b.attribution);
  });
  Tags tags;
  std::vector<std::uint32_t> heads(found.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    tags.tags.push_back(drafts[i].tag);
    if (drafts[i].tag.role == TagRole::cue) heads[drafts[i].attribution] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].tag.role == TagRole::cue) continue;
    tags.links.push_back({heads[drafts[i].attribution], static_cast<std::uint32_t>(i), drafts[i].tag.score});
  }
  std::ranges::sort(tags.links,
                    [](const Link& a, const Link& b) { return std::tie(a.head, a.tag) < std::tie(b.head, b.tag); });
  return tags;
}

namespace {

class RuleTagger final : public Tagger {
 public:
  Tags tag(const Article& article, const Segments& segments, TagScratch&) const override {
    const RuleText text(article, segments);
    std::vector<Found> found;
    find_transcripts(text, found);
    find_reported_clauses(text, found);
    find_according_to(text, found);
    find_headlines(text, found);
    find_nominals(text, found);
    find_nested(text, found);
    return as_tags(found);
  }
};

}  // namespace

std::unique_ptr<Tagger> make_rule_tagger() { return std::make_unique<RuleTagger>(); }

}  // namespace onrecord
