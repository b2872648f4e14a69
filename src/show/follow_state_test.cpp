#include "show/follow_state.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(FollowState, APageComesBackAsItWasKept) {
  PageState page;
  page.address = "https://fjord.example/1";
  page.stamps = {{"https://fjord.example/rss", "17"}};
  page.days = {{"https://fjord.example/rss", Date{2031, 5, 15}}};
  page.article = "3fa9c1d2e4b5a697";
  page.due = 7;
  const PageState back = page_state(page.address, to_reading(page));
  EXPECT_EQ(back.stamps, page.stamps);
  EXPECT_EQ(back.days, page.days);
  EXPECT_EQ(back.article, page.article);
  EXPECT_EQ(back.due, page.due);
}

TEST(FollowState, APageWasPublishedOnTheEarliestDayThatAFeedTells) {
  PageState page;
  EXPECT_EQ(page.published(), std::nullopt);
  page.days = {{"https://fjord.example/a", Date{2031, 5, 16}}, {"https://fjord.example/b", Date{2031, 5, 15}}};
  EXPECT_EQ(page.published(), (Date{2031, 5, 15}));
}

TEST(FollowState, WhatCannotBeUnderstoodCountsAsNone) {
  const ReadingState kept{ReadingKind::page, "https://fjord.example/1", R"({"days":{"a":7,"b":"soon"},"stamps":3})", 0};
  const PageState page = page_state(kept.name, kept);
  EXPECT_TRUE(page.days.empty());
  EXPECT_TRUE(page.stamps.empty());
}

}  // namespace
}  // namespace onrecord
