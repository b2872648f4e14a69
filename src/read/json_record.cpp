#include "read/json_record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <utility>

#include "read/byline.h"
#include "read/limits.h"
#include "read/lines.h"
#include "read/plain_text.h"
#include "read/structure.h"
#include "read/written_date.h"
#include "text/text.h"

namespace onrecord {

struct RecordReader::Parser {
  simdjson::dom::parser json{limits::record_bytes + 64};
};

RecordReader::RecordReader() : parser_(std::make_unique<Parser>()) {}
RecordReader::~RecordReader() = default;

namespace {

using simdjson::dom::element;

constexpr std::size_t longest_shown = 40;  // bytes of a value that a complaint repeats

// `value` as JSON, cut where it is long.
std::string shown(element value) {
  std::string json = simdjson::minify(value);
  if (json.size() <= longest_shown) return json;
  std::size_t end = longest_shown;
  while ((static_cast<unsigned char>(json[end]) & 0xc0) == 0x80) --end;
  return json.substr(0, end) + "…";
}

// Which of a record's fields were not what they should be, and what they should be.
struct Complaints {
  std::string fields, remedies;
  void add(std::string_view field, std::string_view accepted, element given) {
    fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field);
    remedies += fmt::format("{}as {} give {}, not {}", remedies.empty() ? "" : "; ", field, accepted, shown(given));
  }
};

// A string field; null and "" are absent, anything else is complained of.
std::optional<std::string_view> text_field(const simdjson::dom::object& record, std::string_view key,
                                           Complaints& complaints, std::string_view accepted = "a string") {
  element value;
  if (record.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS || text.find('\0') != std::string_view::npos) {
    complaints.add(key, accepted, value);
    return std::nullopt;
  }
  text = trimmed(text);
  return text.empty() ? std::nullopt : std::optional(text);
}

constexpr std::string_view day_accepted = "a day like 2031-05-16";
constexpr std::string_view byline_accepted = "a string or a list of strings";
constexpr std::string_view id_accepted = "a string or a whole number";

void read_byline(const simdjson::dom::object& record, Article& article, Complaints& complaints) {
  element value;
  if (record.at_key("byline").get(value) != simdjson::SUCCESS) return;
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    if (const auto field = text_field(record, "byline", complaints, byline_accepted))
      article.byline = parse_byline(*field);
    return;
  }
  for (const element entry : list) {
    std::string_view name;
    if (entry.get(name) != simdjson::SUCCESS || name.find('\0') != std::string_view::npos) {
      complaints.add("byline", byline_accepted, value);
      return;
    }
    for (const std::string& one : parse_byline(name)) add_name(article.byline, one);
  }
}

std::string record_id(const simdjson::dom::object& record, Complaints& complaints) {
  element value;
  if (record.at_key("id").get(value) != simdjson::SUCCESS) return {};
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
  return std::string(text_field(record, "id", complaints, id_accepted).value_or(""));
}

}  // namespace

Result<Article> RecordReader::read(std::string_view line, const std::string& name, std::size_t number,
                                   const ReadOptions& options, std::optional<Error>& note) {
  const auto refuse = [&](std::string what, std::string remedy) {
    return tl::unexpected(Error{name, number, std::move(what), std::move(remedy)});
  };
  element root;
  if (const auto error = parser_->json.parse(line.data(), line.size(), true).get(root)) {
    return refuse(fmt::format("is no JSON record ({})", simdjson::error_message(error)),
                  "write one JSON object a line");
  }
  simdjson::dom::object record;
  if (root.get(record) != simdjson::SUCCESS) return refuse("is no JSON object", "write one JSON object a line");
  element text_value;
  std::string_view text;
  if (record.at_key("text").get(text_value) != simdjson::SUCCESS) {
    return refuse("has no \"text\"", "give each record its text");
  }
  if (text_value.get(text) != simdjson::SUCCESS)
    return refuse("has a \"text\" that is no string", "give the text as a string");
  if (text.size() > limits::article_bytes) {
    return refuse(fmt::format("has a text of {} bytes", text.size()),
                  fmt::format("split it below {} bytes", limits::article_bytes));
  }
  if (auto error = refuse_text(text, name, number)) return tl::unexpected(std::move(*error));

  Complaints complaints;
  Article article;
  article.path = name;
  article.text = text;
  article.id = record_id(record, complaints);
  if (const auto url = text_field(record, "url", complaints)) article.url = std::string(*url);
  if (const auto outlet = text_field(record, "outlet", complaints)) article.outlet = std::string(*outlet);
  if (const auto title = text_field(record, "title", complaints)) article.title = one_line(*title);
  if (const auto published = text_field(record, "published", complaints, day_accepted)) {
    article.published = parse_iso(*published);
    if (!article.published) article.published = find_day(*published);
    if (article.published && article.published->year < earliest_year) article.published.reset();
    if (!article.published) complaints.add("published", day_accepted, record.at_key("published").value());
  }
  read_byline(record, article, complaints);
  find_structure(article, TextKind::body);
  if (!article.published) article.published = options.published;
  if (article.id.empty()) article.id = identity(article);
  if (!complaints.fields.empty()) {
    note =
        Error{name, number, fmt::format("was read without its {}", complaints.fields), complaints.remedies, Lost::part};
  }
  return article;
}

}  // namespace onrecord
