#include "read/tags.h"

#include <algorithm>
#include <array>
#include <span>

namespace onrecord {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 27> formatting{
    "abbr", "acronym", "b",    "bdi", "bdo",  "big",   "cite",   "code",   "del", "dfn", "em", "font", "i",  "ins",
    "kbd",  "mark",    "nobr", "s",   "samp", "small", "strike", "strong", "sub", "sup", "tt", "u",    "var"};
constexpr std::array<std::string_view, 53> blocks{
    "address", "article", "aside",  "blockquote", "body",    "caption",  "center",     "dd",     "details",
    "dialog",  "dir",     "div",    "dl",         "dt",      "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",     "h3",         "h4",      "h5",       "h6",         "head",   "header",
    "hgroup",  "html",    "legend", "li",         "main",    "menu",     "nav",        "ol",     "option",
    "p",       "pre",     "search", "section",    "summary", "table",    "tbody",      "td",     "template",
    "tfoot",   "th",      "thead",  "title",      "tr",      "ul",       "dt",         "slot"};
constexpr std::array<std::string_view, 22> idle{"applet",   "audio",    "button", "canvas",  "datalist", "embed",
                                                "frameset", "iframe",   "map",    "noembed", "noframes", "noscript",
                                                "object",   "rp",       "rt",     "script",  "select",   "style",
                                                "svg",      "textarea", "video",  "xmp"};
constexpr std::array<std::string_view, 16> voids{"area",  "base",  "basefont", "bgsound", "br",     "col",
                                                 "frame", "hr",    "img",      "input",   "keygen", "link",
                                                 "meta",  "param", "source",   "track"};

bool has(Names names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

}  // namespace

TagKind tag_kind(std::string_view name) {
  if (has(blocks, name)) return TagKind::block;
  if (has(formatting, name) || name == "wbr") return TagKind::formatting;
  if (has(idle, name)) return TagKind::idle;
  if (has(voids, name)) return TagKind::void_mark;
  return name.find('-') != std::string_view::npos ? TagKind::block : TagKind::inline_text;
}

}  // namespace onrecord
