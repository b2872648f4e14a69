#include "ledger/columns.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>

namespace onrecord::ledger {

namespace {

namespace json = boost::json;

void append(std::string& out, Span span) { fmt::format_to(std::back_inserter(out), "[{},{}]", span.begin, span.end); }
void append(std::string& out, std::string_view text) {
  out.append(json::serialize(json::string_view(text.data(), text.size())));
}

void append(std::string& out, const Role& role) {
  out.push_back('[');
  append(out, role.text);
  out.push_back(',');
  append(out, role.span);
  out.push_back(']');
}

void append(std::string& out, const Mention& mention) {
  out.push_back('[');
  append(out, mention.span);
  out.push_back(',');
  append(out, mention.decision.by);
  fmt::format_to(std::back_inserter(out), ",{}]", mention.decision.confidence);
}

template <class Item>
std::string list(const std::vector<Item>& items) {
  std::string out = "[";
  for (const Item& item : items) {
    if (out.size() > 1) out.push_back(',');
    append(out, item);
  }
  out.push_back(']');
  return out;
}

// Spans are most of what is read, so they have a reader of their own: digits, commas and brackets.
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : text_(text) {}
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take(std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error != std::errc()) return false;
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    return true;
  }
  bool take(Span& span) { return take('[') && take(span.begin) && take(',') && take(span.end) && take(']'); }
  bool done() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<json::value> parsed_list(std::string_view column) {
  json::error_code error;
  json::value value = json::parse(json::string_view(column.data(), column.size()), error);
  if (error || !value.is_array()) return std::nullopt;
  return value;
}

std::optional<std::string> text_of(const json::value& value) {
  if (!value.is_string()) return std::nullopt;
  return std::string(value.get_string().data(), value.get_string().size());
}

std::optional<Span> span_of(const json::value& value) {
  if (!value.is_array() || value.get_array().size() != 2) return std::nullopt;
  json::error_code error;
  Span span;
  span.begin = value.get_array()[0].to_number<std::uint32_t>(error);
  if (error) return std::nullopt;
  span.end = value.get_array()[1].to_number<std::uint32_t>(error);
  if (error) return std::nullopt;
  return span;
}

std::optional<Role> role_of(const json::value& value) {
  if (!value.is_array() || value.get_array().size() != 2) return std::nullopt;
  auto text = text_of(value.get_array()[0]);
  const auto span = span_of(value.get_array()[1]);
  if (!text || !span) return std::nullopt;
  return Role{std::move(*text), *span};
}

std::optional<Mention> mention_of(const json::value& value) {
  if (!value.is_array() || value.get_array().size() != 3) return std::nullopt;
  const auto span = span_of(value.get_array()[0]);
  auto by = text_of(value.get_array()[1]);
  json::error_code error;
  const double confidence = value.get_array()[2].to_number<double>(error);
  if (!span || !by || error) return std::nullopt;
  return Mention{*span, {std::move(*by), static_cast<float>(confidence)}};
}

template <class Item, class Read>
std::optional<std::vector<Item>> list_of(std::string_view column, const Read& read) {
  const auto value = parsed_list(column);
  if (!value) return std::nullopt;
  std::vector<Item> items;
  for (const json::value& element : value->get_array()) {
    auto item = read(element);
    if (!item) return std::nullopt;
    items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace

std::string to_column(Span span) {
  std::string out;
  append(out, span);
  return out;
}
std::string to_column(const std::vector<Span>& spans) { return list(spans); }
std::string to_column(const std::vector<std::string>& texts) { return list(texts); }
std::string to_column(const std::vector<Role>& roles) { return list(roles); }
std::string to_column(const std::vector<Mention>& mentions) { return list(mentions); }

double to_column(float confidence) {
  const std::string shortest = fmt::format("{}", confidence);
  double value = 0.0;
  std::from_chars(shortest.data(), shortest.data() + shortest.size(), value);
  return static_cast<float>(value) == confidence ? value : static_cast<double>(confidence);
}

std::optional<Span> span_of(std::string_view column) {
  SpanReader reader(column);
  Span span;
  if (!reader.take(span) || !reader.done()) return std::nullopt;
  return span;
}

std::optional<std::vector<Span>> spans_of(std::string_view column) {
  SpanReader reader(column);
  std::vector<Span> spans;
  if (!reader.take('[')) return std::nullopt;
  if (!reader.take(']')) {
    do {
      if (!reader.take(spans.emplace_back())) return std::nullopt;
    } while (reader.take(','));
    if (!reader.take(']')) return std::nullopt;
  }
  if (!reader.done()) return std::nullopt;
  return spans;
}

std::optional<std::vector<std::string>> texts_of(std::string_view column) {
  return list_of<std::string>(column, text_of);
}
std::optional<std::vector<Role>> roles_of(std::string_view column) { return list_of<Role>(column, role_of); }
std::optional<std::vector<Mention>> mentions_of(std::string_view column) {
  return list_of<Mention>(column, mention_of);
}

}  // namespace onrecord::ledger
