#include "tag/model_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tag/tag.h"

namespace onrecord {
namespace {

using testing::HasSubstr;

class ModelPath : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("models-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    setenv("ONRECORD_MODELS", folder_.c_str(), 1);
  }
  void TearDown() override {
    unsetenv("ONRECORD_MODELS");
    std::filesystem::remove_all(folder_);
  }
  std::filesystem::path folder_;
};

TEST_F(ModelPath, IsInTheFolderOfTheEnvironment) {
  std::ofstream(folder_ / "fast.onrec") << "x";
  EXPECT_EQ(find_model("fast").value(), (folder_ / "fast.onrec").string());
}

TEST_F(ModelPath, RefusesANameThatIsNoModel) {
  EXPECT_THAT(to_line(find_model("../secret").error()),
              HasSubstr("unknown model '../secret'; choose accurate or fast"));
}

TEST_F(ModelPath, SaysWhereItLookedInVain) {
  EXPECT_THAT(to_line(find_model("accurate").error()), HasSubstr(folder_.string()));
}

TEST_F(ModelPath, WithoutAModelTheRulesTag) { EXPECT_TRUE(make_tagger(std::nullopt).has_value()); }

TEST_F(ModelPath, ANamedModelThatIsAbsentIsAnError) { EXPECT_FALSE(make_tagger("accurate").has_value()); }

TEST_F(ModelPath, ADamagedDefaultIsAnErrorAndNotTheRules) {
  std::ofstream(folder_ / "accurate.onrec") << "not a model";
  EXPECT_FALSE(make_tagger(std::nullopt).has_value());
}

}  // namespace
}  // namespace onrecord
