#include "read/markup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>

#include "read/lines.h"
#include "read/tags.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t longest_name = 40;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// How long an attribute's value may be that is of use; 0 for the others.
std::size_t attribute_room(std::string_view name) {
  constexpr auto hints =
      std::to_array<std::string_view>({"class", "id", "itemprop", "itemtype", "role", "rel", "property", "name",
                                       "hidden", "lang", "type", "data-component", "data-testid"});
  if (std::ranges::find(hints, name) != hints.end()) return 400;
  if (name == "content") return 4000;
  if (name == "href" || name == "datetime" || name == "aria-hidden" || name == "style") return 2000;
  return 0;
}

// One start or end tag of the page, its attributes as they stand there.
struct Tag {
  std::string name;
  bool closes = false;
  std::size_t begin_attributes = 0;
  std::size_t end = 0;  // behind its ">"
};

class Cleaner {
 public:
  explicit Cleaner(std::string_view page) : page_(page) { markup_.html.reserve(page.size() / 2); }

  Markup run() {
    while (at_ < page_.size()) {
      if (markup_.html.size() > most_markup || tags_ > most_tags) {
        markup_.cut = true;
        break;
      }
      const std::size_t mark = std::min(page_.find('<', at_), page_.size());
      append_text(page_.substr(at_, std::min(mark - at_, most_markup)));
      at_ = mark;
      if (at_ < page_.size()) take_mark();
    }
    return std::move(markup_);
  }

