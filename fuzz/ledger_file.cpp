// A damaged ledger opens, or says why not; and every question to it is answered or refused. The input says which bytes
// of a sound ledger are overwritten: four bytes of position, one of value, again and again. Input without such a list
// (its first byte odd) is taken for the whole file.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "ledger/ledger.h"
#include "ledger/made_record.h"

namespace {

using namespace onrecord;

std::string folder() {
  static const std::string made = [] {
    const auto path = std::filesystem::temp_directory_path() / ("onrecord-fuzz-ledger-" + std::to_string(::getpid()));
    std::filesystem::create_directories(path);
    return path.string();
  }();
  return made;
}

Record made(int day) {
  ledger::MadeRecord record(
      "Ada Lund, a minister, said “the bridge at Storvik opens in May.” It was a mistake, she said later.");
  record.published("2031-05-1" + std::to_string(day)).outlet("Radio Fjord");
  const auto ada = record.speaker("Ada Lund", SpeakerKind::person, "minister");
  const auto promise = record.says(ada, "“the bridge at Storvik opens in May.”", "said");
  const auto back = record.says(ada, "It was a mistake", "she said");
  record.relates(RelationType::retracts, back, promise, "mistake");
  return record.done();
}

// A sound ledger of three articles and a verdict, check-pointed into one file.
const std::string& sound() {
  static const std::string bytes = [] {
    const std::string path = folder() + "/sound.ledger";
    std::filesystem::remove(path);
    {
      auto writer = LedgerWriter::open(path);
      const auto receipts = writer->add(std::vector<Record>{made(1), made(2), made(3)});
      if (!receipts) std::abort();
      if (!writer->different_speakers((*receipts)[0].article + "-p1", (*receipts)[1].article + "-p1", "Liv", ""))
        std::abort();
    }
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return bytes;
}

std::string damaged(const std::uint8_t* data, std::size_t size) {
  if (size > 0 && data[0] % 2 == 1) return {reinterpret_cast<const char*>(data), size};
  std::string bytes = sound();
  for (std::size_t i = 1; i + 5 <= size; i += 5) {
    const std::size_t at =
        (std::size_t{data[i]} << 24 | std::size_t{data[i + 1]} << 16 | std::size_t{data[i + 2]} << 8 | data[i + 3]);
    bytes[at % bytes.size()] = static_cast<char>(data[i + 4]);
  }
  return bytes;
}

void ask(const LedgerReader& reader) {
  static_cast<void>(reader.check([](const Violation& violation) {
    if (violation.empty()) std::abort();
  }));
  std::string id;
  static_cast<void>(reader.each_record([&](const LedgerRecord& record) {
    id = record.article;
    return true;
  }));
  static_cast<void>(reader.counts());
  static_cast<void>(reader.changes({}));
  static_cast<void>(reader.search("bridge may", {}));
  if (const auto who = reader.find_speakers("lund"); who && !who->matches.empty())
    static_cast<void>(reader.timeline({who->matches[0].speaker.id}, ""));
  for (const char* part : {"", "-s1", "-r1", "-p1"}) static_cast<void>(reader.show(id + part));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string path = folder() + "/damaged.ledger";
  for (const char* beside : {"", "-wal", "-shm"}) std::filesystem::remove(path + beside);
  std::ofstream(path, std::ios::binary) << damaged(data, size);
  if (const auto reader = LedgerReader::open(path)) {
    ask(*reader);
  } else if (to_line(reader.error()).empty()) {
    std::abort();
  }
  if (auto writer = LedgerWriter::open(path, std::chrono::milliseconds(0))) {
    const std::vector<Record> more{made(4), made(1)};
    static_cast<void>(writer->add(more));
  }
  return 0;
}
