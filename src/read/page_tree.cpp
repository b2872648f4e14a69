#include "read/page_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <deque>
#include <mutex>

#include "read/lines.h"
#include "read/tags.h"
#include "text/text.h"

namespace onrecord {

namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// What numeric references of careless pages mean: &#146; is windows-1252's apostrophe, not a control character.
std::string_view mended_control(char32_t c) {
  constexpr std::string_view table[32] = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                          "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                          "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};
  return table[c - 0x80];
}

bool is_invisible(char32_t c) {
  return c == 0xad || c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff;
}

// Attributes of one node, read once.
struct Attributes {
  std::string hints;
  std::string itemprop, rel, datetime, href, name, property, content, type, lang;
  bool hidden = false;
};

bool hides(std::string_view style) {
  std::string packed;
  for (const char c : lower_ascii(style)) {
    if (c != ' ') packed.push_back(c);
  }
  return packed.find("display:none") != std::string::npos || packed.find("visibility:hidden") != std::string::npos;
}

Attributes attributes_of(const xmlNode& node) {
  Attributes all;
  for (const xmlAttr* attribute = node.properties; attribute != nullptr; attribute = attribute->next) {
    const std::string_view key = view(attribute->name);
    const std::string_view value =
        attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
    const auto hint = [&] { all.hints.append(lower_ascii(value)).push_back(' '); };
    if (key == "class" || key == "id" || key == "role" || key.starts_with("data-")) {
      hint();
    } else if (key == "itemprop") {
      hint();
      all.itemprop = lower_ascii(value);
    } else if (key == "rel") {
      all.rel = lower_ascii(value);
    } else if (key == "datetime") {
      all.datetime = value;
    } else if (key == "href") {
      all.href = value;
    } else if (key == "name") {
      all.name = lower_ascii(value);
    } else if (key == "property") {
      all.property = lower_ascii(value);
    } else if (key == "content") {
      all.content = value;
    } else if (key == "lang") {
      all.lang = value;
    } else if (key == "hidden") {
      all.hidden = true;
    } else if (key == "aria-hidden") {
      all.hidden = all.hidden || value == "true";
    } else if (key == "style") {
      all.hidden = all.hidden || hides(value);
    }
  }
  return all;
}

class Flattener {
 public:
  explicit Flattener(PageTree& tree) : tree_(tree) {}

  void run(const xmlNode* root) {
    const xmlNode* node = root;
    // By hand, not by recursion: depth is bounded, but a stack is a stack.
    while (node != nullptr) {
      const bool descend = enter(*node);
      if (descend && node->children != nullptr) {
        node = node->children;
        continue;
      }
      if (descend) leave(*node);
      while (node != nullptr && node != root && node->next == nullptr) {
        node = node->parent;
        if (node != nullptr) leave(*node);
      }
      if (node == nullptr || node == root) break;
      node = node->next;
    }
    flush();
    while (open_.size() > 1) leave_element();
    if (!tree_.elements.empty()) {
      tree_.elements[0].end = static_cast<std::uint32_t>(tree_.elements.size());
      tree_.elements[0].blocks = {0, static_cast<std::uint32_t>(tree_.blocks.size())};
      tree_.elements[0].text = {0, static_cast<std::uint32_t>(tree_.text.size())};
    }
  }

 private:
  struct Open {
    const xmlNode* node;
    std::uint32_t element;
    bool block;
    bool link;
    bool hidden;
  };

  std::string_view keep(std::string value) {
    if (value.empty()) return {};
    kept_.push_back(std::move(value));
    return kept_.back();
  }

