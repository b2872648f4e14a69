#include "show/run_account.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(RunAccount, TellsWhatAFolderHeldBesides) {
  FolderManifest manifest;
  EXPECT_EQ(account_of(manifest), "");
  manifest.dead_links = 1;
  EXPECT_EQ(account_of(manifest), "1 link that leads nowhere was passed over");
  manifest.hidden_files = 2;
  EXPECT_EQ(account_of(manifest), "2 hidden files and 1 link that leads nowhere were passed over");
  manifest.hidden_folders = manifest.linked_folders = 1;
  manifest.devices = 2;
  EXPECT_EQ(account_of(manifest),
            "2 hidden files, 1 hidden folder, 1 link to a folder, 1 link that leads nowhere and 2 pipes and devices "
            "were passed over");
}

TEST(RunAccount, WhatWasReadInPartIsNotRefused) {
  RunAccount account;
  account.count({"a.txt", 0, "is empty", "leave it out"});
  account.count({"b.jsonl", 1, "was read without its title", "as title give a string, not 7", Lost::part});
  EXPECT_EQ(losses(account.refused, account.read_in_part), "1 refused; 1 read only in part");
  EXPECT_EQ(losses(2, 0), "2 refused");
}

TEST(RunAccount, ReasonsThatDifferInAFigureAreOneAndNamesKeepTheirs) {
  RunAccount account;
  account.count({"a.txt", 0, "is not valid UTF-8 at byte 17", ""});
  account.count({"b.txt", 0, "is not valid UTF-8 at byte 90", ""});
  account.count({"c.txt", 0, "holds a NUL at byte 7: no text", ""});
  EXPECT_EQ(reasons_of(account), "2 × “is not valid UTF-8 at byte …”, 1 × “holds a NUL at byte …: no text”");
}

TEST(RunAccount, TheRarestReasonsAreCountedTogether) {
  RunAccount account;
  for (const char* reason : {"a", "b", "c", "d", "e", "f", "g", "h", "h", "i"}) account.count({"a.txt", 0, reason, ""});
  EXPECT_EQ(reasons_of(account), "2 × “h”, 1 × “a”, 1 × “b”, 1 × “c”, 1 × “d”, 1 × “e”, 1 × “f”, 1 × “g”, 1 other");
}

}  // namespace
}  // namespace onrecord
