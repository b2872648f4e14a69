#include "pipeline.h"

#include <utility>

#include "attribute/attribute.h"
#include "pipeline_check.h"
#include "relate/relate.h"
#include "resolve/resolve.h"
#include "segment/segment.h"

namespace onrecord {

namespace {

// Runs one stage, adds its time to its own account and, in debug builds, checks what it made.
template <class Run, class Check>
auto timed(Stage stage, StageTimes& times, const Run& run, const Check& check) {
  const auto start = std::chrono::steady_clock::now();
  auto made = run();
  times.spent[static_cast<std::size_t>(stage)] += std::chrono::steady_clock::now() - start;
#ifndef NDEBUG
  check(made);
#else
  static_cast<void>(check);
#endif
  return made;
}

}  // namespace

Record process(Article article, const Tagger& tagger, TagScratch& scratch, StageTimes& times) {
  const Segments segments =
      timed(Stage::segment, times, [&] { return segment(article); }, [&](const Segments& s) { check(article, s); });
  const Tags tags = timed(
      Stage::tag, times, [&] { return tagger.tag(article, segments, scratch); },
      [&](const Tags& t) { check(article, t); });
  Statements statements = timed(
      Stage::attribute, times, [&] { return attribute(article, segments, tags); },
      [&](const Statements& s) { check(article, s); });
  Resolution resolution = timed(
      Stage::resolve, times, [&] { return resolve(article, segments, tags, statements); },
      [&](const Resolution& r) { check(article, statements, r); });
  Relations relations = timed(
      Stage::relate, times, [&] { return relate(article, segments, statements, resolution, tags.readings); },
      [&](const Relations& r) { check(article, statements, resolution, r); });
  return {std::move(article), std::move(statements), std::move(resolution), std::move(relations)};
}

std::string_view to_text(Stage stage) {
  constexpr std::array<std::string_view, stage_count> names{"segment", "tag", "attribute", "resolve", "relate"};
  return names[static_cast<std::size_t>(stage)];
}

}  // namespace onrecord
