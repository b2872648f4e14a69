#include "tag/reference.h"

#include <algorithm>
#include <cmath>

namespace onrecord::model {

namespace {

using Table = std::vector<std::vector<float>>;  // [rows][width]

std::vector<float> product(const PackedMatrix& matrix, const std::vector<float>& x) {
  std::vector<float> out(matrix.outputs);
  for (std::size_t o = 0; o < matrix.outputs; ++o) {
    double sum = static_cast<double>(matrix.bias[o]);
    for (std::size_t i = 0; i < matrix.inputs; ++i)
      sum += static_cast<double>(matrix.weight(o, i)) * static_cast<double>(x[i]);
    out[o] = static_cast<float>(sum);
  }
  return out;
}

std::vector<float> normalised_sum(const Norm& norm, const std::vector<float>& x, const std::vector<float>& y) {
  const std::size_t width = norm.gain.size();
  std::vector<double> sum(width);
  double mean = 0.0;
  for (std::size_t i = 0; i < width; ++i) {
    sum[i] = static_cast<double>(x[i]) + static_cast<double>(y[i]);
    mean += sum[i] / static_cast<double>(width);
  }
  double variance = 0.0;
  for (const double value : sum) variance += (value - mean) * (value - mean) / static_cast<double>(width);
  std::vector<float> out(width);
  for (std::size_t i = 0; i < width; ++i) {
    out[i] = static_cast<float>((sum[i] - mean) / std::sqrt(variance + 1e-12)) * norm.gain[i] + norm.bias[i];
  }
  return out;
}

double gelu(double x) { return 0.5 * x * (1.0 + std::erf(x / std::sqrt(2.0))); }

std::vector<float> embedding(const Model& model, const EncoderInput::Row& row) {
  const Blueprint& b = model.blueprint;
  const Weights& w = model.weights;
  std::vector<float> word(b.embedding);
  for (std::size_t i = 0; i < b.embedding; ++i) {
    word[i] = w.word_scale[row.piece] * static_cast<float>(w.word[std::size_t{row.piece} * b.embedding + i]);
  }
  if (w.project) word = product(*w.project, word);
  std::vector<float> features(b.width);
  for (std::size_t i = 0; i < b.width; ++i) {
    features[i] = w.position[std::size_t{row.position} * b.width + i] +
                  w.letters[static_cast<std::size_t>(row.letters) * b.width + i] +
                  w.quotation[static_cast<std::size_t>(row.quotation) * b.width + i] +
                  w.paragraph[(row.starts_paragraph ? b.width : 0) + i];
  }
  return normalised_sum(w.norm, word, features);
}

// Rows [first, last) see one another.
Table attention(const Blueprint& b, const Table& qkv, std::size_t first, std::size_t last) {
  const std::size_t slot = slot_of(b);
  const std::size_t across = b.heads * slot;
  Table out(last - first, std::vector<float>(across));
  for (std::size_t head = 0; head < b.heads; ++head) {
    for (std::size_t i = first; i < last; ++i) {
      std::vector<double> weight(last - first);
      for (std::size_t j = first; j < last; ++j) {
        for (std::size_t d = head * slot; d < (head + 1) * slot; ++d) {
          weight[j - first] += static_cast<double>(qkv[i][d]) * static_cast<double>(qkv[j][across + d]);
        }
        weight[j - first] /= std::sqrt(static_cast<double>(b.head_width));
      }
      const double top = *std::max_element(weight.begin(), weight.end());
      double total = 0.0;
      for (double& value : weight) total += value = std::exp(value - top);
      for (std::size_t d = head * slot; d < (head + 1) * slot; ++d) {
        double sum = 0.0;
        for (std::size_t j = first; j < last; ++j) {
          sum += weight[j - first] / total * static_cast<double>(qkv[j][2 * across + d]);
        }
        out[i - first][d] = static_cast<float>(sum);
      }
    }
  }
  return out;
}

}  // namespace

std::vector<float> encode_plainly(const Model& model, const EncoderInput& input) {
  Table x;
  for (const EncoderInput::Row& row : input.rows) x.push_back(embedding(model, row));
  for (const Layer& layer : model.weights.layers) {
    Table qkv;
    for (const auto& row : x) qkv.push_back(product(layer.qkv, row));
    std::size_t first = 0;
    for (const std::uint32_t length : input.lengths) {
      const Table mixed = attention(model.blueprint, qkv, first, first + length);
      for (std::size_t r = 0; r < length; ++r) {
        auto& row = x[first + r];
        row = normalised_sum(layer.norm1, row, product(layer.out, mixed[r]));
        std::vector<float> raised = product(layer.up, row);
        for (float& value : raised) value = static_cast<float>(gelu(static_cast<double>(value)));
        row = normalised_sum(layer.norm2, row, product(layer.down, raised));
      }
      first += length;
    }
  }
  std::vector<float> out;
  for (const auto& row : x) out.insert(out.end(), row.begin(), row.end());
  return out;
}

}  // namespace onrecord::model
