#include "tag/model_file.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unordered_map>

#include "tag/model_header.h"

namespace onrecord::model {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are little endian and read as they stand");

constexpr std::string_view magic = "ONRECMDL";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_at = 20;
constexpr std::size_t checksum_size = 8;
constexpr std::uintmax_t largest_file = 512u << 20;
constexpr float never = 2.0f;  // no likelihood is as high

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// Hands out the tensors of a file by name, each checked against the shape that the blueprint asks for, and remembers
// the first that does not fit. What it then gives is zeros of the right size.
class Tensors {
 public:
  Tensors(std::string_view bytes, const std::vector<TensorEntry>& entries) : bytes_(bytes) {
    for (const TensorEntry& entry : entries) entries_.emplace(entry.name, &entry);
  }
  const std::string& wrong() const { return wrong_; }

  Buffer<float> floats(const std::string& name, std::initializer_list<std::uint64_t> shape) {
    Buffer<float> out = take<float>(name, shape, TensorType::f32);
    if (!std::all_of(out.begin(), out.end(), [](float x) { return std::isfinite(x) && std::fabs(x) < 1e9f; })) {
      refuse("tensor '" + name + "' holds what is no number");
    }
    return out;
  }
  Buffer<std::int8_t> bytes(const std::string& name, std::initializer_list<std::uint64_t> shape) {
    return take<std::int8_t>(name, shape, TensorType::s8);
  }

 private:
  void refuse(const std::string& what) {
    if (wrong_.empty()) wrong_ = what;
  }

  template <class Value>
  Buffer<Value> take(const std::string& name, std::initializer_list<std::uint64_t> shape, TensorType type) {
    std::uint64_t count = 1;
    for (const std::uint64_t size : shape) count *= size;
    const auto found = entries_.find(name);
    if (found == entries_.end()) {
      refuse("it lacks the tensor '" + name + "'");
      return {};
    }
    const TensorEntry& entry = *found->second;
    const std::uint64_t end = bytes_.size() - checksum_size;
    if (entry.type != type || !std::equal(shape.begin(), shape.end(), entry.shape.begin(), entry.shape.end()) ||
        entry.bytes != count * sizeof(Value) || entry.offset % 64 != 0 || entry.offset < header_at ||
        entry.offset > end || entry.bytes > end - entry.offset) {
      refuse("the tensor '" + name + "' does not fit the blueprint or the file");
      return {};
    }
    const char* const from = bytes_.data() + entry.offset;
    if constexpr (sizeof(Value) == 1) {
      return Buffer<Value>(from, from + count);
    } else {
      Buffer<Value> out(count);
      std::memcpy(out.data(), from, entry.bytes);
      return out;
    }
  }

  std::string_view bytes_;
  std::unordered_map<std::string_view, const TensorEntry*> entries_;
  std::string wrong_;
};

Norm read_norm(Tensors& tensors, const std::string& name, std::uint32_t width) {
  return {tensors.floats(name + ".gain", {width}), tensors.floats(name + ".bias", {width})};
}

enum class Bias : std::uint8_t { none, one_an_output };

PackedMatrix read_matrix(Tensors& tensors, const std::string& name, std::uint32_t outputs, std::uint32_t inputs,
                         Bias kind) {
  const auto weights = tensors.bytes(name, {outputs, inputs});
  const auto scale = tensors.floats(name + ".scale", {outputs});
  const auto bias = kind == Bias::none ? Buffer<float>{} : tensors.floats(name + ".bias", {outputs});
  if (!tensors.wrong().empty()) return {};
  return pack(weights, scale, bias, inputs);
}

// Widens each head of Q, K and V to its slot: rows of zeros between.
PackedMatrix read_qkv(Tensors& tensors, const std::string& name, const Blueprint& b) {
  const auto weights = tensors.bytes(name, {3 * b.attention(), b.width});
  const auto scale = tensors.floats(name + ".scale", {3 * b.attention()});
  const auto bias = tensors.floats(name + ".bias", {3 * b.attention()});
  if (!tensors.wrong().empty()) return {};
  const std::size_t slot = slot_of(b);
  if (slot == b.head_width) return pack(weights, scale, bias, b.width);
  const std::size_t outputs = 3 * b.heads * slot;
  std::vector<std::int8_t> wide(outputs * b.width);
  std::vector<float> wide_scale(outputs), wide_bias(outputs);
  for (std::size_t row = 0; row < 3 * std::size_t{b.attention()}; ++row) {
    const std::size_t to = row / b.head_width * slot + row % b.head_width;
    std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(row * b.width), b.width,
                wide.begin() + static_cast<std::ptrdiff_t>(to * b.width));
    wide_scale[to] = scale[row];
    wide_bias[to] = bias[row];
  }
  return pack(wide, wide_scale, wide_bias, b.width);
}

