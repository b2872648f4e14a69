// The model over one text: words, windows, encoder, labels, links.
#pragma once

#include <string_view>

#include "onrecord/tags.h"
#include "tag/kernels.h"
#include "tag/model_file.h"
#include "tag/scratch.h"

namespace onrecord::model {

// An article of more windows than this is read in stretches of so many, each labelled by itself, so that memory stays
// bounded. News articles have a tenth of it.
inline constexpr std::size_t stretch_windows = 96;

// The rows that the encoder is given for a window, appended to `input`.
void append_window(const Model& model, const Words& text, const Window& window, EncoderInput& input);

// Fills scratch.text, windows, labels and found. `text` is valid UTF-8. The result depends on the text and the model
// alone.
void tag_text(const Model& model, const Kernels& kernels, std::string_view text, Scratch& scratch);

// What a second reading begins with, where the model has one, of the text that was tagged last.
void append_lower(const Model& model, const Scratch& scratch, Readings& out);

}  // namespace onrecord::model
