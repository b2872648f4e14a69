#include "read/main_text.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "read/byline.h"
#include "read/furniture.h"
#include "read/lines.h"
#include "read/listings.h"
#include "read/pull_quotes.h"
#include "read/regions.h"
#include "read/written_date.h"
#include "text/text.h"

namespace onrecord {

namespace {

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Ends like a sentence, closing marks put aside.
bool ends_sentence(std::string_view line) {
  for (bool again = true; again && !line.empty();) {
    again = false;
    for (const std::string_view mark : {"”", "’", "»", "“", "\"", "'", ")", "]"}) {
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…") || line.ends_with("。") || line.ends_with("؟") || line.ends_with("।");
}

// Letters and digits in lower case: lines that say the same look the same.
std::string skeleton(std::string_view line) {
  std::string out;
  for (const char c : lower(line)) {
    if (is_ascii_lower(c) || is_ascii_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0) out.push_back(c);
  }
  return out;
}

// A name without its numbers: pieces of one article are "story-body-1" and "story-body-2".
std::string unnumbered(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (!is_ascii_digit(c)) out.push_back(c);
  }
  return out;
}

// How far the names that a page gives to its parts are believed.
enum class Trust : std::uint8_t { names, tags, nothing };

constexpr double least_piece = 100;  // weight of text that stands apart and is still the article's

// How much running text each block is, and where it adds up.
class Page {
 public:
  Page(const PageTree& tree, Trust trust) : tree_(tree) {
    weigh_blocks();
    find_regions(trust);
    add_up();
    add_up_names();
  }

  // The furniture that a block stands in counts for it as well.
  bool in_furniture(const Block& block) const { return furniture_[block.within]; }
  Region region(std::uint32_t element) const { return regions_[element]; }
  double weight(std::uint32_t element) const { return sum(sums_, tree_.elements[element].blocks); }

  // From the whole page down as long as one child holds nearly all of the text.
  std::uint32_t root() const {
    std::uint32_t at = 0;
    for (;;) {
      if (regions_[at] == Region::body) return at;
      std::uint32_t best = 0;
      double best_weight = 0;
      const Element& element = tree_.elements[at];
      for (std::uint32_t child = at + 1; child < element.end; child = std::max(child + 1, tree_.elements[child].end)) {
        if (weight(child) > best_weight) {
          best_weight = weight(child);
          best = child;
        }
      }
      if (best == 0) return at;
      const bool body = regions_[best] == Region::body;
      const bool piece = body && has_twins(best);
      const bool named =
          (body && !piece) || tree_.elements[best].name == "article" || tree_.elements[best].name == "main";
      if (best_weight < weight(at) * (named ? 0.5 : piece ? 0.9 : 0.75)) return named_below(at);
      if (best_weight < weight(at) && has_pieces_beside(at, best)) return at;
      at = best;
    }
  }

 private:
  static double sum(const std::vector<double>& sums, Range blocks) { return sums[blocks.end] - sums[blocks.begin]; }

  // True where other elements bear the same name and hold text as well: the article comes in several pieces.
  bool has_twins(std::uint32_t element) const {
    const auto held = by_name_.find(unnumbered(tree_.elements[element].hints));
    return held != by_name_.end() && held->second - weight(element) >= weight(element) * 0.1;
  }

  // Other children of `at` than `best` hold more of the article: what is called as `best` is, or the paragraphs between
  // the heading and `best`.
  bool has_pieces_beside(std::uint32_t at, std::uint32_t best) const {
    const Element& most = tree_.elements[best];
    const std::string name = unnumbered(most.hints);
    bool headed = false;
    for (std::uint32_t child = at + 1; child < tree_.elements[at].end;
         child = std::max(child + 1, tree_.elements[child].end)) {
      const Element& element = tree_.elements[child];
      if (child < best && holds_title(child)) headed = true;
      if (child == best || weight(child) < least_piece) continue;
      if (element.name == most.name && unnumbered(element.hints) == name) return true;
      if (headed && child < best && element.name != "aside") return true;
    }
    return false;
  }

  bool holds_title(std::uint32_t element) const {
    for (std::uint32_t i = element; i < tree_.elements[element].end; ++i) {
      if (tree_.elements[i].name == "h1") return true;
    }
    return false;
  }

  // An element below `at` that says it is the article's text and holds most of it; else `at`.
  std::uint32_t named_below(std::uint32_t at) const {
    std::uint32_t best = at;
    for (std::uint32_t i = at + 1; i < tree_.elements[at].end; ++i) {
      if (regions_[i] == Region::body && !furniture_[i] && weight(i) >= weight(at) * 0.5 && !has_twins(i)) best = i;
    }
    return best;
  }

  void weigh_blocks() {
    raw_.assign(tree_.blocks.size() + 1, 0.0);
    weights_.reserve(tree_.blocks.size());
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      weights_.push_back(weight_of(tree_.blocks[i]));
      raw_[i + 1] = raw_[i] + weights_[i];
    }
  }

  double weight_of(const Block& block) const {
    constexpr double longest = 1000;
    const std::string_view line = tree_.text_of(block);
    const double linked = static_cast<double>(block.linked) / static_cast<double>(line.size());
    if (linked > 0.6 || line.size() < 25) return 0;
    const std::string_view name = tree_.elements[block.element].name;
    if (is_heading(name) || name == "title" || name == "figcaption") return 0;
    if (line.size() < 80 && !ends_sentence(line)) return 0;
    const double share = name == "p" ? 1.0 : name == "li" ? 0.4 : name == "blockquote" || name == "pre" ? 0.8 : 0.7;
    return std::min(static_cast<double>(line.size()), longest) * (1 - linked) * share;
  }

  void find_regions(Trust trust) {
    const std::size_t count = tree_.elements.size();
    regions_.resize(count);
    furniture_.assign(count, false);
    // How much text stands in elements that are furniture by the same name. Names mislead ("sidebar-grid__content"):
    // what holds a good part of the page's text is no furniture.
    std::vector<std::string_view> by(count);
    std::unordered_map<std::string_view, double> held;
    for (std::size_t i = 0; i < count; ++i) {
      const Element& element = tree_.elements[i];
      const Naming naming = region_of(element);
      regions_[i] = naming.region;
      if (naming.region != Region::furniture) continue;
      by[i] = naming.by;
      if (i == 0 || by[element.parent] != naming.by) held[naming.by] += sum(raw_, element.blocks);
    }
    const std::vector<bool> listings = find_listings(tree_);
    const double all = raw_.back();
    for (std::size_t i = 0; i < count; ++i) {
      const Element& element = tree_.elements[i];
      if (trust == Trust::nothing) regions_[i] = Region::plain;
      if (regions_[i] == Region::furniture && (trust == Trust::tags || held[by[i]] >= all * 0.4))
        regions_[i] = Region::plain;
      if (listings[i]) regions_[i] = Region::foreign;
      if (regions_[i] == Region::foreign && sum(raw_, element.blocks) >= all * 0.9) regions_[i] = Region::plain;
      furniture_[i] =
          regions_[i] == Region::furniture || regions_[i] == Region::foreign || (i > 0 && furniture_[element.parent]);
    }
  }

  void add_up() {
    sums_.assign(tree_.blocks.size() + 1, 0.0);
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      sums_[i + 1] = sums_[i] + (furniture_[tree_.blocks[i].within] ? 0.0 : weights_[i]);
    }
  }

