#include "read/pull_quotes.h"

#include <string.h>  // memmem: linear whatever the words, unlike std::string::find

#include <string>
#include <string_view>

#include "read/lines.h"

namespace onrecord {

namespace {

// Letters and digits, in lower case where they are ASCII; without blanks and marks.
void append_letters(std::string& to, std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char low = lower_ascii(line[i]);
    if (line.substr(i).starts_with("\xe2\x80")) {
      i += 2;  // quotation marks, dashes
    } else if (is_ascii_lower(low) || is_ascii_digit(low) || (static_cast<unsigned char>(low) & 0x80) != 0) {
      to.push_back(low);
    }
  }
}

bool stands_apart(const PageTree& tree, const Block& block) {
  const Element& element = tree.elements[block.element];
  const std::string_view parent = tree.elements[element.parent].name;
  if (element.name == "p") return parent == "blockquote" || parent == "aside" || parent == "figure";
  return element.name == "blockquote" || element.name == "aside" || element.name == "figure" ||
         (element.name == "div" && element.hints.find("quote") != std::string_view::npos);
}

}  // namespace

std::vector<bool> find_pull_quotes(const PageTree& tree, Range within) {
  constexpr std::size_t shortest = 20;  // bytes of a quotation
  constexpr std::size_t longest = 400;
  constexpr std::size_t most = 60;  // boxes looked at
  std::vector<bool> found(within.size(), false);
  std::vector<std::uint32_t> boxes;
  std::string paragraphs;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    const Block& block = tree.blocks[i];
    if (stands_apart(tree, block)) {
      if (block.text.size() >= shortest && block.text.size() <= longest && boxes.size() < most) boxes.push_back(i);
    } else {
      append_letters(paragraphs, tree.text_of(block));
      paragraphs.push_back('\n');
    }
  }
  for (const std::uint32_t i : boxes) {
    std::string words;
    append_letters(words, tree.text_of(tree.blocks[i]));
    found[i - within.begin] = words.size() >= shortest / 2 &&
                              memmem(paragraphs.data(), paragraphs.size(), words.data(), words.size()) != nullptr;
  }
  return found;
}

}  // namespace onrecord
