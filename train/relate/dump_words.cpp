// Writes what a model's encoder makes of articles' words, for training the reader of pairs: reads articles as JSON
// Lines with "text" from standard input and writes to standard output, for each, the number of its words (u32), their
// begins and ends (u32 pairs) and their vectors (bfloat16, [words, width]). Usage: dump_words MODEL.onrec [LAYERS].
// With LAYERS the vectors are those before the last so many layers, and behind an article's words come its windows:
// their number (u32), behind which word each ends (u32) and the vectors of their [CLS] (bfloat16, [windows, width]).
// For training only.
#include <bit>
#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "tag/encoder.h"
#include "tag/model_file.h"
#include "tag/tag_text.h"
#include "train/json_fields.h"

namespace {

using namespace onrecord;

std::uint16_t to_bfloat16(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return static_cast<std::uint16_t>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

}  // namespace

int main(int argc, char** argv) {
  const int below = argc == 3 ? std::atoi(argv[2]) : 0;
  if (argc < 2 || argc > 3 || (argc == 3 && below < 1)) {
    std::fputs("usage: dump_words MODEL.onrec [LAYERS] < ARTICLES.jsonl > WORDS.bin\n", stderr);
    return 2;
  }
  auto loaded = model::read_model(argv[1]);
  if (!loaded) {
    std::fprintf(stderr, "%s\n", to_line(loaded.error()).c_str());
    return 1;
  }
  if (below > 0) loaded->blueprint.second.layers = static_cast<std::uint32_t>(below);
  const model::Model& model = *loaded;
  const std::size_t width = model.blueprint.width;
  model::Scratch scratch;
  std::string line;
  std::vector<float> hidden, lower;
  std::vector<std::uint16_t> vectors, of_windows;
  std::vector<std::uint32_t> ends;
  while (std::getline(std::cin, line)) {
    const std::string text = training::text_of(boost::json::parse(line).get_object(), "text");
    model::split_words(text, model.vocabulary, scratch.text);
    model::cut_windows(scratch.text.words, model.blueprint, scratch.windows);
    const auto& words = scratch.text.words;
    vectors.assign(words.size() * width, 0);
    of_windows.clear();
    ends.clear();
    for (const model::Window& window : scratch.windows) {
      scratch.input.rows.clear();
      scratch.input.lengths.clear();
      scratch.input.kept.clear();
      model::append_window(model, scratch.text, window, scratch.input);
      hidden.resize(scratch.input.kept.size() * width);
      lower.resize(hidden.size());
      model::encode(model, model::best_kernels(), scratch.input, scratch.encoder, hidden.data(),
                    below > 0 ? lower.data() : nullptr);
      if (below > 0) hidden = lower;
      for (std::size_t k = 0; k < width; ++k) of_windows.push_back(to_bfloat16(hidden[k]));
      ends.push_back(window.core.end);
      for (std::uint32_t word = window.core.begin; word < window.core.end; ++word) {
        const float* const from = hidden.data() + (1 + word - window.seen.begin) * width;
        for (std::size_t k = 0; k < width; ++k) vectors[word * width + k] = to_bfloat16(from[k]);
      }
    }
    const auto count = static_cast<std::uint32_t>(words.size());
    std::fwrite(&count, sizeof count, 1, stdout);
    for (const model::Word& word : words) {
      const std::uint32_t place[] = {word.span.begin, word.span.end};
      std::fwrite(place, sizeof *place, 2, stdout);
    }
    std::fwrite(vectors.data(), sizeof(std::uint16_t), vectors.size(), stdout);
    if (below == 0) continue;
    const auto windows = static_cast<std::uint32_t>(ends.size());
    std::fwrite(&windows, sizeof windows, 1, stdout);
    std::fwrite(ends.data(), sizeof(std::uint32_t), ends.size(), stdout);
    std::fwrite(of_windows.data(), sizeof(std::uint16_t), of_windows.size(), stdout);
  }
  return 0;
}
