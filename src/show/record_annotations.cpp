#include "show/record_annotations.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/json_writer.h"
#include "show/phrases.h"
#include "text/text.h"

namespace onrecord {

namespace {

constexpr std::size_t context_bytes = 32;  // before and after, to tell equal words apart

// `at` moved to the next character's beginning.
std::size_t on_character(std::string_view text, std::size_t at) {
  while (at < text.size() && !on_boundary(text, at)) ++at;
  return std::min(at, text.size());
}

// Text positions of Web Annotations are counted in code points. Asked for in any order, near the last answer cheap.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::uint64_t before(std::size_t offset) {
    if (offset < offset_) offset_ = points_ = 0;
    for (; offset_ < offset; ++offset_) points_ += (static_cast<unsigned char>(text_[offset_]) & 0xc0) != 0x80 ? 1 : 0;
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint64_t points_ = 0;
};

void write_quote_selector(JsonWriter& json, std::string_view text, Span span) {
  const std::size_t from = on_character(text, span.begin > context_bytes ? span.begin - context_bytes : 0);
  const std::size_t to = on_character(text, std::min<std::size_t>(text.size(), span.end + context_bytes));
  json.open_object();
  json.field("type", "TextQuoteSelector");
  json.field("exact", slice(text, span));
  json.field("prefix", text.substr(from, span.begin - from));
  json.field("suffix", text.substr(span.end, to - span.end));
  json.close_object();
}

void write_target(JsonWriter& json, const LedgerRecord& ledger, Span span, CodePoints& points) {
  const Article& article = ledger.record.article;
  json.open_object();
  json.field("type", "SpecificResource");
  json.field("source", article.url ? *article.url : "urn:onrecord:" + ledger.article);
  json.key("selector");
  json.open_array();
  write_quote_selector(json, article.text, span);
  // Positions are those of the text that was read; on the page itself, with its menus, they would point elsewhere.
  if (!article.url) {
    json.open_object();
    json.field("type", "TextPositionSelector");
    json.key("start");
    json.integer(points.before(span.begin));
    json.key("end");
    json.integer(points.before(span.end));
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void write_body(JsonWriter& json, std::string_view value, std::string_view purpose) {
  json.open_object();
  json.field("type", "TextualBody");
  json.field("value", value);
  json.field("format", "text/plain");
  json.field("language", "en");
  json.field("purpose", purpose);
  json.close_object();
}

// "direct; say; said 2031-05-15; told Radio Fjord"
std::string described(const Statement& statement, const Circumstances& circumstances) {
  std::string out = fmt::format("{}; {}", to_text(statement.form), to_text(statement.act));
  if (statement.polarity != Polarity::asserted) out += fmt::format("; {}", to_text(statement.polarity));
  if (!statement.communicated) out += "; not communicated";
  if (circumstances.said && circumstances.said->from) {
    out += "; said " + to_iso(*circumstances.said->from);
    if (circumstances.said->to && circumstances.said->to != circumstances.said->from)
      out += " to " + to_iso(*circumstances.said->to);
  }
  if (circumstances.told) out += "; told " + circumstances.told->name;
  return out;
}

void write_annotation(JsonWriter& json, const LedgerRecord& ledger, std::uint32_t index, CodePoints& points) {
  const Statement& statement = ledger.record.statements[index];
  const Circumstances& circumstances = ledger.record.resolution.statements[index];
  json.open_object();
  json.field("id", "urn:onrecord:" + statement_id(ledger.article, index));
  json.field("type", "Annotation");
  json.field("motivation", "describing");
  json.key("generator");
  json.open_object();
  json.field("id", "urn:onrecord:decided-by:" + statement.decision.by);
  json.field("type", "Software");
  json.field("name", "onrecord, " + statement.decision.by);
  json.close_object();
  json.key("body");
  json.open_array();
  if (circumstances.speaker != none) write_body(json, ledger.speakers[circumstances.speaker].name, "identifying");
  write_body(json, described(statement, circumstances), "describing");
  json.close_array();
  json.key("target");
  json.open_array();
  for (const Span span : statement.content.empty() ? statement.cue : statement.content)
    write_target(json, ledger, span, points);
  json.close_array();
  json.close_object();
}

}  // namespace

std::string annotations_head() {
  return "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:onrecord:annotations\","
         "\"type\":\"AnnotationPage\",\"items\":[\n";
}

void append_annotations(std::string& out, const LedgerRecord& record, bool& first) {
  CodePoints points(record.record.article.text);
  for (std::uint32_t i = 0; i < record.record.statements.size(); ++i) {
    if (!first) out += ",\n";
    first = false;
    JsonWriter json(out);
    write_annotation(json, record, i, points);
  }
}

std::string annotations_tail() { return "\n]}\n"; }

}  // namespace onrecord