  // True where the children are to be visited.
  bool enter(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) {
      append(view(node.content));
      return false;
    }
    if (node.type == XML_ENTITY_REF_NODE) {
      append("\xef\xbf\xbd");
      return false;
    }
    if (node.type != XML_ELEMENT_NODE) return false;
    const std::string_view name = view(node.name);
    const TagKind kind = tag_kind(name);
    if (kind == TagKind::void_mark || name == "meta" || name == "link") {
      if (name == "meta" || name == "link" || name == "base") {
        read_meta(node, name);
      } else if (name == "br" || name == "hr") {
        flush();
      }
      return false;
    }
    if (name == "title" && tree_.title.empty() && node.children != nullptr && node.children->type == XML_TEXT_NODE) {
      tree_.title = keep(one_line(view(node.children->content)));
      return false;
    }
    const bool block = kind == TagKind::block;
    if (block) flush();
    Attributes attributes = attributes_of(node);
    if (name == "html") tree_.language = keep(attributes.lang);
    // The page's own meta data may also stand in its body, as elements with content.
    if (!attributes.itemprop.empty() && !attributes.content.empty()) {
      tree_.metas.push_back({keep("itemprop:" + attributes.itemprop), keep(attributes.content)});
    }
    Element element;
    element.name = keep(std::string(name));
    element.parent = open_.empty() ? 0 : open_.back().element;
    element.hints = keep(std::move(attributes.hints));
    element.itemprop = keep(std::move(attributes.itemprop));
    element.rel = keep(std::move(attributes.rel));
    element.datetime = keep(std::move(attributes.datetime));
    element.href = keep(std::move(attributes.href));
    element.hidden = attributes.hidden;
    element.blocks.begin = static_cast<std::uint32_t>(tree_.blocks.size());
    element.text.begin = written();
    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    tree_.elements.push_back(element);
    // A hidden block is told by its element; hidden words inside a line would become part of it.
    open_.push_back({&node, index, block, name == "a", attributes.hidden && !block});
    if (open_.back().link) ++links_;
    if (open_.back().hidden) ++hidden_;
    if (block) block_element_ = index;
    return true;
  }

  void leave(const xmlNode& node) {
    if (!open_.empty() && open_.back().node == &node) leave_element();
  }

  void leave_element() {
    const Open closed = open_.back();
    if (closed.block) flush();
    open_.pop_back();
    if (closed.link) --links_;
    if (closed.hidden) --hidden_;
    Element& element = tree_.elements[closed.element];
    element.end = static_cast<std::uint32_t>(tree_.elements.size());
    element.text.end = written();
    element.blocks.end = static_cast<std::uint32_t>(tree_.blocks.size());
    if (!closed.block && within_ == none && !line_.empty() && element.text.begin == tree_.text.size()) {
      within_ = closed.element;
    }
    // An inline element's text is still being gathered: it counts the block to come as its own.
    if (!closed.block && !line_.empty()) ++element.blocks.end;
    if (!closed.block) return;
    block_element_ = 0;
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].block) {
        block_element_ = open_[i - 1].element;
        break;
      }
    }
  }

  void read_meta(const xmlNode& node, std::string_view tag) {
    constexpr std::size_t most = 2000;
    if (tree_.metas.size() >= most) return;
    const Attributes attributes = attributes_of(node);
    if (tag == "link") {
      if (!attributes.rel.empty() && !attributes.href.empty()) {
        tree_.metas.push_back({keep("link:" + attributes.rel), keep(attributes.href)});
      }
      return;
    }
    if (attributes.content.empty()) return;
    const std::string_view content = keep(attributes.content);
    // One tag may carry several names, with blanks between them.
    for (const std::string& names : {attributes.property, attributes.name}) {
      for (const std::string_view name : words_of(names)) tree_.metas.push_back({keep(std::string(name)), content});
    }
    if (!attributes.itemprop.empty()) tree_.metas.push_back({keep("itemprop:" + attributes.itemprop), content});
  }

  void append(std::string_view text) {
    if (hidden_ > 0) return;
    for (std::size_t i = 0; i < text.size();) {
      const char c = text[i];
      if (static_cast<unsigned char>(c) < 0x80) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
          blank_ = true;
        } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
          put(text.substr(i, 1));
        }
        ++i;
        continue;
      }
      const CodePoint point = code_point_at(text, i);
      const std::string_view bytes = text.substr(i, point.bytes);
      i += point.bytes;
      if (point.value >= 0x80 && point.value < 0xa0) {
        put(mended_control(point.value));
      } else if (is_invisible(point.value)) {
        continue;
      } else if (is_space(point.value)) {
        blank_ = true;
      } else {
        put(bytes);
      }
    }
  }

  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    within_ = none;  // what was closed before does not hold all of the line
    const std::size_t before = line_.size();
    if (blank_ && !line_.empty()) line_.push_back(' ');
    blank_ = false;
    line_.append(bytes);
    if (links_ > 0) linked_ += static_cast<std::uint32_t>(line_.size() - before);
  }

  // Where the next byte of text will stand in the end.
  std::uint32_t written() const { return static_cast<std::uint32_t>(tree_.text.size() + line_.size()); }

  void flush() {
    if (!line_.empty()) {
      const auto begin = static_cast<std::uint32_t>(tree_.text.size());
      tree_.text.append(line_).push_back('\n');
      const Span text{begin, begin + static_cast<std::uint32_t>(line_.size())};
      tree_.blocks.push_back({text, block_element_, within_ == none ? block_element_ : within_, linked_});
    }
    line_.clear();
    blank_ = false;
    linked_ = 0;
    within_ = none;
  }

  PageTree& tree_;
  std::deque<std::string>& kept_ = tree_.kept;
  std::vector<Open> open_;
  std::string line_;
  bool blank_ = false;
  std::uint32_t linked_ = 0;
  std::uint32_t links_ = 0;   // open links
  std::uint32_t hidden_ = 0;  // open inline elements that are not shown
  std::uint32_t block_element_ = 0;
  static constexpr std::uint32_t none = UINT32_MAX;
  std::uint32_t within_ = none;  // the first inline element to close that holds all of the line so far
};

}  // namespace

PageTree make_tree(const Markup& markup) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  PageTree tree;
  const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
      htmlReadMemory(
          markup.html.data(), static_cast<int>(markup.html.size()), nullptr, "UTF-8",
          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT),
      xmlFreeDoc);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root != nullptr) Flattener(tree).run(root);
  if (tree.elements.empty()) tree.elements.emplace_back();
  return tree;
}

}  // namespace onrecord
