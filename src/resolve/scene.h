// What the choice of days and audiences looks at: an article's statements in the order of their cues, whose they are,
// and every date phrase. Sentences that tell of an occasion without reporting words ("Lund made her remarks at a
// forum") stand behind the statements as ones without content.
#pragma once

#include <optional>
#include <vector>

#include "resolve/coreference.h"
#include "resolve/dates.h"
#include "resolve/setting.h"
#include "resolve/told.h"
#include "resolve/venues.h"

namespace onrecord::resolving {

struct Scene {
  const Reading& reading;
  const Cast& cast;
  std::optional<Date> published;
  std::uint32_t given = 0;             // so many statements were given; the others are tellings of occasions
  Statements statements;               // their spans, and what else days and audiences ask for
  std::vector<std::uint32_t> figures;  // of each statement: who said it, or none
  Settings settings;
  std::vector<std::uint32_t> order;                  // statements by their cues
  std::vector<std::vector<DatePhrase>> dates;        // of each sentence
  std::vector<std::uint32_t> own_date;               // of each statement: the phrase of its sentence that tells its day
  std::vector<std::optional<DaySpan>> carried;       // of each statement: the day that simple carrying gives
  std::vector<std::vector<Audience>> audiences;      // of each statement: what its sentence tells, the surest first
  std::vector<std::string> carried_audience;         // of each statement: the one that simple carrying gives, or none
  std::vector<bool> introduced_later;                // of each statement: its speaker is only named behind it
  std::vector<Venue> venues;                         // of the whole article, by words
  std::vector<std::vector<std::uint32_t>> named_in;  // of each figure: the sentences that name it or tell its sayings
  // Of each statement: "previously", "repeatedly", "once" stands beside the cue: no single occasion that could be the
  // one before.
  std::vector<bool> of_other_times;

  std::uint32_t sentence_of(std::uint32_t statement) const {
    return reading.words[settings.of[statement].cue].sentence;
  }
  std::uint32_t paragraph_of(std::uint32_t statement) const { return reading.paragraph_of(settings.of[statement].cue); }
};

Scene make_scene(const Article& article, const Reading& reading, const Cast& cast, const Statements& statements,
                 const std::vector<SourceLink>& links);

// What the trees for days and for audiences see alike of a statement: its cue's tense (0 none, 1 past, 2 present, 3
// standing), its source (0 none, 1 a pronoun, 2 more), its speaker's kind, and whether its cue stands in another's
// report.
float tense_code(const Scene& scene, std::uint32_t statement);
float source_code(const Scene& scene, std::uint32_t statement);
float kind_code(const Scene& scene, std::uint32_t statement);
// Whether `sentence` names the figure or tells a saying of it.
bool names_figure(const Scene& scene, std::uint32_t figure, std::uint32_t sentence);

bool told_by_another(const Scene& scene, std::uint32_t statement);

// No saying is later than its report: the end of days that `published` cuts short ("this week").
std::optional<Date> until_report(std::optional<Date> to, const std::optional<Date>& published);

}  // namespace onrecord::resolving
