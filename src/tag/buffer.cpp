#include "tag/buffer.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace onrecord::model {

namespace {

constexpr std::size_t cache_line = 64;
constexpr std::size_t large_page = std::size_t{2} << 20;

}  // namespace

void* take_memory(std::size_t bytes) {
  const bool large = bytes >= large_page;
  const std::size_t boundary = large ? large_page : cache_line;
  void* const memory = std::aligned_alloc(boundary, (bytes + boundary - 1) / boundary * boundary);
  if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  // A wish; where it is not granted, small pages do. What would fill less than a large page at the end keeps them.
  if (large) madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE);
#endif
  return memory;
}

void give_back(void* memory) { std::free(memory); }

}  // namespace onrecord::model
