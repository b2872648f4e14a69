#include "resolve/resolve.h"

#include <algorithm>

#include "resolve/body_roles.h"
#include "resolve/coreference.h"
#include "resolve/descriptions.h"
#include "resolve/occasions.h"
#include "resolve/offices.h"
#include "resolve/roles.h"

namespace onrecord {

namespace {

using namespace resolving;

// The speakers that statements have, in the order of their first mention, with all their mentions.
void list_speakers(const Reading& reading, Cast& cast, const std::vector<SourceLink>& links, Resolution& resolution) {
  std::vector<Speaker> speakers(cast.figures.size());
  std::vector<bool> speaks(cast.figures.size(), false);
  for (const SourceLink& link : links) {
    if (link.figure == none) continue;
    speaks[link.figure] = true;
    for (const Span span : link.mentions) speakers[link.figure].mentions.push_back({span, link.decision});
    if (!link.epithet.empty()) add_role(reading, cast.figures[link.figure], link.epithet);
  }
  for (std::size_t i = 0; i < cast.names.size(); ++i) {
    const std::uint32_t figure = cast.figure_of_name[i];
    if (figure == none || !speaks[figure]) continue;
    const bool whole = cast.names[i].words.size() > 1;
    speakers[figure].mentions.push_back(
        {reading.span_of(cast.names[i].words), {whole ? "name" : "short-name", whole ? 0.97f : 0.93f}});
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t f = 0; f < speakers.size(); ++f) {
    if (!speaks[f]) continue;
    Speaker& speaker = speakers[f];
    Figure& figure = cast.figures[f];
    speaker.name = figure.name;
    speaker.kind = figure.kind;
    std::ranges::sort(figure.roles, {}, &Role::span);
    speaker.roles = figure.roles;
    std::ranges::stable_sort(speaker.mentions, {}, &Mention::span);
    const auto repeated = std::ranges::unique(speaker.mentions, {}, &Mention::span);
    speaker.mentions.erase(repeated.begin(), repeated.end());
    order.push_back(f);
  }
  std::ranges::stable_sort(order, {}, [&](std::uint32_t f) {
    return speakers[f].mentions.empty() ? Span{0xffffffffu, 0xffffffffu} : speakers[f].mentions.front().span;
  });
  std::vector<std::uint32_t> index(speakers.size(), none);
  for (const std::uint32_t f : order) {
    index[f] = static_cast<std::uint32_t>(resolution.speakers.size());
    resolution.speakers.push_back(std::move(speakers[f]));
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    Circumstances& of = resolution.statements[i];
    of.speaker_decision = links[i].decision;
    if (links[i].figure != none) of.speaker = index[links[i].figure];
  }
}

}  // namespace

Resolution resolve(const Article& article, const Segments& segments, const Tags& tags, const Statements& statements) {
  Resolution resolution;
  resolution.statements.resize(statements.size());
  const Reading reading = read_words(article, segments);
  if (reading.words.empty()) return resolution;
  Cast cast = gather_cast(reading, find_names(reading, tags));
  collect_roles(reading, cast);
  collect_body_roles(reading, cast);
  collect_offices(reading, cast);
  collect_descriptions(reading, cast);
  const std::vector<SourceLink> links = link_sources(article, reading, statements, cast, tags.readings);
  const std::vector<Occasion> occasions = find_occasions(article, reading, cast, statements, links, tags.readings);
  list_speakers(reading, cast, links, resolution);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    resolution.statements[i].said = occasions[i].said;
    resolution.statements[i].told = occasions[i].told;
  }
  return resolution;
}

}  // namespace onrecord
