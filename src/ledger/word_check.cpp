#include "ledger/word_check.h"

#include <algorithm>
#include <array>
#include <vector>

namespace onrecord::ledger {

namespace {

// One word in one place. Sums of these differ where sets of words in places do, but for chance.
std::uint64_t print_of(std::string_view word, std::size_t column, std::int64_t place) {
  std::uint64_t print = 0xcbf29ce484222325u;
  const auto mix = [&](std::uint64_t part) {
    print = (print ^ part) * 0x9e3779b97f4a7c15u;
    print ^= print >> 29;
  };
  for (const char c : word) mix(static_cast<unsigned char>(c));
  mix(column + 1);
  mix(static_cast<std::uint64_t>(place));
  return print;
}

constexpr std::array<std::string_view, 3> columns{"content", "speaker", "cue"};

}  // namespace

// The index's own, of 1_search.sql.
struct WordCheck::Tokenizer {
  fts5_tokenizer calls{};
  Fts5Tokenizer* own = nullptr;

  explicit Tokenizer(const Database& database) {
    fts5_api* api = nullptr;
    Query asked = database.query("SELECT fts5(?)");
    asked.bind_pointer(&api, "fts5_api_ptr").step();
    void* user = nullptr;
    std::array<const char*, 3> arguments{"unicode61", "remove_diacritics", "2"};
    if (api == nullptr || api->xFindTokenizer(api, "porter", &user, &calls) != SQLITE_OK ||
        calls.xCreate(user, arguments.data(), arguments.size(), &own) != SQLITE_OK)
      fail(database.path(), "this SQLite has no full-text search", "install libsqlite3-0 of Debian 12");
  }
  ~Tokenizer() { calls.xDelete(own); }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // The sum of the prints of the words of `text`.
  std::uint64_t sum(std::size_t column, std::string_view text) const {
    struct Reading {
      std::uint64_t sum = 0;
      std::size_t column = 0;
      std::int64_t place = 0;
    } reading{0, column, 0};
    const auto each = [](void* context, int, const char* word, int size, int, int) {
      auto& at = *static_cast<Reading*>(context);
      at.sum += print_of({word, static_cast<std::size_t>(size)}, at.column, at.place++);
      return SQLITE_OK;
    };
    calls.xTokenize(own, &reading, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()), each);
    return reading.sum;
  }
};

WordCheck::WordCheck(const Database& database)
    : database_(database), tokenizer_(std::make_unique<Tokenizer>(database)) {}

WordCheck::~WordCheck() = default;

void WordCheck::expect(std::int64_t statement, std::string_view content, std::string_view speaker,
                       std::string_view cue) {
  left_[statement] += tokenizer_->sum(0, content) + tokenizer_->sum(1, speaker) + tokenizer_->sum(2, cue);
}

void WordCheck::compare(const std::function<void(std::int64_t)>& differs) {
  database_.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_place USING fts5vocab(main, statement_search, instance)");
  Query places = database_.query("SELECT term, doc, col, offset FROM temp.word_place");
  while (places.step()) {
    const auto column = std::find(columns.begin(), columns.end(), places.text(2));
    left_[places.integer(1)] -=
        print_of(places.text(0), static_cast<std::size_t>(column - columns.begin()), places.integer(3));
  }
  std::vector<std::int64_t> differing;
  for (const auto& [statement, left] : left_) {
    if (left != 0) differing.push_back(statement);
  }
  std::sort(differing.begin(), differing.end());
  for (const std::int64_t statement : differing) differs(statement);
}

}  // namespace onrecord::ledger
