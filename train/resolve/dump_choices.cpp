// Prints what the trees of `resolve` would see: reads articles with given statements (JSON Lines, as `onrecord-evaluate
// given` does) and prints for every article {"id", "statements": [{"source", "cue", "content", "days": [{"from", "to",
// "plain", "places", "features"}], "told": [{"name", "tied", "barred", "places", "features"}],
// "speakers": [{"name", "kind", "rule", "places", "features"}]}]}.
// Usage: dump_choices [MODEL.onrec] < ARTICLES.jsonl; with a model, names and speakers are those that `resolve` gives
// beside its tags. For training only; the program that users run never needs it.
#include <boost/json.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "onrecord/date.h"
#include "resolve/body_roles.h"
#include "resolve/cast.h"
#include "resolve/coreference.h"
#include "resolve/descriptions.h"
#include "resolve/occasions.h"
#include "resolve/offices.h"
#include "resolve/roles.h"
#include "resolve/speaker_choices.h"
#include "segment/segment.h"
#include "tag/tag.h"
#include "train/json_fields.h"

namespace {

namespace json = boost::json;
using namespace onrecord;
using training::text_of;

std::vector<Span> spans(const json::object& of, std::string_view key) {
  std::vector<Span> made;
  for (const json::value& pair : of.at(key).as_array()) {
    made.push_back(
        {pair.as_array().at(0).to_number<std::uint32_t>(), pair.as_array().at(1).to_number<std::uint32_t>()});
  }
  std::ranges::sort(made);
  return made;
}

json::array listed(const std::vector<Span>& spans) {
  json::array made;
  for (const Span span : spans) made.push_back(json::array{span.begin, span.end});
  return made;
}

template <class Row>
json::array listed(const Row& row) {
  json::array made;
  for (const float value : row) made.emplace_back(value);
  return made;
}

Statements statements_of(const json::array& attributions, const Segments& segments) {
  Statements statements;
  for (const json::value& each : attributions) {
    const json::object& given = each.as_object();
    Statement statement;
    statement.source = spans(given, "source");
    statement.cue = spans(given, "cue");
    statement.content = spans(given, "content");
    statement.communicated = given.at("communicated").as_bool();
    std::uint32_t quoted = 0;
    std::uint32_t all = 0;
    for (const Span content : statement.content) {
      all += content.size();
      for (const Quote& quote : segments.quotes) {
        if (quote.depth == 0 && content.contains(quote.span)) quoted += quote.span.size();
      }
    }
    statement.form = quoted == 0 ? Form::indirect : quoted + 4 >= all ? Form::direct : Form::mixed;
    statements.push_back(std::move(statement));
  }
  std::ranges::stable_sort(statements, {}, [](const Statement& statement) {
    std::uint32_t at = 0xffffffffu;
    for (const auto* list : {&statement.source, &statement.cue, &statement.content}) {
      if (!list->empty()) at = std::min(at, list->front().begin);
    }
    return at;
  });
  return statements;
}

}  // namespace

int main(int argc, char** argv) {
  std::unique_ptr<Tagger> tagger;
  if (argc > 1) {
    auto loaded = load_tagger(argv[1]);
    if (!loaded) {
      std::fprintf(stderr, "%s\n", to_line(loaded.error()).c_str());
      return 1;
    }
    tagger = std::move(*loaded);
  }
  TagScratch scratch;
  for (std::string line; std::getline(std::cin, line);) {
    const json::value value = json::parse(line);
    const json::object& given = value.as_object();
    Article article;
    article.text = text_of(given, "text");
    article.published = parse_iso(text_of(given, "published"));
    const Segments segments = segment(article);
    const Statements statements = statements_of(given.at("attributions").as_array(), segments);
    const Tags tags = tagger != nullptr ? tagger->tag(article, segments, scratch) : Tags{};
    const resolving::Reading reading = resolving::read_words(article, segments);
    resolving::Cast cast = resolving::gather_cast(reading, resolving::find_names(reading, tags));
    resolving::collect_roles(reading, cast);
    resolving::collect_body_roles(reading, cast);
    resolving::collect_offices(reading, cast);
    resolving::collect_descriptions(reading, cast);
    resolving::Cast cast_of_speakers = cast;
    const auto speakers = resolving::speaker_candidates(article, reading, statements, cast_of_speakers);
    const auto links = resolving::link_sources(article, reading, statements, cast, tags.readings);
    const resolving::OccasionRows rows = resolving::occasion_rows(article, reading, cast, statements, links);
    json::array list;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      json::object made{
          {"source", listed(statements[i].source)},
          {"cue", listed(statements[i].cue)},
          {"content", listed(statements[i].content)},
      };
      json::array days;
      for (const auto& row : rows.days[i]) {
        days.push_back(json::object{{"from", to_iso(row.from)},
                                    {"to", to_iso(row.to)},
                                    {"plain", row.of.plain},
                                    {"places", listed(row.places)},
                                    {"features", listed(row.of.features)}});
      }
      made["days"] = std::move(days);
      json::array told;
      for (const auto& row : rows.told[i]) {
        told.push_back(
            json::object{{"name", row.of.called.name},
                         {"tied", row.of.tied},
                         {"barred", row.of.barred},
                         {"places", listed(row.places)},
                         {"features", listed(row.of.features)}});
      }
      made["told"] = std::move(told);
      json::array may_speak;
      for (const auto& candidate : speakers[i]) {
        const resolving::Figure& figure = candidate.figure == onrecord::none ? candidate.made : cast_of_speakers.figures[candidate.figure];
        may_speak.push_back(json::object{{"name", figure.name},
                                         {"kind", static_cast<int>(figure.kind)},
                                         {"rule", candidate.rule},
                                         {"places", listed(candidate.places)},
                                         {"features", listed(candidate.features)}});
      }
      made["speakers"] = std::move(may_speak);
      list.emplace_back(std::move(made));
    }
    std::cout << json::serialize(json::object{{"id", text_of(given, "id")}, {"statements", std::move(list)}}) << '\n';
  }
  return 0;
}
