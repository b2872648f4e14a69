// How fast one core cuts text into paragraphs, sentences, tokens and quotations.
#include <benchmark/benchmark.h>

#include "segment/segment.h"

namespace {

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

void run(benchmark::State& state, std::string_view unit) {
  onrecord::Article article;
  article.text = repeated(unit, 1 << 20);
  for (auto _ : state) benchmark::DoNotOptimize(onrecord::segment(article));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}

void news(benchmark::State& state) {
  run(state,
      "“We’ll open the bridge in May,” Ada Lund, the transport minister, told Radio Fjord on Monday. “It won’t cost "
      "more "
      "than 3.5 million.”\nHer U.S. counterpart, J. K. Moe, called the plan “bold” but said the drivers’ union had "
      "‘serious doubts’ about it. A spokesman declined to comment.\n");
}
// What must stay linear: marks that never close, on one endless line.
void open_marks(benchmark::State& state) { run(state, "“ ‘a \"b 'c « „d s' "); }

BENCHMARK(news);
BENCHMARK(open_marks);

}  // namespace
