#include "tag/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xxhash.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "tag/sample_check.h"
#include "tag/tag.h"

namespace onrecord::model {
namespace {

using testing::HasSubstr;

const std::string path = std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec";

std::string whole_file() {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The last tensor of the file, right before the checksum.
constexpr std::size_t transition_size = tag_count * tag_count * sizeof(float);

// The checksum made right again after a change.
std::string sealed(std::string bytes) {
  const std::uint64_t sum = XXH64(bytes.data(), bytes.size() - 8, 0);
  std::memcpy(bytes.data() + bytes.size() - 8, &sum, 8);
  return bytes;
}

// The file with the header's first `from` replaced by `to`, which is as long, and sealed.
std::string with(std::string_view from, std::string_view to) {
  std::string bytes = whole_file();
  EXPECT_EQ(from.size(), to.size());
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) bytes.replace(at, from.size(), to);
  return sealed(bytes);
}

std::string refusal(const std::string& bytes) {
  const auto made = parse_model(bytes, "a.onrec");
  return made ? "" : to_line(made.error());
}

TEST(ModelFile, ReadsWhatTrainingWrote) {
  const auto model = parse_model(whole_file(), "a.onrec");
  ASSERT_TRUE(model) << to_line(model.error());
  EXPECT_EQ(model->blueprint.layers, model->weights.layers.size());
  EXPECT_EQ(model->vocabulary.size(), model->blueprint.vocabulary);
}

// Parity with the training code, by each instruction set: words, pieces, scores, statements.
TEST(ModelFile, SamplesComeOutAsInTraining) {
  for (const char* name : {"tiny"}) {
    const auto model = read_model(std::string(ONRECORD_TEST_MODELS) + "/" + name + ".onrec");
    ASSERT_TRUE(model) << to_line(model.error());
    for (const Kernels* kernels : {portable_kernels(), avx2_kernels(), avx512_kernels()}) {
      if (kernels == nullptr) continue;
      Scratch scratch;
      EXPECT_EQ(check_samples(*model, *kernels, scratch), "") << name << " " << kernels->name;
    }
  }
}

TEST(ModelFile, AnySingleByteDamagedIsSeen) {
  const std::string sound = whole_file();
  for (std::size_t at = 0; at < sound.size(); at += sound.size() / 50) {
    std::string bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_NE(refusal(bytes), "") << at;
  }
}

TEST(ModelFile, CutShortIsRefused) {
  const std::string sound = whole_file();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{20}, std::size_t{1000}, sound.size() - 1}) {
    EXPECT_NE(refusal(sound.substr(0, size)), "") << size;
  }
}

TEST(ModelFile, AnotherFormatIsNamedAsSuch) {
  EXPECT_EQ(refusal(std::string(1000, 'x')), "onrecord: a.onrec: this is no onrecord model; install the model again");
}

TEST(ModelFile, AnotherVersionIsNamedAsSuch) {
  std::string bytes = whole_file();
  bytes[8] = 2;
  EXPECT_THAT(refusal(sealed(bytes)), HasSubstr("another version"));
}

TEST(ModelFile, AHeaderLongerThanTheFileIsRefused) {
  std::string bytes = whole_file();
  std::memset(bytes.data() + 12, 0xFF, 8);
  EXPECT_THAT(refusal(sealed(bytes)), HasSubstr("longer than the file"));
}

TEST(ModelFile, ABlueprintThatDoesNotFitItsTensorsIsRefused) {
  EXPECT_THAT(refusal(with("\"width\":32", "\"width\":64")), HasSubstr("does not fit"));
  EXPECT_THAT(refusal(with("\"layers\":2", "\"layers\":9")), HasSubstr("lacks the tensor"));
  EXPECT_THAT(refusal(with("\"heads\":4", "\"heads\":5")), HasSubstr("'heads' does not divide 'width'"));
}