// The same for the columns of the product that reads what the heads gave.
PackedMatrix read_attention_out(Tensors& tensors, const std::string& name, const Blueprint& b) {
  const auto weights = tensors.bytes(name, {b.width, b.attention()});
  const auto scale = tensors.floats(name + ".scale", {b.width});
  const auto bias = tensors.floats(name + ".bias", {b.width});
  if (!tensors.wrong().empty()) return {};
  const std::size_t slot = slot_of(b);
  if (slot == b.head_width) return pack(weights, scale, bias, b.attention());
  const std::size_t inputs = b.heads * slot;
  std::vector<std::int8_t> wide(b.width * inputs);
  for (std::size_t row = 0; row < b.width; ++row) {
    for (std::size_t column = 0; column < b.attention(); ++column) {
      wide[row * inputs + column / b.head_width * slot + column % b.head_width] = weights[row * b.attention() + column];
    }
  }
  return pack(wide, scale, bias, inputs);
}

FloatMatrix read_head(Tensors& tensors, const std::string& name, std::uint32_t outputs, std::uint32_t inputs) {
  const auto weights = tensors.floats(name, {outputs, inputs});
  const auto bias = tensors.floats(name + ".bias", {outputs});
  if (!tensors.wrong().empty()) return {};
  return transpose(weights, bias, inputs);
}

// The matrix that takes what read_head would give back to inputs: as the file has it, without a bias.
FloatMatrix read_head_back(Tensors& tensors, const std::string& name, std::uint32_t outputs, std::uint32_t inputs) {
  auto weights = tensors.floats(name, {outputs, inputs});
  if (!tensors.wrong().empty()) return {};
  FloatMatrix out;
  out.inputs = round_up(outputs, lane_count);
  out.outputs = inputs;
  weights.resize(out.inputs * inputs);
  out.weight = std::move(weights);
  out.bias.resize(inputs);
  return out;
}

// Tags and names as one matrix: each word wants both.
FloatMatrix read_labels(Tensors& tensors, std::uint32_t width) {
  auto weights = tensors.floats("tag", {tag_count, width});
  auto bias = tensors.floats("tag.bias", {tag_count});
  const auto name = tensors.floats("name", {name_count, width});
  const auto name_bias = tensors.floats("name.bias", {name_count});
  if (!tensors.wrong().empty()) return {};
  weights.insert(weights.end(), name.begin(), name.end());
  bias.insert(bias.end(), name_bias.begin(), name_bias.end());
  return transpose(weights, bias, width);
}

std::array<float, bucket_count> read_distances(Tensors& tensors, const std::string& name) {
  std::array<float, bucket_count> out{};
  const auto found = tensors.floats(name, {bucket_count});
  std::copy(found.begin(), found.end(), out.begin());
  return out;
}

