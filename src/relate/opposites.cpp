#include "relate/opposites.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "relate/telling_words.h"

namespace onrecord::relating {

namespace {

// One side against the other; words parted by single spaces.
struct Row {
  std::string_view one;
  std::string_view other;
};

constexpr std::array rows{
    Row{"raise rise increase grow expand hike", "cut lower reduce decrease shrink slash fall freeze"},
    Row{"support back favor favour endorse approve welcome", "oppose reject condemn block resist veto"},
    Row{"accept", "reject refuse decline"},
    Row{"keep maintain preserve save retain stay remain",
        "end scrap abolish repeal close drop abandon leave quit cancel"},
    Row{"open reopen", "close shut"},
    Row{"start begin launch resume", "stop end halt suspend"},
    Row{"build construct", "scrap demolish cancel abandon"},
    Row{"join enter", "leave quit exit withdraw"},
    Row{"strengthen tighten toughen", "weaken loosen relax ease"},
    Row{"agree", "disagree"},
    Row{"legal lawful constitutional", "illegal unlawful unconstitutional"},
    Row{"guilty", "innocent"},
    Row{"safe", "dangerous unsafe"},
    Row{"possible", "impossible"},
    Row{"win", "lose"},
    Row{"succeed", "fail"},
    Row{"allow permit legalize", "ban forbid prohibit outlaw"},
    Row{"everyone everybody", "nobody"},
    Row{"trust believe", "distrust doubt"},
    Row{"right", "wrong"},
    Row{"true", "false untrue"},
    Row{"good great terrific", "bad terrible awful disastrous"},
    Row{"public", "secret private"},
    Row{"temporary", "permanent"},
};

template <class Use>
void each_word(std::string_view words, const Use& use) {
  while (!words.empty()) {
    const std::size_t size = std::min(words.find(' '), words.size());
    use(words.substr(0, size));
    words.remove_prefix(std::min(size + 1, words.size()));
  }
}

const std::set<std::pair<std::string, std::string>, std::less<>>& table() {
  static const auto made = [] {
    std::set<std::pair<std::string, std::string>, std::less<>> pairs;
    for (const Row& row : rows) {
      each_word(row.one, [&](std::string_view one) {
        each_word(row.other, [&](std::string_view other) {
          pairs.emplace(stem(one), stem(other));
          pairs.emplace(stem(other), stem(one));
        });
      });
    }
    return pairs;
  }();
  return made;
}

}  // namespace

bool opposites(std::string_view stem_a, std::string_view stem_b) {
  return table().contains(std::pair<std::string, std::string>(stem_a, stem_b));
}

bool denies(std::string_view plain) {
  return plain == "not" || plain == "no" || plain == "never" || plain == "cannot" || plain.ends_with("n't");
}

}  // namespace onrecord::relating
