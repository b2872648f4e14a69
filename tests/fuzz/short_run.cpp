// A fuzz target of fuzz/ without libFuzzer, for compilers that have none: every seed of a folder, and so many changed
// copies, the same in every run. Finds little that lies deep; tells at once where a change broke what long runs found
// sound.
//   short_run SEEDS COUNT
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

// One to eight small harms: a byte changed, put in, taken out, a piece repeated or taken from another seed.
std::string changed(std::string input, const std::vector<std::string>& seeds, std::mt19937& chance) {
  const auto below = [&chance](std::size_t most) { return most == 0 ? std::size_t{0} : chance() % most; };
  for (std::size_t harms = 1 + below(8); harms > 0; --harms) {
    const std::size_t at = below(input.size());
    switch (below(6)) {
      case 0:
        if (!input.empty()) input[at] = static_cast<char>(below(256));
        break;
      case 1:
        input.insert(at, 1, "%+&=?/:\r\n\"\\{}[]<>\x00\xff"[below(20)]);
        break;
      case 2:
        input.erase(at, 1 + below(8));
        break;
      case 3:
        input.insert(at, input.substr(below(input.size()), below(64)));
        break;
      case 4: {
        const std::string& other = seeds[below(seeds.size())];
        input.insert(at, other.substr(below(other.size()), below(64)));
        break;
      }
      default:
        input.insert(at, below(4000), "a[%/"[below(4)]);
    }
  }
  return input;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: short_run SEEDS COUNT\n", stderr);
    return 2;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds in %s\n", arguments[1]);
    return 1;
  }
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 chance(6);
  const long wanted = std::strtol(arguments[2], nullptr, 10);
  for (long i = 0; i < wanted; ++i) run(changed(seeds[chance() % seeds.size()], seeds, chance));
  std::printf("%zu seeds and %ld changed copies\n", seeds.size(), wanted);
  return 0;
}