  void add_up_names() {
    for (std::uint32_t i = 0; i < tree_.elements.size(); ++i) {
      if (regions_[i] == Region::body && !furniture_[i]) by_name_[unnumbered(tree_.elements[i].hints)] += weight(i);
    }
  }

  const PageTree& tree_;
  std::unordered_map<std::string, double> by_name_;  // text in all elements of a name that says body
  std::vector<double> weights_;                      // one a block
  std::vector<double> raw_;                          // running sums of the weights
  std::vector<double> sums_;                         // the same without furniture
  std::vector<Region> regions_;                      // one an element
  std::vector<bool> furniture_;
};

class Writer {
 public:
  Writer(const PageTree& tree, const PageFacts& facts, const Page& page) : tree_(tree), page_(page) {
    title_ = skeleton(facts.title);
    description_ = skeleton(facts.description);
  }

  MainText write(std::uint32_t root) {
    const Element& element = tree_.elements[root];
    write_standfirst(element.blocks.begin);
    const std::vector<bool> repeated = find_pull_quotes(tree_, element.blocks);
    for (std::uint32_t i = element.blocks.begin; i < element.blocks.end; ++i) {
      if (!repeated[i - element.blocks.begin]) take(tree_.blocks[i]);
    }
    return std::move(main_);
  }

 private:
  // A summary that stands above the text: between the heading and the first paragraph.
  void write_standfirst(std::uint32_t before) {
    constexpr std::uint32_t reach = 40;  // blocks
    for (std::uint32_t i = before > reach ? before - reach : 0; i < before; ++i) {
      const Block& block = tree_.blocks[i];
      const std::string_view line = tree_.text_of(block);
      if (line.size() < 30 || line.size() > 600 || page_.in_furniture(block)) continue;
      if (tree_.elements[block.element].name == "title" || skeleton(line) == title_) continue;
      if (!is_standfirst(block) || byline_line(line) || day_line(line)) continue;
      main_.standfirst = append(line);
      return;
    }
  }

