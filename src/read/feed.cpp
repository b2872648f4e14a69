#include "read/feed.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>

#include "read/charset.h"
#include "read/lines.h"
#include "read/written_date.h"

namespace onrecord {

namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr std::size_t longest_link = 4096;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// The name without its namespace's prefix, which a parser that recovers may leave on.
std::string_view local_name(const xmlNode& node) {
  std::string_view name = view(node.name);
  if (const std::size_t colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name;
}

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

// The next node in document order below `top`; null at the end.
const xmlNode* next_below(const xmlNode* top, const xmlNode* node) {
  if (node->children != nullptr && node->type != XML_ENTITY_REF_NODE) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

// Entities of the feed's own making are left out: that is where bombs are.
std::string text_of(const xmlNode* top) {
  std::string text;
  for (const xmlNode* node = next_below(top, top); node != nullptr; node = next_below(top, node)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text += view(node->content);
  }
  return text;
}

std::string attribute(const xmlNode& node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(xmlChar*)> value(xmlGetProp(&node, reinterpret_cast<const xmlChar*>(name)),
                                                           [](xmlChar* text) { xmlFree(text); });
  return std::string(view(value.get()));
}

bool told_by_stamp(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"title", "summary", "description", "updated", "published", "modified", "pubDate", "date"});
  return std::ranges::find(names, name) != names.end();
}

bool tells_publication(std::string_view name, std::string_view prefix) {
  return name == "pubDate" || name == "published" || (name == "date" && (prefix.empty() || prefix == "dc"));
}

std::optional<FeedItem> item_of(const xmlNode* entry) {
  std::string link, guid;
  std::string told;
  std::optional<Date> published, updated;
  for (const xmlNode* node = entry->children; node != nullptr; node = node->next) {
    if (!is_element(node)) continue;
    const std::string_view name = local_name(*node);
    const std::string prefix = node->ns == nullptr ? "" : std::string(view(node->ns->prefix));
    if (name == "link" && link.empty()) {
      const std::string rel = attribute(*node, "rel");
      const std::string href = attribute(*node, "href");
      if (href.empty()) {
        link = trimmed(text_of(node));
      } else if (rel.empty() || rel == "alternate") {
        link = trimmed(href);
      }
    } else if ((name == "guid" || name == "id") && guid.empty()) {
      if (attribute(*node, "isPermaLink") != "false") guid = trimmed(text_of(node));
    } else if (told_by_stamp(name) && prefix != "media") {
      const std::string value = one_line(text_of(node));
      told += fmt::format("{}={}\n", name, value);
      if (tells_publication(name, prefix) && !published) published = find_day(value);
      if (name == "updated" && !updated) updated = find_day(value);
    }
  }
  if (link.empty() && (guid.starts_with("http://") || guid.starts_with("https://"))) link = guid;
  if (link.empty() || link.size() > longest_link) return std::nullopt;
  return FeedItem{std::move(link), fmt::format("{:016x}", XXH3_64bits(told.data(), told.size())),
                  published ? published : updated};
}

// True where the ampersand that `rest` begins with begins a reference: "&amp;", "&#38;".
bool begins_reference(std::string_view rest) {
  std::size_t end = 1;
  while (end < rest.size() && end < 32 &&
         (rest[end] == '#' || is_ascii_upper(rest[end]) || is_ascii_lower(rest[end]) || is_ascii_digit(rest[end])))
    ++end;
  return end > 1 && end < rest.size() && rest[end] == ';';
}

// The feed with its bare ampersands written out, as addresses in careless feeds hold them ("?id=1&page=2"): the parser
// drops what follows one. In CDATA and comments they stand for themselves.
std::string with_whole_ampersands(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::string_view behind = rest.starts_with("<![CDATA[") ? "]]>" : rest.starts_with("<!--") ? "-->" : "";
    if (!behind.empty()) {
      const std::size_t end = std::min(rest.find(behind), rest.size());
      out.append(rest.substr(0, end));
      at += end;
      continue;
    }
    out.push_back(rest.front());
    if (rest.front() == '&' && !begins_reference(rest)) out.append("amp;");
    ++at;
  }
  return out;
}

}  // namespace

Feed read_feed(std::string_view bytes) {
  static std::once_flag parser_made;
  std::call_once(parser_made, [] { xmlInitParser(); });
  Feed feed;
  const std::string text = with_whole_ampersands(decode_page(bytes.substr(0, most_bytes)).text);
  const std::size_t begin = std::min(text.find('<'), text.size());
  const int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> parser(xmlNewParserCtxt(), xmlFreeParserCtxt);
  if (!parser) return feed;
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlCtxtReadMemory(parser.get(), text.data() + begin, static_cast<int>(text.size() - begin), nullptr, "UTF-8",
                        options),
      xmlFreeDoc);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return feed;
  const std::string_view kind = local_name(*root);
  feed.is_feed = kind == "rss" || kind == "feed" || kind == "RDF";
  if (!feed.is_feed) return feed;
  feed.damaged = parser->wellFormed == 0 || bytes.size() > most_bytes;
  feed.base = attribute(*root, "base");
  for (const xmlNode* node = next_below(root, root); node != nullptr; node = next_below(root, node)) {
    if (!is_element(node) || (local_name(*node) != "item" && local_name(*node) != "entry")) continue;
    if (auto item = item_of(node)) feed.items.push_back(std::move(*item));
    if (feed.items.size() >= most_feed_items) break;
  }
  return feed;
}

}  // namespace onrecord
