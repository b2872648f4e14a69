#include "read/listings.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "read/lines.h"
#include "read/written_date.h"

namespace onrecord {

namespace {

// "3/50", "3 of 50" before a picture's caption.
struct Count {
  std::uint32_t at = 0;
  std::uint32_t of = 0;
};

std::optional<Count> leading_count(std::string_view line) {
  Count count;
  const auto number = [&line](std::uint32_t& into) {
    const auto [end, error] = std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 5), into);
    if (error != std::errc()) return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    return true;
  };
  if (!number(count.at)) return std::nullopt;
  while (line.starts_with(' ')) line.remove_prefix(1);
  if (!line.starts_with("/") && !line.starts_with("of ")) return std::nullopt;
  line.remove_prefix(line.starts_with("/") ? 1 : 3);
  while (line.starts_with(' ')) line.remove_prefix(1);
  if (!number(count.of) || count.at == 0 || count.at > count.of) return std::nullopt;
  return line.empty() || line.starts_with(' ') ? std::optional(count) : std::nullopt;
}

// "— Ada Lund (@adalund) May 15, 2031": how an embedded post is signed.
bool signs_a_post(std::string_view line) {
  constexpr std::size_t longest = 200;
  if (line.size() > longest || !(line.starts_with("—") || line.starts_with("–") || line.starts_with("-"))) return false;
  const std::size_t handle = line.find("(@");
  const std::size_t end = handle == std::string_view::npos ? handle : line.find(')', handle);
  return end != std::string_view::npos && find_day(line.substr(end + 1)).has_value();
}

class Listings {
 public:
  explicit Listings(const PageTree& tree) : tree_(tree), found_(tree.elements.size(), false) {}

  std::vector<bool> find() {
    add_up();
    find_streams();
    find_galleries();
    find_posts();
    return std::move(found_);
  }

 private:
  using Sums = std::vector<std::uint32_t>;

  static std::uint32_t sum(const Sums& sums, std::uint32_t begin, std::uint32_t end) {
    return end > begin ? sums[end] - sums[begin] : 0;
  }

  void add_up() {
    constexpr std::size_t long_enough = 20;
    links_.assign(tree_.blocks.size() + 1, 0);
    texts_.assign(tree_.blocks.size() + 1, 0);
    bytes_.assign(tree_.blocks.size() + 1, 0);
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      const Block& block = tree_.blocks[i];
      const std::size_t size = tree_.text_of(block).size();
      const bool link = size >= long_enough && block.linked * 10 >= size * 9;
      const bool text = size >= 80 && block.linked * 10 < size * 3;
      links_[i + 1] = links_[i] + (link ? 1 : 0);
      texts_[i + 1] = texts_[i] + (text ? 1 : 0);
      bytes_[i + 1] = bytes_[i] + static_cast<std::uint32_t>(text ? size : 0);
    }
    // A live blog's entries link to themselves.
    inner_.assign(tree_.elements.size() + 1, 0);
    for (std::size_t i = 0; i < tree_.elements.size(); ++i) {
      const Element& element = tree_.elements[i];
      const bool inner = element.name == "a" && element.text.end - element.text.begin >= long_enough &&
                         element.href.find('#') != std::string_view::npos;
      inner_[i + 1] = inner_[i] + (inner ? 1 : 0);
    }
  }

  // A title that is a link to another page, and a line or two about that page.
  bool is_teaser(std::uint32_t i) const {
    constexpr std::uint32_t most_bytes = 600;
    constexpr std::uint32_t most_blocks = 12;
    const Element& element = tree_.elements[i];
    const auto [begin, end] = element.blocks;
    const std::uint32_t texts = sum(texts_, begin, end);
    if (texts == 0 || texts > 2 || end - begin > most_blocks || sum(bytes_, begin, end) > most_bytes) return false;
    std::uint32_t text = begin;
    while (sum(texts_, begin, text + 1) == 0) ++text;
    return sum(links_, begin, text) > 0 && sum(inner_, i, element.end) == 0;
  }

  void find_streams() {
    constexpr std::uint32_t enough = 4;
    struct Held {
      std::uint32_t teasers = 0;
      std::uint32_t bytes = 0;
    };
    std::vector<Held> held(tree_.elements.size());
    for (std::uint32_t i = 1; i < tree_.elements.size(); ++i) {
      if (tree_.elements[i].blocks.empty() || !is_teaser(i)) continue;
      Held& parent = held[tree_.elements[i].parent];
      ++parent.teasers;
      parent.bytes += sum(bytes_, tree_.elements[i].blocks.begin, tree_.elements[i].blocks.end);
    }
    for (std::uint32_t i = 0; i < tree_.elements.size(); ++i) {
      const std::uint32_t all = sum(bytes_, tree_.elements[i].blocks.begin, tree_.elements[i].blocks.end);
      if (held[i].teasers >= enough && held[i].bytes * std::uint64_t{4} >= all * std::uint64_t{3}) found_[i] = true;
    }
  }

  // Captions that are counted: at least half of the numbers up to the last are there.
  void find_galleries() {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_last;  // blocks that count up to a number
    for (std::uint32_t i = 0; i < tree_.blocks.size(); ++i) {
      if (const auto count = leading_count(tree_.text_of(tree_.blocks[i]))) by_last[count->of].push_back(i);
    }
    for (const auto& [last, blocks] : by_last) {
      if (last < 4 || blocks.size() * 2 < last) continue;
      for (const std::uint32_t block : blocks) found_[item_of(tree_.blocks[block].element)] = true;
    }
  }

  // The list item or small group that a line heads.
  std::uint32_t item_of(std::uint32_t element) const {
    constexpr std::uint32_t most_blocks = 5;
    std::uint32_t at = element;
    for (int up = 0; up < 3; ++up) {
      const std::uint32_t parent = tree_.elements[at].parent;
      const Range blocks = tree_.elements[parent].blocks;
      if (tree_.elements[at].name == "li" || blocks.end - blocks.begin > most_blocks) break;
      at = parent;
    }
    return at;
  }

  void find_posts() {
    for (const Block& block : tree_.blocks) {
      if (!signs_a_post(tree_.text_of(block))) continue;
      std::uint32_t at = block.element;
      for (int up = 0; up < 3 && tree_.elements[at].name != "blockquote"; ++up) at = tree_.elements[at].parent;
      found_[tree_.elements[at].name == "blockquote" ? at : block.element] = true;
    }
  }

  const PageTree& tree_;
  std::vector<bool> found_;
  Sums links_;  // running counts over blocks: those that are one link,
  Sums texts_;  // those that are text,
  Sums bytes_;  // and the length of these
  Sums inner_;  // over elements: links within a page
};

}  // namespace

std::vector<bool> find_listings(const PageTree& tree) { return Listings(tree).find(); }

}  // namespace onrecord
