// Memory as the kernels want it: on 64-byte boundaries, and large pieces in large pages where the system has them, for
// a model's megabytes would else cost thousands of page faults before its first word.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace onrecord::model {

// At least `bytes` bytes of unset memory on a 64-byte boundary. Throws std::bad_alloc.
void* take_memory(std::size_t bytes);
void give_back(void* memory);

template <class Value>
struct Aligned {
  using value_type = Value;
  Aligned() = default;
  template <class Other>
  Aligned(const Aligned<Other>&) {}
  Value* allocate(std::size_t count) { return static_cast<Value*>(take_memory(count * sizeof(Value))); }
  void deallocate(Value* memory, std::size_t) { give_back(memory); }
  bool operator==(const Aligned&) const { return true; }
};
template <class Value>
using Buffer = std::vector<Value, Aligned<Value>>;

struct GiveBack {
  void operator()(char* memory) const { give_back(memory); }
};
// Bytes that nobody has set yet.
using UnsetBytes = std::unique_ptr<char, GiveBack>;

}  // namespace onrecord::model
