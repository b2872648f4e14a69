#include "read/read.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace onrecord {
namespace {

namespace fs = std::filesystem;

class ReadFolder : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) /
            ("read_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }
  void write(const std::string& name, const std::string& bytes) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    read(root_.string(), {}, [&](Result<Article>&& article) {
      const std::string path = article ? article->path : article.error().where;
      all.push_back(fs::path(path).lexically_relative(root_).string() + (article ? "" : "!"));
    });
    return all;
  }
  FolderManifest passed_over() const {
    FolderManifest given;
    ReadOptions options;
    options.on_folder = [&](FolderManifest&& manifest) { given = std::move(manifest); };
    read(root_.string(), options, [](Result<Article>&&) {});
    return given;
  }
  fs::path root_;
};

TEST_F(ReadFolder, IsWalkedInNameOrder) {
  write("b.txt", "Bee.");
  write("a/z.txt", "Zed.");
  write("a/c.txt", "Sea.");
  write("c.txt", "Dee.");
  EXPECT_EQ(names(), (std::vector<std::string>{"a/c.txt", "a/z.txt", "b.txt", "c.txt"}));
}

TEST_F(ReadFolder, WhatIsPassedOverIsCountedByKind) {
  write("a.txt", "Bee.");
  write("b/.c.txt", "Bee.");
  write(".d.txt", "Bee.");
  write(".e/f.txt", "Bee.");
  fs::create_directory_symlink(root_, root_ / "loop");
  fs::create_symlink("nowhere", root_ / "dead");
  fs::create_symlink("circle", root_ / "circle");
  ASSERT_EQ(mkfifo((root_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(names(), std::vector<std::string>{"a.txt"});
  const FolderManifest manifest = passed_over();
  EXPECT_EQ(manifest.path, root_.string());
  EXPECT_EQ(manifest.hidden_files, 2u);
  EXPECT_EQ(manifest.hidden_folders, 1u);
  EXPECT_EQ(manifest.linked_folders, 1u);
  EXPECT_EQ(manifest.dead_links, 2u);
  EXPECT_EQ(manifest.devices, 1u);
}

TEST_F(ReadFolder, ALinkToAFileIsRead) {
  write("a.txt", "Bee.");
  fs::create_symlink("a.txt", root_ / "b.txt");
  EXPECT_EQ(names(), (std::vector<std::string>{"a.txt", "b.txt"}));
}

TEST_F(ReadFolder, AFolderThatCannotBeListedIsOneRefusal) {
  fs::permissions(root_, fs::perms::none);
  const bool root = geteuid() == 0;  // who may list every folder
  ASSERT_EQ(seteuid(root ? 65534 : geteuid()), 0);
  EXPECT_EQ(names(), std::vector<std::string>{".!"});
  ASSERT_EQ(seteuid(root ? 0 : geteuid()), 0);
  fs::permissions(root_, fs::perms::owner_all);
}

TEST_F(ReadFolder, ARefusalDoesNotStopTheWalk) {
  write("a.txt", "\xff");
  write("b.txt", "Bee.");
  EXPECT_EQ(names(), (std::vector<std::string>{"a.txt!", "b.txt"}));
}

TEST_F(ReadFolder, AnEmptyFolderIsRefused) { EXPECT_EQ(names(), std::vector<std::string>{".!"}); }

TEST(Read, AMissingFileIsOneError) {
  std::vector<Error> errors;
  read("/nonexistent/a.txt", {}, [&](Result<Article>&& article) { errors.push_back(article.error()); });
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].where, "/nonexistent/a.txt");
}

}  // namespace
}  // namespace onrecord
