#include "tag/model_header.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>

namespace onrecord::model {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, tag_count> tags{"O",     "B-source",  "I-source", "B-cue",
                                                       "I-cue", "B-content", "I-content"};
constexpr std::array<std::string_view, name_count> names{
    "O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place", "B-misc", "I-misc"};

constexpr std::array<std::string_view, judged_pair_count> judgements{"relation", "day", "audience", "speaker"};
constexpr std::size_t most_judges = 16;

// Reads a JSON value piece by piece and remembers the first thing that was wrong; reading on after that is harmless.
class Reader {
 public:
  const std::string& wrong() const { return wrong_; }
  void refuse(std::string_view what) {
    if (wrong_.empty()) wrong_ = what;
  }

  const json::value& field(const json::value& in, std::string_view key) {
    const json::object* object = in.if_object();
    const json::value* found = object == nullptr ? nullptr : object->if_contains(key);
    if (found == nullptr) refuse("the header lacks '" + std::string(key) + "'");
    return found == nullptr ? nothing_ : *found;
  }

  const json::array& list(const json::value& value, std::string_view what) {
    const json::array* found = value.if_array();
    if (found == nullptr) refuse("'" + std::string(what) + "' is no list");
    return found == nullptr ? no_list_ : *found;
  }

  std::string_view text(const json::value& value, std::string_view what) {
    const json::string* found = value.if_string();
    if (found == nullptr) refuse("'" + std::string(what) + "' is no text");
    return found == nullptr ? std::string_view{} : std::string_view(*found);
  }

  std::uint64_t whole(const json::value& value, std::uint64_t least, std::uint64_t most, std::string_view what) {
    json::error_code failed;
    const auto number = value.to_number<std::uint64_t>(failed);
    if (!value.is_number() || failed || number < least || number > most) {
      refuse("'" + std::string(what) + "' is not a whole number from " + std::to_string(least) + " to " +
             std::to_string(most));
      return least;
    }
    return number;
  }

  std::uint32_t small(const json::value& value, std::uint32_t least, std::uint32_t most, std::string_view what) {
    return static_cast<std::uint32_t>(whole(value, least, most, what));
  }

  float real(const json::value& value, std::string_view what) {
    json::error_code failed;
    const auto number = value.is_number() ? value.to_number<double>(failed) : std::nan("");
    if (failed || !std::isfinite(number)) refuse("'" + std::string(what) + "' is no number");
    return static_cast<float>(number);
  }

