#include "read/dateline.h"

#include <gtest/gtest.h>

#include <string_view>

namespace onrecord {
namespace {

std::string_view dateline(std::string_view paragraph) { return paragraph.substr(0, dateline_length(paragraph)); }

TEST(Dateline, EndsWithItsDash) {
  EXPECT_EQ(dateline("SUNDVIK, May 15 (NNB) — The bridge"), "SUNDVIK, May 15 (NNB) —");
  EXPECT_EQ(dateline("NORTH SUNDVIK -- The bridge"), "NORTH SUNDVIK --");
  EXPECT_EQ(dateline("Sundvik (NNB) - The bridge"), "Sundvik (NNB) -");
  EXPECT_EQ(dateline("(NNB) — The bridge"), "(NNB) —");
}

TEST(Dateline, ASentenceWithADashIsNone) {
  EXPECT_EQ(dateline("The bridge — late again — will open"), "");
  EXPECT_EQ(dateline("NATO officials met — late again"), "");
  EXPECT_EQ(dateline("A well-known bridge"), "");
  EXPECT_EQ(dateline("SUNDVIK —"), "");
}

}  // namespace
}  // namespace onrecord
