// That tagging takes no memory once it has seen an article as large: counts what the whole test program asks for.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "tag/tag_text.h"

namespace {

// Of one thread, so that gtest's own do not count.
thread_local std::size_t taken = 0;

void* counted(std::size_t bytes, std::size_t boundary) {
  ++taken;
  void* const memory = std::aligned_alloc(boundary, (bytes + boundary) / boundary * boundary);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes, alignof(std::max_align_t)); }
void* operator new(std::size_t bytes, std::align_val_t boundary) {
  return counted(bytes, static_cast<std::size_t>(boundary));
}
// Of what std::stable_sort asks for, too: what takes memory and what gives it back must be replaced together.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  ++taken;
  return std::malloc(bytes);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace onrecord::model {
namespace {

TEST(Steady, TheSecondTimeNoMemoryIsTaken) {
  const Model model = read_model(std::string(ONRECORD_TEST_MODELS) + "/tiny.onrec").value();
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Officials said that the \"bridge\" would open, Minister Lund denied it.\n";
  Scratch scratch;
  const std::size_t before = taken;
  tag_text(model, best_kernels(), text, scratch);
  const std::size_t first = taken;
  EXPECT_GT(first, before);
  EXPECT_FALSE(scratch.found.cues.empty());
  tag_text(model, best_kernels(), text, scratch);
  EXPECT_EQ(taken, first);
}

}  // namespace
}  // namespace onrecord::model