 private:
  std::string wrong_;
  json::value nothing_;
  json::array no_list_;
};

JudgedPair read_judgement(Reader& reader, const json::value& in) {
  const auto found = std::find(judgements.begin(), judgements.end(), reader.text(in, "of"));
  if (found == judgements.end()) {
    reader.refuse("a judge's 'of' is none that this program knows");
    return JudgedPair::relation;
  }
  return static_cast<JudgedPair>(found - judgements.begin());
}

JudgeShape read_judge(Reader& reader, const json::value& in, const std::vector<JudgeShape>& before) {
  const auto number = [&](std::string_view key, std::uint32_t least, std::uint32_t most) {
    return reader.small(reader.field(in, key), least, most, key);
  };
  JudgeShape made;
  made.of = read_judgement(reader, reader.field(in, "of"));
  made.kinds = number("kinds", 1, most_kinds);
  made.width = number("width", 4 * lane_count, 1024);
  made.features = number("features", 1, 4096);
  if (made.width % (4 * lane_count) != 0) reader.refuse("a judge's 'width' is no multiple of 64");
  if (made.of == JudgedPair::relation && made.kinds != most_kinds) reader.refuse("relations are not of seven kinds");
  for (const JudgeShape& other : before) {
    if (other.of == made.of && (other.kinds != made.kinds || other.features != made.features))
      reader.refuse("two judges of one thing are not asked alike");
  }
  return made;
}

// `model` is read but for its second reading.
SecondShape read_second(Reader& reader, const json::value& in, const Blueprint& model) {
  const auto number = [&](std::string_view key, std::uint32_t least, std::uint32_t most) {
    return reader.small(reader.field(in, key), least, most, key);
  };
  SecondShape made;
  made.layers = number("layers", 1, std::max(model.layers, 2u) - 1);
  made.judge.of = JudgedPair::relation;
  made.judge.kinds = most_kinds;
  made.judge.width = number("width", 4 * lane_count, 1024);
  made.judge.features = number("features", 1, 4096);
  if (model.layers < 2) reader.refuse("a second reading needs layers below it");
  if (made.judge.width % (4 * lane_count) != 0) reader.refuse("the second judge's 'width' is no multiple of 64");
  if (model.window <= most_read_again) reader.refuse("'window' leaves no room for a second reading");
  const bool first = std::any_of(model.judges.begin(), model.judges.end(), [&](const JudgeShape& judge) {
    return judge.of == made.judge.of && judge.features == made.judge.features;
  });
  if (!first) reader.refuse("a second judge is not asked as the first");
  return made;
}

Blueprint read_blueprint(Reader& reader, const json::value& in) {
  constexpr std::uint32_t widest = 8192;
  const auto number = [&](std::string_view key, std::uint32_t least, std::uint32_t most) {
    return reader.small(reader.field(in, key), least, most, key);
  };
  Blueprint b;
  b.vocabulary = number("vocabulary", 1, 1u << 20);
  b.embedding = number("embedding", lane_count, widest);
  b.width = number("width", lane_count, widest);
  b.layers = number("layers", 1, 64);
  b.heads = number("heads", 1, 256);
  const json::object* fields = in.if_object();
  if (fields != nullptr && fields->contains("head_width")) {
    b.head_width = number("head_width", 1, 256);
  } else {
    if (b.width % b.heads != 0) reader.refuse("'heads' does not divide 'width'");
    b.head_width = b.width / b.heads;
  }
  b.inner = number("inner", lane_count, widest);
  b.positions = number("positions", 1, 4096);
  b.link = number("link", 1, 1024);
  b.window = number("window", 104, 1024);
  b.context = number("context", 0, 1024);
  const bool limited = fields != nullptr && fields->contains("context_limit");
  b.context_limit = limited ? number("context_limit", b.context, b.window) : b.window;
  if (fields != nullptr && fields->contains("judges")) {
    for (const json::value& row : reader.list(reader.field(in, "judges"), "judges")) {
      if (b.judges.size() == most_judges) reader.refuse("'judges' are too many");
      if (!reader.wrong().empty()) return b;
      b.judges.push_back(read_judge(reader, row, b.judges));
    }
  }
  if (fields != nullptr && fields->contains("second")) b.second = read_second(reader, reader.field(in, "second"), b);
  for (const std::uint32_t width : {b.embedding, b.width, b.inner}) {
    if (width % lane_count != 0) reader.refuse("a width of the blueprint is no multiple of 16");
  }
  if (b.head_width < 1 || b.head_width > 256) reader.refuse("an attention head is wider than 256");
  if (b.attention() > widest) reader.refuse("the attention heads together are wider than 8192");
  if (b.positions < b.window) reader.refuse("'positions' is less than 'window'");
  // The longest word has 100 pieces and must fit beside the context.
  if (b.window < b.context + 102) reader.refuse("'window' leaves no room beside 'context'");
  return b;
}

template <std::size_t size>
void expect_words(Reader& reader, const json::value& in, const std::array<std::string_view, size>& words,
                  std::string_view what) {
  const json::array& found = reader.list(in, what);
  bool same = found.size() == size;
  for (std::size_t i = 0; same && i < size; ++i) same = reader.text(found[i], what) == words[i];
  if (!same) reader.refuse("'" + std::string(what) + "' are not those that this program knows");
}

TensorEntry read_tensor(Reader& reader, const json::value& in) {
  TensorEntry out;
  out.name = reader.text(reader.field(in, "name"), "name");
  const std::string_view type = reader.text(reader.field(in, "dtype"), "dtype");
  if (type != "f32" && type != "s8") reader.refuse("tensor '" + out.name + "' has an unknown dtype");
  out.type = type == "s8" ? TensorType::s8 : TensorType::f32;
  for (const json::value& size : reader.list(reader.field(in, "shape"), "shape")) {
    out.shape.push_back(reader.whole(size, 1, 1u << 24, "shape"));
  }
  out.offset = reader.whole(reader.field(in, "offset"), 0, 1ull << 40, "offset");
  out.bytes = reader.whole(reader.field(in, "bytes"), 0, 1ull << 40, "bytes");
  return out;
}

Span read_span(Reader& reader, const json::array& in, std::size_t at, std::size_t text_size) {
  if (in.size() < at + 2) {
    reader.refuse("a sample's span is not complete");
    return {};
  }
  const auto most = static_cast<std::uint32_t>(text_size);
  const std::uint32_t begin = reader.small(in[at], 0, most, "begin");
  return {begin, reader.small(in[at + 1], begin, most, "end")};
}

Word read_word(Reader& reader, const json::value& in, std::size_t text_size) {
  const json::array& row = reader.list(in, "words");
  Word word;
  word.span = read_span(reader, row, 0, text_size);
  if (row.size() != 5) {
    reader.refuse("a sample's word has not five numbers");
    return word;
  }
  word.letters = static_cast<Letters>(reader.small(row[2], 0, 4, "case"));
  word.quotation = static_cast<Quotation>(reader.small(row[3], 0, 2, "quote"));
  word.starts_paragraph = reader.small(row[4], 0, 1, "paragraph") == 1;
  return word;
}

std::vector<float> read_scores(Reader& reader, const json::value& in, std::size_t rows, std::size_t columns,
                               std::string_view what) {
  std::vector<float> out;
  const json::array& found = reader.list(in, what);
  if (found.size() != rows) reader.refuse("a sample's scores do not fit its words");
  for (const json::value& row : found) {
    const json::array& scores = reader.list(row, what);
    if (scores.size() != columns) reader.refuse("a sample's scores do not fit the labels");
    for (const json::value& score : scores) out.push_back(reader.real(score, what));
  }
  return out;
}

PairLikelihoods read_likelihoods(Reader& reader, const json::value& in, std::size_t count, std::size_t kinds,
                                 std::string_view what) {
  const std::vector<float> likely = read_scores(reader, reader.field(in, what), count, kinds, what);
  PairLikelihoods out(likely.size() / kinds);
  for (std::size_t i = 0; i < out.size() * kinds; ++i) out[i / kinds][i % kinds] = likely[i];
  return out;
}

// `text_size` is that of the sample's text, `shape` of any judge of this judgement.
Sample::Judged read_judged(Reader& reader, const Blueprint& blueprint, const JudgeShape& shape, const json::value& in,
                           std::size_t text_size) {
  Sample::Judged out;
  out.of = shape.of;
  const auto spans = [&](const json::value& list, std::string_view what) {
    std::vector<Span> found;
    for (const json::value& span : reader.list(list, what)) {
      found.push_back(read_span(reader, reader.list(span, what), 0, text_size));
    }
    return found;
  };
  for (const json::value& row : reader.list(reader.field(in, "statements"), "statements")) {
    out.question.statements.push_back({spans(reader.field(row, "source"), "source"),
                                       spans(reader.field(row, "cue"), "cue"),
                                       spans(reader.field(row, "content"), "content")});
  }
  for (const json::value& row : reader.list(reader.field(in, "mentions"), "mentions")) {
    const Span words = read_span(reader, reader.list(reader.field(row, "words"), "words"), 0, text_size);
    out.question.mentions.push_back({words, spans(reader.field(row, "elsewhere"), "elsewhere")});
  }
  const std::size_t statements = out.question.statements.size();
  const std::size_t all = statements + out.question.mentions.size();
  for (const json::value& row : reader.list(reader.field(in, "asked"), "asked")) {
    const json::array& pair = reader.list(row, "asked");
    if (pair.size() != 2 || statements == 0) {
      reader.refuse("a sample's pair has not two members");
      return out;
    }
    const std::uint32_t from = reader.small(pair[0], 0, static_cast<std::uint32_t>(statements - 1), "asked");
    out.question.pairs.push_back({from, reader.small(pair[1], 0, static_cast<std::uint32_t>(all - 1), "asked")});
  }
  const std::size_t count = out.question.pairs.size();
  out.question.features = read_scores(reader, reader.field(in, "features"), count, shape.features, "features");
  out.likely = read_likelihoods(reader, in, count, shape.kinds, "likely");
  const bool twice = blueprint.second.layers > 0 && shape.of == blueprint.second.judge.of;
  if (twice) out.again = read_likelihoods(reader, in, count, shape.kinds, "again");
  return out;
}

Sample read_sample(Reader& reader, const Blueprint& blueprint, const json::value& in) {
  Sample out;
  out.text = reader.text(reader.field(in, "text"), "text");
  for (const json::value& word : reader.list(reader.field(in, "words"), "words")) {
    out.words.push_back(read_word(reader, word, out.text.size()));
  }
  for (const json::value& piece : reader.list(reader.field(in, "ids"), "ids")) {
    out.pieces.push_back(reader.small(piece, 0, 1u << 20, "ids"));
  }
  out.tag = read_scores(reader, reader.field(in, "tag"), out.words.size(), tag_count, "tag");
  out.name = read_scores(reader, reader.field(in, "name"), out.words.size(), name_count, "name");
  for (const json::value& row : reader.list(reader.field(in, "statements"), "statements")) {
    const auto spans = [&](std::string_view role) {
      std::vector<Span> found;
      for (const json::value& span : reader.list(reader.field(row, role), role)) {
        found.push_back(read_span(reader, reader.list(span, role), 0, out.text.size()));
      }
      return found;
    };
    out.statements.push_back(
        {spans("source"), spans("cue"), spans("content"), reader.real(reader.field(row, "said"), "said")});
  }
  for (std::size_t of = 0; of < judged_pair_count; ++of) {
    const auto shape = std::find_if(blueprint.judges.begin(), blueprint.judges.end(),
                                    [&](const JudgeShape& judge) { return judge.of == static_cast<JudgedPair>(of); });
    if (shape == blueprint.judges.end()) continue;
    const json::value& judged = reader.field(reader.field(in, "judged"), judgements[of]);
    out.judged.push_back(read_judged(reader, blueprint, *shape, judged, out.text.size()));
  }
  out.tolerance = reader.real(reader.field(in, "tolerance"), "tolerance");
  return out;
}

}  // namespace