  bool is_standfirst(const Block& block) const {
    std::uint32_t at = block.element;
    for (int up = 0; up < 3; ++up) {
      if (page_.region(at) == Region::standfirst) return true;
      at = tree_.elements[at].parent;
    }
    const std::string mine = skeleton(tree_.text_of(block));
    return mine.size() > 30 && !description_.empty() && (mine == description_ || mine.starts_with(description_));
  }

  void take(const Block& block) {
    const std::string_view line = tree_.text_of(block);
    const std::string_view name = tree_.elements[block.element].name;
    if (page_.in_furniture(block) || name == "title") return;
    if (main_.text.empty() && line.size() >= 30 && line.size() <= 600 && is_standfirst(block) &&
        skeleton(line) != title_) {
      main_.standfirst = append(line);
      return;
    }
    if (main_.text.empty() && name == "p" && looks_like_signature(line)) {
      main_.signature = line;
      return;
    }
    constexpr std::size_t said_in_full = 50;  // a longer heading that ends like a sentence is one
    if (is_heading(name) &&
        (name == "h1" || line.size() < said_in_full || !ends_sentence(line) || line.ends_with(':'))) {
      heading_ = keeps_heading(block, line) ? &block : nullptr;
      return;
    }
    if (!keeps(block, line, name)) return;
    if (heading_ != nullptr) append(tree_.text_of(*heading_));
    heading_ = nullptr;
    append(line);
  }

  static bool looks_like_signature(std::string_view line) {
    constexpr std::size_t longest = 80;
    if (line.size() > longest || ends_sentence(line)) return false;
    const std::vector<std::string> names = parse_byline(line);
    return !names.empty() && std::ranges::all_of(names, looks_like_name);
  }

  bool keeps_heading(const Block& block, std::string_view line) const {
    const bool linked = block.linked * 2 >= line.size() && !links_within_page(block.element);
    return line.size() <= 200 && !linked && !is_furniture(line) && skeleton(line) != title_;
  }

  // A live blog's entries are headed by links to themselves.
  bool links_within_page(std::uint32_t heading) const {
    for (std::uint32_t i = heading + 1; i < tree_.elements[heading].end; ++i) {
      if (tree_.elements[i].name == "a") return tree_.elements[i].href.starts_with("#");
    }
    return false;
  }

  bool keeps(const Block& block, std::string_view line, std::string_view name) const {
    const double linked = static_cast<double>(block.linked) / static_cast<double>(line.size());
    if (is_furniture(line) || skeleton(line) == title_) return false;
    if (line.size() < 200 && (byline_line(line) || day_line(line))) return false;
    if (linked > 0.5 && (line.size() < 200 || linked > 0.8)) return false;
    const bool sentence = ends_sentence(line);
    if (name == "p" || name == "blockquote" || name == "pre")
      return sentence || line.size() >= 20 || !main_.text.empty();
    if (name == "li" || name == "dd" || name == "dt" || name == "td" || name == "th")
      return linked < 0.4 && (sentence || line.size() >= 40 || line.ends_with(';') || line.ends_with(','));
    return sentence ? line.size() >= 15 : line.size() >= 60;
  }

  Span append(std::string_view line) {
    constexpr std::size_t long_enough = 60;
    if (line.size() >= long_enough && !seen_.insert(std::string(line)).second) return {};
    if (!main_.text.empty()) main_.text.append("\n\n");
    const auto begin = static_cast<std::uint32_t>(main_.text.size());
    main_.text.append(line);
    return {begin, static_cast<std::uint32_t>(main_.text.size())};
  }

  const PageTree& tree_;
  const Page& page_;
  MainText main_;
  std::string title_;
  std::string description_;
  const Block* heading_ = nullptr;        // kept back until a paragraph follows it
  std::unordered_set<std::string> seen_;  // lines that pages repeat for small screens
};

}  // namespace

MainText find_main_text(const PageTree& tree, const PageFacts& facts) {
  constexpr std::size_t enough = 250;
  const auto read_with = [&](Trust trust) {
    const Page page(tree, trust);
    return Writer(tree, facts, page).write(page.root());
  };
  MainText main = read_with(Trust::names);
  // A page that calls most of its text furniture is read again without believing it.
  for (const Trust trust : {Trust::tags, Trust::nothing}) {
    if (main.text.size() >= enough) break;
    MainText other = read_with(trust);
    if (other.text.size() >= 3 * main.text.size()) main = std::move(other);
  }
  return main;
}

}  // namespace onrecord