 private:
  void append_text(std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      markup_.html.push_back(byte < 0x20 && !is_blank(c) ? ' ' : c);
    }
  }

  // At a "<": a tag, a comment, a declaration, or nothing but a sign.
  void take_mark() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      const std::size_t end = find_once("-->", comment_ends_);
      at_ = end == std::string_view::npos ? std::min(page_.find('>', at_), page_.size() - 1) + 1 : end + 3;
      return;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) {
      const std::size_t end = page_.find('>', at_);
      at_ = end == std::string_view::npos ? page_.size() : end + 1;
      return;
    }
    if (const auto tag = read_tag()) {
      at_ = tag->end;
      take_tag(*tag);
    } else {
      markup_.html.append("&lt;");
      ++at_;
    }
  }

  // Where `what` stands from here on; remembers when it stands nowhere, so that a page full of openings is read once.
  std::size_t find_once(std::string_view what, bool& still_there) {
    if (!still_there) return std::string_view::npos;
    const std::size_t found = page_.find(what, at_);
    if (found == std::string_view::npos) still_there = false;
    return found;
  }

  std::optional<Tag> read_tag() const {
    Tag tag;
    std::size_t i = at_ + 1;
    if (i < page_.size() && page_[i] == '/') {
      tag.closes = true;
      ++i;
    }
    const std::size_t begin = i;
    while (i < page_.size() && !is_blank(page_[i]) && page_[i] != '>' && page_[i] != '/' && page_[i] != '<') ++i;
    if (i == begin || i - begin > longest_name || i >= page_.size()) return std::nullopt;
    const char first = lower_ascii(page_[begin]);
    if (!is_ascii_lower(first)) return std::nullopt;
    tag.name = lower_ascii(page_.substr(begin, i - begin));
    const bool plain = std::ranges::all_of(tag.name, [](char c) {
      return is_ascii_lower(c) || is_ascii_digit(c) || c == '-' || c == ':' || c == '_' || c == '.';
    });
    if (!plain) return std::nullopt;
    tag.begin_attributes = i;
    tag.end = tag_end(i);
    return tag;
  }

  // Behind the ">" that ends the tag whose attributes begin at `i`; quoted values may hold one.
  std::size_t tag_end(std::size_t i) const {
    char quote = '\0';
    bool value = false;  // a "=" was just seen
    for (; i < page_.size(); ++i) {
      const char c = page_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        continue;
      }
      if (c == '>') return i + 1;
      if (value && (c == '"' || c == '\'')) {
        // A quote that is never closed would swallow the page: then the tag ends at its first ">".
        if (page_.find(c, i + 1) == std::string_view::npos) {
          const std::size_t end = page_.find('>', i);
          return end == std::string_view::npos ? page_.size() : end + 1;
        }
        quote = c;
      }
      if (!is_blank(c)) value = c == '=';
    }
    return page_.size();
  }

  void take_tag(const Tag& tag) {
    const TagKind kind = tag_kind(tag.name);
    if (kind == TagKind::formatting) return;
    if (kind == TagKind::idle) {
      if (!tag.closes) skip_inside(tag);
      return;
    }
    if (tag.name == "q") {
      markup_.html.append(tag.closes ? "”" : "“");
    } else if (kind == TagKind::void_mark) {
      if (!tag.closes) write_start(tag);
    } else if (tag.closes) {
      close(tag, kind);
    } else {
      open(tag, kind);
    }
  }

  void skip_inside(const Tag& tag) {
    const std::size_t end = inside_end(tag.name);
    if (end == std::string_view::npos) return;  // never closed: what follows is text like any other
    if (tag.name == "script") keep_structured(tag, page_.substr(at_, end - at_));
    const std::size_t behind = page_.find('>', end);
    at_ = behind == std::string_view::npos ? page_.size() : behind + 1;
    markup_.html.push_back(' ');
  }

  // Where "</name" stands from here on, in any letter case.
  std::size_t inside_end(std::string_view name) {
    for (const std::string& missing : never_closed_) {
      if (missing == name) return std::string_view::npos;
    }
    for (std::size_t i = page_.find("</", at_); i != std::string_view::npos; i = page_.find("</", i + 2)) {
      if (begins_with(page_.substr(i + 2, name.size() + 1), name)) return i;
    }
    never_closed_.emplace_back(name);
    return std::string_view::npos;
  }

  void keep_structured(const Tag& tag, std::string_view body) {
    constexpr std::size_t most = 64;
    const std::string_view attributes = page_.substr(tag.begin_attributes, tag.end - tag.begin_attributes);
    if (holds(attributes, "ld+json") && markup_.structured.size() < most) markup_.structured.push_back(body);
  }

  void open(const Tag& tag, TagKind kind) {
    // A paragraph ends where a block begins; trees of unclosed paragraphs would look deep without being it.
    if (kind == TagKind::block && !open_.empty() && open_.back().name == "p") close_newest();
    if (open_.size() >= deepest_nesting) {
      ++beyond_;
      if (kind == TagKind::block) markup_.html.append("<br>");
      return;
    }
    const bool closes_itself = tag.name == "li" || tag.name == "option" || tag.name == "dt" || tag.name == "dd" ||
                               tag.name == "td" || tag.name == "th" || tag.name == "tr" || tag.name == "a";
    if (closes_itself && !open_.empty() && open_.back().name == tag.name) close_newest();
    open_.push_back({tag.name, kind});
    ++open_names_[bucket(tag.name)];
    write_start(tag);
  }

  void close(const Tag& tag, TagKind kind) {
    if (beyond_ > 0) {
      --beyond_;
      return;
    }
    if (open_names_[bucket(tag.name)] == 0) return;
    // The newest open one of that name, with all that was left open inside it. A stray inline end tag closes no blocks.
    std::size_t left = 0;
    for (std::size_t i = open_.size(); i > 0 && left == 0; --i) {
      if (open_[i - 1].name == tag.name) {
        left = open_.size() - i + 1;
      } else if (kind == TagKind::inline_text && open_[i - 1].kind == TagKind::block) {
        return;
      }
    }
    for (std::size_t i = 0; i < left; ++i) close_newest();
  }

  void close_newest() {
    markup_.html.append("</").append(open_.back().name).append(">");
    --open_names_[bucket(open_.back().name)];
    open_.pop_back();
  }

  // End tags of elements that are not open are told by these counts, without a look at all that are.
  static std::size_t bucket(std::string_view name) { return std::hash<std::string_view>()(name) % buckets; }

  void write_start(const Tag& tag) {
    ++tags_;
    markup_.html.push_back('<');
    markup_.html.append(tag.name);
    if (page_[tag.begin_attributes] != '>')
      write_attributes(page_.substr(tag.begin_attributes, tag.end - 1 - tag.begin_attributes));
    markup_.html.push_back('>');
  }

  void write_attributes(std::string_view all) {
    constexpr std::size_t most = 60;  // attributes looked at in one tag
    std::size_t i = 0;
    for (std::size_t seen = 0; seen < most; ++seen) {
      while (i < all.size() && (is_blank(all[i]) || all[i] == '/')) ++i;
      const std::size_t begin = i;
      while (i < all.size() && !is_blank(all[i]) && all[i] != '=' && all[i] != '/') ++i;
      if (i == begin) {
        if (i >= all.size()) return;
        ++i;
        continue;
      }
      const std::string_view name = all.substr(begin, std::min(i - begin, longest_name));
      while (i < all.size() && is_blank(all[i])) ++i;
      std::string_view value;
      if (i < all.size() && all[i] == '=') {
        ++i;
        while (i < all.size() && is_blank(all[i])) ++i;
        std::size_t end = 0;
        if (i < all.size() && (all[i] == '"' || all[i] == '\'')) {
          end = std::min(all.find(all[i], i + 1), all.size());
          value = all.substr(i + 1, end - i - 1);
          i = std::min(end + 1, all.size());
        } else {
          end = i;
          while (end < all.size() && !is_blank(all[end])) ++end;
          value = all.substr(i, end - i);
          i = end;
        }
      }
      write_attribute(name, value);
    }
  }

  void write_attribute(std::string_view name, std::string_view value) {
    const std::string key = lower_ascii(name);
    const std::size_t room = attribute_room(key);
    if (room == 0) return;
    if (value.size() > room) {
      std::size_t end = room;
      while (end > 0 && !on_boundary(value, end)) --end;
      value = value.substr(0, end);
    }
    markup_.html.push_back(' ');
    markup_.html.append(key).append("=\"");
    for (const char c : value) {
      if (c == '"') {
        markup_.html.append("&quot;");
      } else {
        markup_.html.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
      }
    }
    markup_.html.push_back('"');
  }

  std::string_view page_;
  std::size_t at_ = 0;
  Markup markup_;
  struct OpenTag {
    std::string name;
    TagKind kind;
  };
  static constexpr std::size_t buckets = 256;
  std::vector<OpenTag> open_;
  std::array<std::uint16_t, buckets> open_names_{};
  std::size_t tags_ = 0;                   // start tags written
  std::size_t beyond_ = 0;                 // start tags left out because of their depth and not closed yet
  std::vector<std::string> never_closed_;  // idle elements that no end tag follows
  bool comment_ends_ = true;
};

}  // namespace

Markup clean_markup(std::string_view page) { return Cleaner(page).run(); }

}  // namespace onrecord