tl::expected<ModelHeader, std::string> parse_header(std::string_view text) {
  json::monotonic_resource memory;
  json::error_code failed;
  const json::value root = json::parse(json::string_view(text.data(), text.size()), failed, &memory);
  if (failed) return tl::unexpected("the header is no JSON: " + failed.message());
  Reader reader;
  ModelHeader out;
  out.blueprint = read_blueprint(reader, reader.field(root, "blueprint"));
  expect_words(reader, reader.field(root, "tags"), tags, "tags");
  expect_words(reader, reader.field(root, "names"), names, "names");
  for (const json::value& edge : reader.list(reader.field(root, "distances"), "distances")) {
    out.edges.push_back(reader.small(edge, out.edges.empty() ? 1 : out.edges.back() + 1, 1u << 30, "distances"));
  }
  if (out.edges.size() != edge_count) reader.refuse("'distances' are not eight");
  const std::uint32_t last = out.blueprint.vocabulary - 1;
  const json::value& special = reader.field(root, "special");
  out.cls = reader.small(reader.field(special, "cls"), 0, last, "cls");
  out.sep = reader.small(reader.field(special, "sep"), 0, last, "sep");
  out.unknown = reader.small(reader.field(special, "unk"), 0, last, "unk");
  const json::array& pieces = reader.list(reader.field(root, "pieces"), "pieces");
  if (pieces.size() != out.blueprint.vocabulary) reader.refuse("'pieces' are not as many as 'vocabulary' says");
  out.pieces.reserve(pieces.size());
  for (const json::value& piece : pieces) out.pieces.emplace_back(reader.text(piece, "pieces"));
  for (const json::value& tensor : reader.list(reader.field(root, "tensors"), "tensors")) {
    out.tensors.push_back(read_tensor(reader, tensor));
  }
  for (const json::value& sample : reader.list(reader.field(root, "samples"), "samples")) {
    out.samples.push_back(read_sample(reader, out.blueprint, sample));
  }
  const json::value& card = reader.field(root, "card");
  out.name = reader.text(reader.field(card, "name"), "name");
  if (!reader.wrong().empty()) return tl::unexpected(reader.wrong());
  return out;
}

}  // namespace onrecord::model
