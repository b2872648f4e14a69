#include "read/tags.h"

#include <array>
#include <span>
#include <unordered_map>

namespace onrecord {

namespace {

constexpr auto formatting = std::to_array<std::string_view>(
    {"abbr", "acronym", "b",    "bdi", "bdo",  "big",   "cite",   "code",   "del", "dfn", "em", "font", "i",   "ins",
     "kbd",  "mark",    "nobr", "s",   "samp", "small", "strike", "strong", "sub", "sup", "tt", "u",    "var", "wbr"});
constexpr auto blocks = std::to_array<std::string_view>(
    {"address", "article", "aside",  "blockquote", "body",    "caption",  "center",     "dd",     "details",
     "dialog",  "dir",     "div",    "dl",         "dt",      "fieldset", "figcaption", "figure", "footer",
     "form",    "h1",      "h2",     "h3",         "h4",      "h5",       "h6",         "head",   "header",
     "hgroup",  "html",    "legend", "li",         "main",    "menu",     "nav",        "ol",     "option",
     "p",       "pre",     "search", "section",    "summary", "table",    "tbody",      "td",     "template",
     "tfoot",   "th",      "thead",  "title",      "tr",      "ul",       "dt",         "slot"});
constexpr auto idle = std::to_array<std::string_view>(
    {"applet", "audio",   "button",   "canvas",   "datalist", "embed", "frameset", "iframe",
     "map",    "noembed", "noframes", "noscript", "object",   "rp",    "rt",       "script",
     "select", "style",   "svg",      "textarea", "video",    "xmp"});
constexpr auto voids =
    std::to_array<std::string_view>({"area", "base", "basefont", "bgsound", "br", "col", "frame", "hr", "img", "input",
                                     "keygen", "link", "meta", "param", "source", "track"});

using Kinds = std::unordered_map<std::string_view, TagKind>;

const Kinds& kinds() {
  static const Kinds all = [] {
    Kinds made;
    const auto add = [&made](std::span<const std::string_view> names, TagKind kind) {
      for (const std::string_view name : names) made.emplace(name, kind);
    };
    add(blocks, TagKind::block);
    add(formatting, TagKind::formatting);
    add(idle, TagKind::idle);
    add(voids, TagKind::void_mark);
    return made;
  }();
  return all;
}

}  // namespace

TagKind tag_kind(std::string_view name) {
  if (const auto known = kinds().find(name); known != kinds().end()) return known->second;
  return name.find('-') != std::string_view::npos ? TagKind::block : TagKind::inline_text;
}

}  // namespace onrecord
