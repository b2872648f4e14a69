#include "tag/buffer.h"

#include <sys/mman.h>

#include <new>

namespace onrecord::model {

namespace {

constexpr std::size_t cache_line = 64;
constexpr std::size_t large_page = std::size_t{2} << 20;

std::align_val_t boundary_of(std::size_t bytes) {
  return std::align_val_t{bytes >= large_page ? large_page : cache_line};
}

}  // namespace

void* take_memory(std::size_t bytes) {
  void* const memory = ::operator new(bytes, boundary_of(bytes));
#ifdef MADV_HUGEPAGE
  // A wish; where it is not granted, small pages do. What would fill less than a large page at the end keeps them.
  if (bytes >= large_page) madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE);
#endif
  return memory;
}

void give_back(void* memory, std::size_t bytes) { ::operator delete(memory, boundary_of(bytes)); }

}  // namespace onrecord::model
