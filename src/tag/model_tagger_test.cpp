#include <gtest/gtest.h>

#include <cmath>

#include "tag/encoder.h"
#include "tag/reference.h"
#include "tag/tag.h"
#include "tag/tag_text.h"

namespace onrecord::model {
namespace {

const std::string path = std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec";

const Model& tiny() {
  static const Model model = read_model(path).value();
  return model;
}

Article article(std::string text) {
  Article made;
  made.text = std::move(text);
  return made;
}

std::string sentences(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "Minister " + std::to_string(i) + " said that the \"bridge\" would open, officials denied it.";
    text += i % 4 == 3 ? "\n" : " ";
  }
  return text;
}

EncoderInput input_of(std::string_view text, std::size_t windows) {
  Scratch scratch;
  split_words(text, tiny().vocabulary, scratch.text);
  cut_windows(scratch.text.words, tiny().blueprint, scratch.windows);
  EncoderInput input;
  for (std::size_t n = 0; n < windows; ++n) append_window(tiny(), scratch.text, scratch.windows.at(n), input);
  return input;
}

Buffer<float> encoded(const Kernels& kernels, const EncoderInput& input, EncoderScratch& scratch) {
  Buffer<float> out(input.kept.size() * tiny().blueprint.width);
  encode(tiny(), kernels, input, scratch, out.data());
  return out;
}

bool same(const Tags& a, const Tags& b) {
  const auto tag = [](const Tag& x, const Tag& y) {
    return x.role == y.role && x.span == y.span && x.score == y.score && x.communicated == y.communicated;
  };
  const auto link = [](const Link& x, const Link& y) {
    return x.head == y.head && x.tag == y.tag && x.score == y.score;
  };
  return std::equal(a.tags.begin(), a.tags.end(), b.tags.begin(), b.tags.end(), tag) &&
         std::equal(a.links.begin(), a.links.end(), b.links.begin(), b.links.end(), link);
}

TEST(Encoder, IsNearThePlainPassInFloats) {
  const EncoderInput input = input_of("Officials said the \"bridge\" was unsafe, and no one denied it.", 1);
  EncoderScratch scratch;
  const Buffer<float> made = encoded(best_kernels(), input, scratch);
  const auto expected = encode_plainly(tiny(), input);
  const std::size_t width = tiny().blueprint.width;
  double sum = 0.0;
  for (std::size_t n = 0; n < input.kept.size(); ++n) {
    for (std::size_t i = 0; i < width; ++i) {
      sum += static_cast<double>(std::fabs(made[n * width + i] - expected[input.kept[n] * width + i]));
    }
  }
  // Values are about 1 in size; 8 bits in each product leave this much.
  EXPECT_LT(sum / static_cast<double>(input.kept.size() * width), 0.03);
}

TEST(Encoder, GivesTheSameBitsOnEachInstructionSet) {
  const EncoderInput input = input_of(sentences(30), 2);
  EncoderScratch scratch;
  const Buffer<float> first = encoded(*portable_kernels(), input, scratch);
  const std::vector<float> expected(first.begin(), first.end());
  for (const Kernels* kernels : {avx2_kernels(), avx512_kernels()}) {
    if (kernels == nullptr) continue;
    EncoderScratch other;
    const Buffer<float> made = encoded(*kernels, input, other);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), made.begin(), made.end())) << kernels->name;
  }
}

TEST(Encoder, AWindowDoesNotDependOnItsNeighboursInTheBatch) {
  const EncoderInput both = input_of(sentences(30), 2);
  EncoderInput second;
  second.rows.assign(both.rows.begin() + both.lengths[0], both.rows.end());
  second.lengths = {both.lengths[1]};
  std::size_t before = 0;
  for (const std::uint32_t row : both.kept) {
    if (row < both.lengths[0]) {
      ++before;
    } else {
      second.kept.push_back(row - both.lengths[0]);
    }
  }
  EncoderScratch a, b;
  const Buffer<float> joined = encoded(best_kernels(), both, a);
  const float* together = joined.data() + before * tiny().blueprint.width;
  const Buffer<float> alone = encoded(best_kernels(), second, b);
  EXPECT_TRUE(std::equal(alone.begin(), alone.end(), together));
}

TEST(Encoder, ARowDoesNotDependOnWhichOthersAreKept) {
  EncoderInput input = input_of(sentences(30), 2);
  EncoderScratch a, b;
  const std::size_t width = tiny().blueprint.width;
  const Buffer<float> all = encoded(best_kernels(), input, a);
  const std::size_t which = input.kept.size() - 5;
  input.kept = {input.kept[which]};
  const Buffer<float> one = encoded(best_kernels(), input, b);
  EXPECT_TRUE(std::equal(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(width), all.data() + which * width));
}

TEST(ModelTagger, TagsDoNotDependOnWhatWasTaggedBefore) {
  const auto tagger = load_tagger(path).value();
  TagScratch used, fresh;
  tagger->tag(article(sentences(80)), {}, used);
  const Tags again = tagger->tag(article(sentences(9)), {}, used);
  EXPECT_FALSE(again.tags.empty());
  EXPECT_TRUE(same(again, tagger->tag(article(sentences(9)), {}, fresh)));
}

TEST(ModelTagger, TagsAreSortedAndLinksPointToThem) {
  const auto tagger = load_tagger(path).value();
  TagScratch scratch;
  const Article text = article(sentences(60));
  const Tags made = tagger->tag(text, {}, scratch);
  for (std::size_t i = 1; i < made.tags.size(); ++i) {
    EXPECT_LE(std::pair(made.tags[i - 1].span, made.tags[i - 1].role), std::pair(made.tags[i].span, made.tags[i].role));
  }
  for (const Link& link : made.links) {
    EXPECT_EQ(made.tags.at(link.head).role, TagRole::cue);
    EXPECT_NE(made.tags.at(link.tag).role, TagRole::cue);
    EXPECT_GE(link.score, 0.0f);
    EXPECT_LE(link.score, 1.0f);
  }
}

TEST(ModelTagger, NothingIsFoundInNothing) {
  const auto tagger = load_tagger(path).value();
  TagScratch scratch;
  for (const char* text : {"", " \n\n ", "\u200B"}) EXPECT_TRUE(tagger->tag(article(text), {}, scratch).tags.empty());
}

TEST(ModelTagger, AVeryLongArticleIsReadInStretches) {
  const auto tagger = load_tagger(path).value();
  TagScratch scratch;
  const Article text = article(sentences(3000));
  const Tags made = tagger->tag(text, {}, scratch);
  ASSERT_FALSE(made.tags.empty());
  EXPECT_GT(made.tags.back().span.begin, text.text.size() / 2);
}

}  // namespace
}  // namespace onrecord::model