PairWeights read_judge(Tensors& tensors, const JudgeShape& shape, const std::string& name) {
  const std::uint32_t w = shape.width;
  const auto head = [&](const char* what, std::uint32_t outputs, std::uint32_t inputs) {
    return read_head(tensors, name + what, outputs, inputs);
  };
  PairWeights p;
  p.shape = shape;
  p.role = tensors.floats(name + "role", {4, shape.of_word()});
  p.place = tensors.floats(name + "place", {pair_places, shape.of_word()});
  p.zones = head("zones", w, statement_zones * w);
  p.mention = head("mention", w, mention_zones * w);
  p.norm = read_norm(tensors, name + "norm", w);
  p.mention_norm = read_norm(tensors, name + "mention_norm", w);
  p.actor = head("actor", w, w);
  p.target = head("target", w, w);
  p.actor_types = head("actor_types", shape.kinds * pair_rank, w);
  p.target_types = head("target_types", shape.kinds * pair_rank, w);
  p.feature_mean = tensors.floats(name + "feature_mean", {shape.features});
  p.feature_step = tensors.floats(name + "feature_step", {shape.features});
  p.features = head("features", pair_inner, shape.features);
  p.features_out = head("features_out", w, pair_inner);
  p.pair_norm = read_norm(tensors, name + "pair_norm", w);
  p.pair = head("pair", w, w);
  p.types = head("types", shape.kinds, w);
  p.nothing = head("nothing", 1, w);
  const auto thresholds = tensors.floats(name + "thresholds", {shape.kinds});
  p.thresholds.fill(never);
  std::copy(thresholds.begin(), thresholds.end(), p.thresholds.begin());
  const auto calibration = tensors.floats(name + "calibration", {2});
  std::copy(calibration.begin(), calibration.end(), p.calibration.begin());
  return p;
}

// What all judges ask of a word, as one matrix: a word's vector is read once.
void read_judges(Tensors& tensors, const Blueprint& b, Weights& out) {
  Buffer<float> words, bias;
  for (std::size_t n = 0; n < b.judges.size(); ++n) {
    const std::string name = "judge." + std::to_string(n) + ".";
    const std::uint32_t columns = b.judges[n].of_word();
    const auto mine = tensors.floats(name + "words", {columns, b.width});
    const auto mine_bias = tensors.floats(name + "words.bias", {columns});
    out.judges.push_back(read_judge(tensors, b.judges[n], name));
    if (!tensors.wrong().empty()) return;
    out.judges.back().column = bias.size();
    words.insert(words.end(), mine.begin(), mine.end());
    bias.insert(bias.end(), mine_bias.begin(), mine_bias.end());
  }
  out.judge_words = transpose(words, bias, b.width);
}

std::vector<Layer> read_layers(Tensors& tensors, const Blueprint& b, const std::string& before, std::uint32_t count) {
  std::vector<Layer> out;
  for (std::uint32_t n = 0; n < count && tensors.wrong().empty(); ++n) {
    const std::string layer = before + std::to_string(n) + ".";
    out.push_back({read_qkv(tensors, layer + "qkv", b), read_attention_out(tensors, layer + "out", b),
                   read_norm(tensors, layer + "norm1", b.width),
                   read_matrix(tensors, layer + "up", b.inner, b.width, Bias::one_an_output),
                   read_matrix(tensors, layer + "down", b.width, b.inner, Bias::one_an_output),
                   read_norm(tensors, layer + "norm2", b.width)});
  }
  return out;
}

SecondWeights read_second(Tensors& tensors, const Blueprint& b) {
  SecondWeights out;
  out.layers = read_layers(tensors, b, "second.layers.", b.second.layers);
  out.mark = tensors.floats("second.mark", {mark_count, b.width});
  out.far = tensors.floats("second.far", {bucket_count, b.width});
  out.words = read_head(tensors, "second.judge.words", b.second.judge.of_word(), b.width);
  out.judge = read_judge(tensors, b.second.judge, "second.judge.");
  const auto asks = tensors.floats("second.asks", {most_kinds});
  std::copy(asks.begin(), asks.end(), out.asks.begin());
  const auto least = tensors.floats("second.least", {1});
  if (!least.empty()) out.least = least.front();
  return out;
}

