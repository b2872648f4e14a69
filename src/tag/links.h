// Which cue a content belongs to, and which source a cue.
#pragma once

#include "tag/kernels.h"
#include "tag/model_file.h"
#include "tag/scratch.h"

namespace onrecord::model {

// The spans that one stretch appended to Found.
struct StretchSpans {
  Range sources, cues, contents;  // indices
};

// Fills in what FoundCue and FoundContent say of links, and FoundCue::said; scratch.hidden holds the stretch, whose
// first word is `first_word`.
void link_spans(const Model& model, const Kernels& kernels, const StretchSpans& spans, std::uint32_t first_word,
                Scratch& scratch);

// Probability that what a cue introduces was communicated, from FoundCue::said.
float communicated(float said);

}  // namespace onrecord::model
