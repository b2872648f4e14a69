// When and to whom each statement was made: what its own sentence tells, and what one occasion (an interview, a rally,
// a debate) lends to all that was plainly said there.
#pragma once

#include <optional>
#include <vector>

#include "onrecord/resolution.h"
#include "onrecord/tags.h"
#include "resolve/audiences.h"
#include "resolve/coreference.h"
#include "resolve/days.h"

namespace onrecord::resolving {

struct Occasion {
  std::optional<Said> said;
  std::optional<Told> told;
};

// One a statement. `readings` are the tagger's of the same article; where they are empty, the trees decide alone.
std::vector<Occasion> find_occasions(const Article& article, const Reading& reading, const Cast& cast,
                                     const Statements& statements, const std::vector<SourceLink>& links,
                                     const Readings& readings);

// What is chosen from, for training: for each statement the rows of its candidates, and where the article speaks of each.
struct DayRow {
  Date from;
  Date to;
  DayCase of;
  std::vector<Span> places;
};
struct ToldRow {
  AudienceCase of;
  std::vector<Span> places;
};
struct OccasionRows {
  std::vector<std::vector<ToldRow>> told;
  std::vector<std::vector<DayRow>> days;
};
OccasionRows occasion_rows(const Article& article, const Reading& reading, const Cast& cast,
                           const Statements& statements, const std::vector<SourceLink>& links);

}  // namespace onrecord::resolving