Weights read_weights(Tensors& tensors, const ModelHeader& header) {
  const Blueprint& b = header.blueprint;
  Weights w;
  w.word = tensors.bytes("word", {b.vocabulary, b.embedding});
  w.word_scale = tensors.floats("word.scale", {b.vocabulary});
  if (b.embedding != b.width) w.project = read_matrix(tensors, "project", b.width, b.embedding, Bias::none);
  w.position = tensors.floats("position", {b.positions, b.width});
  w.letters = tensors.floats("case", {5, b.width});
  w.quotation = tensors.floats("quote", {3, b.width});
  w.paragraph = tensors.floats("paragraph", {2, b.width});
  w.norm = read_norm(tensors, "norm", b.width);
  w.layers = read_layers(tensors, b, "layers.", b.layers);
  if (!tensors.wrong().empty()) return w;
  w.labels = read_labels(tensors, b.width);
  w.said = read_head(tensors, "said", 1, b.width);
  w.content_q = read_head_back(tensors, "content_q", b.link, b.width);
  w.content_q_bias = tensors.floats("content_q.bias", {b.link});
  w.content_k = read_head(tensors, "content_k", b.link, b.width);
  w.source_q = read_head(tensors, "source_q", b.link, b.width);
  w.source_k = read_head(tensors, "source_k", b.link, b.width);
  w.content_distance = read_distances(tensors, "content_distance");
  w.source_distance = read_distances(tensors, "source_distance");
  std::copy(header.edges.begin(), header.edges.end(), w.edges.begin());
  const auto transition = tensors.floats("transition", {tag_count, tag_count});
  for (std::size_t i = 0; i < transition.size(); ++i) w.transition[i / tag_count][i % tag_count] = transition[i];
  if (!b.judges.empty()) read_judges(tensors, b, w);
  if (b.second.layers > 0) w.second = read_second(tensors, b);
  return w;
}

}  // namespace

Result<Model> parse_model(std::string_view bytes, const std::string& name) {
  const auto refuse = [&](const std::string& what) {
    return tl::unexpected(Error{name, 0, what, "install the model again"});
  };
  if (bytes.size() < header_at + checksum_size || !bytes.starts_with(magic)) return refuse("this is no onrecord model");
  if (number_at<std::uint32_t>(bytes, 8) != version) return refuse("the model is of another version than this program");
  const std::size_t end = bytes.size() - checksum_size;
  if (number_at<std::uint64_t>(bytes, end) != XXH64(bytes.data(), end, 0)) return refuse("the model file is damaged");
  const auto header_size = number_at<std::uint64_t>(bytes, 12);
  if (header_size > end - header_at) return refuse("the header is longer than the file");
  auto header = parse_header(bytes.substr(header_at, header_size));
  if (!header) return refuse(header.error());

  Model model;
  model.blueprint = header->blueprint;
  model.vocabulary.reserve(header->pieces.size());
  for (const std::string& piece : header->pieces) model.vocabulary.add(piece);
  model.vocabulary.cls = header->cls;
  model.vocabulary.sep = header->sep;
  model.vocabulary.unknown = header->unknown;
  Tensors tensors(bytes, header->tensors);
  model.weights = read_weights(tensors, *header);
  if (!tensors.wrong().empty()) return refuse(tensors.wrong());
  model.samples = std::move(header->samples);
  model.name = std::move(header->name);
  return model;
}

Result<Model> read_model(const std::string& path) {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed || size > largest_file) {
    return tl::unexpected(Error{path, 0,
                                failed ? "the model cannot be read: " + failed.message() : "too large for a model",
                                "install the models again"});
  }
  // Left as it comes: to fill many megabytes with zeros first would take as long as to read them.
  const UnsetBytes bytes(static_cast<char*>(take_memory(size)), GiveBack{size});
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.get(), static_cast<std::streamsize>(size))) {
    return tl::unexpected(Error{path, 0, "the model cannot be read", "install the models again"});
  }
  return parse_model({bytes.get(), size}, path);
}

}  // namespace onrecord::model
