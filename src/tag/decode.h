// From scores a word to labelled spans. Pure but for the scratch that it fills.
#pragma once

#include <cstdint>
#include <vector>

#include "tag/scratch.h"
#include "tag/weights.h"

namespace onrecord::model {

// The best tag sequence of words [words.begin, words.end) under `transition`, into scratch.tags; their scores stand in
// scratch.labels. An I-tag may not begin it; the lower tag number wins a tie.
void find_tags(const Weights& weights, Range words, Scratch& scratch);

// Appends the spans that scratch.tags (of `words`) hold to found.sources, cues and contents.
void append_spans(Range words, Scratch& scratch);

// Appends the names of `words`: the best label a word, where an I- after another kind begins a name.
void append_names(Range words, Scratch& scratch);

}  // namespace onrecord::model