TEST(ModelFile, ASecondReadingThatDoesNotFitIsRefused) {
  EXPECT_THAT(refusal(with("\"second\":{\"layers\":1", "\"second\":{\"layers\":2")), HasSubstr("'layers'"));
  EXPECT_THAT(refusal(with("\"second\":{\"layers\":1", "\"second\":{\"layers\":0")), HasSubstr("'layers'"));
  EXPECT_THAT(refusal(with("\"second\":{\"layers\":1,\"width\":64,\"features\":3",
                           "\"second\":{\"layers\":1,\"width\":64,\"features\":4")),
              HasSubstr("is not asked as the first"));
  EXPECT_THAT(refusal(with("\"second\":{\"layers\":1,\"width\":64", "\"second\":{\"layers\":1,\"width\":65")),
              HasSubstr("no multiple of 64"));
  EXPECT_THAT(refusal(with("\"second.mark\"", "\"second.marx\"")), HasSubstr("lacks the tensor"));
}

TEST(ModelFile, AWidthThatIsNoMultipleOfSixteenIsRefused) {
  EXPECT_THAT(refusal(with("\"inner\":64", "\"inner\":65")), HasSubstr("multiple of 16"));
}

TEST(ModelFile, ATensorThatLiesOutsideIsRefused) {
  std::string bytes = whole_file();
  const std::size_t at = bytes.find("\"offset\":") + 9;
  bytes[at] = bytes[at + 1] = '9';
  EXPECT_THAT(refusal(sealed(bytes)), HasSubstr("does not fit"));
}

TEST(ModelFile, WeightsThatAreNoNumbersAreRefused) {
  std::string bytes = whole_file();
  std::memset(bytes.data() + bytes.size() - 12, 0xFF, 4);
  EXPECT_THAT(refusal(sealed(bytes)), HasSubstr("no number"));
}

TEST(ModelFile, WrongWeightsFailTheSelfTest) {
  std::string bytes = whole_file();
  std::memset(bytes.data() + bytes.size() - 8 - transition_size, 0, transition_size);
  const auto model = parse_model(sealed(bytes), "a.onrec");
  ASSERT_TRUE(model) << to_line(model.error());
  Scratch scratch;
  EXPECT_NE(check_samples(*model, best_kernels(), scratch), "");
}

TEST(ModelFile, AnotherJudgementOfPairsFailsTheSelfTest) {
  auto model = parse_model(whole_file(), "a.onrec");
  ASSERT_TRUE(model && !model->weights.judges.empty());
  for (float& bias : model->weights.judges.front().nothing.bias) bias += 2.0f;
  Scratch scratch;
  EXPECT_THAT(check_samples(*model, best_kernels(), scratch), HasSubstr("pairs"));
}

TEST(ModelFile, AnotherSecondReadingFailsTheSelfTest) {
  auto model = parse_model(whole_file(), "a.onrec");
  ASSERT_TRUE(model && model->weights.second);
  Scratch scratch;
  for (std::size_t k = 0; k < model->weights.second->mark.size(); k += 3) model->weights.second->mark[k] += 4.0f;
  EXPECT_THAT(check_samples(*model, best_kernels(), scratch), HasSubstr("pairs"));
}

TEST(ModelFile, AModelThatFailsItsSelfTestIsNotLoaded) {
  const std::string wrong = testing::TempDir() + "/wrong.onrec";
  std::string bytes = whole_file();
  std::memset(bytes.data() + bytes.size() - 8 - transition_size, 0, transition_size);
  std::ofstream(wrong, std::ios::binary) << sealed(bytes);
  const auto tagger = load_tagger(wrong);
  ASSERT_FALSE(tagger);
  EXPECT_THAT(to_line(tagger.error()), HasSubstr("fails its self-test"));
}

TEST(ModelFile, AnAbsentFileIsAnError) { EXPECT_FALSE(load_tagger("/nowhere/a.onrec")); }

}  // namespace
}  // namespace onrecord::model
