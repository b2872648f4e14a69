// The compiled half of the Python package: one class that reads articles and one over a ledger. It hands over JSON
// texts, the very ones that the command line prints (docs/commands.md); python/onrecord/ makes objects of them.
//
// Threads: a Reader is const and may be used by many at once. A Ledger opens its file anew for every call, so that it
// holds nothing and locks nothing between two of them. Whatever takes time runs without the interpreter's lock, which is
// taken for each call of a Python function. Failures are raised as onrecord.Error, with the line that the command line
// would print.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include "ledger/ledger.h"
#include "pipeline.h"
#include "show/answer_json.h"
#include "show/record_csv.h"
#include "show/record_json.h"

namespace nb = nanobind;

namespace onrecord::python {

namespace {

struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
T taken(Result<T>&& result) {
  if (!result) throw Refused(to_line(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::optional<Date> day_of(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto day = parse_iso(*text);
  if (!day) throw nb::value_error(("\"" + *text + "\" is no day such as 2031-05-16").c_str());
  return day;
}

template <class Value, std::size_t count>
std::optional<Value> one_of(const std::array<Value, count>& values, const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  for (const Value value : values) {
    if (to_text(value) == *text) return value;
  }
  throw nb::value_error(("\"" + *text + "\" is none of the words that are known here").c_str());
}
constexpr std::array forms{Form::direct, Form::indirect, Form::mixed};
constexpr std::array types{RelationType::retracts, RelationType::clarifies, RelationType::reaffirms,
                           RelationType::denies,   RelationType::disputes,  RelationType::supports,
                           RelationType::responds};

// Lets Python deal with signals; what it raises for them (KeyboardInterrupt) goes to the caller. Without its lock held.
void heed_signals() {
  const nb::gil_scoped_acquire held;
  if (PyErr_CheckSignals() != 0) throw nb::python_error();
}

template <class... Parts>
std::string json_of(const Parts&... parts) {
  std::string out;
  append_json(out, parts...);
  return out;
}
template <class Item>
std::vector<std::string> json_of_each(const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(json_of(item));
  return out;
}

// Articles from paths, or from bytes under a name whose ending hints at their format.
struct Given {
  std::vector<std::string> paths;
  std::optional<std::string> bytes;
  std::optional<Date> published;

  ArticleSource source() const {
    return [this](const ArticleSink& sink) {
      ReadOptions options;
      options.published = published;
      if (bytes) read_bytes(*bytes, paths.front(), options, sink);
      if (bytes) return;
      for (const std::string& path : paths) read(path, options, sink);
    };
  }
};
Given given(std::vector<std::string> paths, const std::optional<nb::bytes>& bytes,
            const std::optional<std::string>& published) {
  Given out{std::move(paths), std::nullopt, day_of(published)};
  if (bytes) out.bytes.emplace(bytes->c_str(), bytes->size());
  return out;
}

class Reader {
 public:
  // The model file at `path`; without one the model `name` of the program that this was built with.
  Reader(const std::string& name, const std::optional<std::string>& path)
      : tagger_(path ? make_combined_tagger(taken(load_tagger(*path))) : taken(make_tagger(name))) {}

  const Tagger& tagger() const { return *tagger_; }

  // Calls take(json) once an article and refuse(line) once a refusal or note, in input order.
  void read(std::vector<std::string> paths, const std::optional<nb::bytes>& bytes,
            const std::optional<std::string>& published, unsigned threads, const nb::callable& take,
            const nb::callable& refuse) const {
    const Given what = given(std::move(paths), bytes, published);
    const nb::gil_scoped_release released;
    process_all(what.source(), *tagger_, threads, [&](Result<Record>&& record) {
      const std::string text = record ? json_of(*record) : to_line(record.error());
      const nb::gil_scoped_acquire held;
      (record ? take : refuse)(text);
    });
  }

 private:
  std::unique_ptr<Tagger> tagger_;
};

constexpr std::size_t batch_size = 64;  // records of one transaction
using Counted = std::tuple<std::size_t, std::size_t>;  // articles added, and known before

class Ledger {
 public:
  explicit Ledger(std::string path) : path_(std::move(path)) {}

  // Makes the file where there is none.
  void make() const { taken(LedgerWriter::open(path_)); }

  Counted add(const Reader& reader, std::vector<std::string> paths, const std::optional<nb::bytes>& bytes,
              const std::optional<std::string>& published, unsigned threads, const nb::callable& refuse) const {
    const Given what = given(std::move(paths), bytes, published);
    const nb::gil_scoped_release released;
    LedgerWriter writer = taken(LedgerWriter::open(path_));
    std::vector<Record> batch;
    std::size_t added = 0, known = 0;
    const auto tell = [&](const Error& error) {
      const nb::gil_scoped_acquire held;
      refuse(to_line(error));
    };
    const auto flush = [&] {
      for (const Receipt& receipt : taken(writer.add(batch))) {
        if (receipt.error) tell(*receipt.error);
        if (receipt.outcome == Receipt::Outcome::added) ++added;
        if (receipt.outcome == Receipt::Outcome::known) ++known;
      }
      batch.clear();
    };
    try {
      process_all(what.source(), reader.tagger(), threads, [&](Result<Record>&& record) {
        if (!record) {
          tell(record.error());
        } else {
          batch.push_back(std::move(*record));
          if (batch.size() == batch_size) flush();
        }
        heed_signals();
      });
    } catch (const nb::python_error&) {
      flush();  // what is done is kept
      throw;
    }
    flush();
    return {added, known};
  }

  Counted merge(const std::string& other) const {
    const nb::gil_scoped_release released;
    const LedgerReader reader = taken(LedgerReader::open(other));
    LedgerWriter writer = taken(LedgerWriter::open(path_));
    const Merged merged = taken(onrecord::merge(writer, reader));
    return {merged.added, merged.known};
  }

  std::vector<std::string> changes(const std::optional<std::string>& speaker, const std::optional<std::string>& since,
                                   const std::optional<std::string>& until, const std::optional<std::string>& type,
                                   double sure, bool candidates) const {
    ChangeFilter filter;
    filter.since = day_of(since);
    filter.until = day_of(until);
    filter.type = one_of(types, type);
    filter.least = static_cast<float>(sure);
    filter.candidates = candidates;
    const nb::gil_scoped_release released;
    const LedgerReader ledger = open();
    if (speaker) filter.speakers = called(ledger, *speaker);
    if (speaker && filter.speakers.empty()) return {};
    return json_of_each(taken(ledger.changes(filter)));
  }

  std::vector<std::string> timeline(const std::string& name, const std::string& about) const {
    const nb::gil_scoped_release released;
    const LedgerReader ledger = open();
    const std::vector<std::string> speakers = called(ledger, name);
    if (speakers.empty()) throw Refused("onrecord: " + name + ": nobody on record is called so");
    return json_of_each(taken(ledger.timeline(speakers, about)).utterances);
  }

  std::vector<std::string> search(const std::string& words, const std::optional<std::string>& speaker,
                                  const std::optional<std::string>& outlet, const std::optional<std::string>& since,
                                  const std::optional<std::string>& until, const std::optional<std::string>& form,
                                  const std::optional<std::string>& does, const std::optional<std::string>& became,
                                  std::size_t limit) const {
    SearchFilter filter;
    filter.outlet = outlet;
    filter.since = day_of(since);
    filter.until = day_of(until);
    filter.form = one_of(forms, form);
    filter.does = one_of(types, does);
    filter.became = one_of(types, became);
    filter.limit = limit;
    const nb::gil_scoped_release released;
    const LedgerReader ledger = open();
    if (speaker) filter.speakers = called(ledger, *speaker);
    if (speaker && filter.speakers.empty()) return {};
    return json_of_each(taken(ledger.search(words, filter)));
  }

  // (id, name, kind, statements, articles, roles) of everybody whom `name` may mean.
  using Match = std::tuple<std::string, std::string, std::string, std::size_t, std::size_t, std::vector<std::string>>;
  std::vector<Match> speakers(const std::string& name) const {
    const nb::gil_scoped_release released;
    std::vector<Match> out;
    for (const SpeakerMatch& match : taken(open().find_speakers(name)).matches) {
      out.emplace_back(match.speaker.id, match.speaker.name, std::string(to_text(match.speaker.kind)),
                       match.statements, match.articles, match.roles);
    }
    return out;
  }

  std::string show(const std::string& id) const {
    const nb::gil_scoped_release released;
    return std::visit([](const auto& found) { return json_of(found); }, taken(open().show(id)));
  }

  std::vector<std::string> candidates(std::size_t limit) const {
    const nb::gil_scoped_release released;
    return json_of_each(taken(open().candidates(limit)));
  }
  std::vector<std::string> verdicts() const {
    const nb::gil_scoped_release released;
    return json_of_each(taken(open().verdicts()));
  }

  std::string confirm(const std::string& turn, const std::string& by, const std::string& note) const {
    const nb::gil_scoped_release released;
    return json_of(taken(writer().judge(turn, Judgement::confirmed, by, note)));
  }
  std::string reject(const std::string& turn, const std::string& by, const std::string& note) const {
    const nb::gil_scoped_release released;
    return json_of(taken(writer().judge(turn, Judgement::rejected, by, note)));
  }
  std::string same(const std::string& one, const std::string& other, const std::string& by,
                   const std::string& note) const {
    const nb::gil_scoped_release released;
    return json_of(taken(writer().same_speaker(one, other, by, note)));
  }
  std::string different(const std::string& one, const std::string& other, const std::string& by,
                        const std::string& note) const {
    const nb::gil_scoped_release released;
    return json_of(taken(writer().different_speakers(one, other, by, note)));
  }

  // Calls take(text) once an article in canonical order until it gives False: its record as JSON, or its statements as
  // rows of JSON, one a line.
  void each(bool rows, const nb::callable& take) const {
    const nb::gil_scoped_release released;
    taken(open().each_record([&](const LedgerRecord& record) {
      std::string text;
      rows ? append_json_rows(text, record) : append_json(text, record);
      const nb::gil_scoped_acquire held;
      return nb::cast<bool>(take(text));
    }));
  }

  // Articles, statements, speakers, relations inside articles, across them, candidates, verdicts.
  std::vector<std::size_t> counts() const {
    const nb::gil_scoped_release released;
    const Counts n = taken(open().counts());
    return {n.articles, n.statements, n.speakers, n.relations, n.across, n.candidates, n.verdicts};
  }

  std::string version() const {
    const nb::gil_scoped_release released;
    return taken(open().version());
  }

  std::vector<std::string> check() const {
    const nb::gil_scoped_release released;
    std::vector<std::string> wrong;
    taken(open().check([&](const Violation& violation) { wrong.push_back(violation); }));
    return wrong;
  }

 private:
  LedgerReader open() const { return taken(LedgerReader::open(path_)); }
  LedgerWriter writer() const {
    if (!std::filesystem::exists(path_)) taken(LedgerReader::open(path_));  // a verdict makes no ledger
    return taken(LedgerWriter::open(path_));
  }

  static std::vector<std::string> called(const LedgerReader& ledger, const std::string& name) {
    std::vector<std::string> ids;
    for (const SpeakerMatch& match : taken(ledger.find_speakers(name)).matches) ids.push_back(match.speaker.id);
    return ids;
  }

  std::string path_;
};

}  // namespace

}  // namespace onrecord::python

// NOLINTNEXTLINE
NB_MODULE(_onrecord, module) {
  using namespace onrecord::python;
  nb::exception<Refused>(module, "Error", PyExc_RuntimeError);
  nb::class_<Reader>(module, "Reader")
      .def(nb::init<const std::string&, const std::optional<std::string>&>(), nb::arg("name"),
           nb::arg("path") = nb::none())
      .def("read", &Reader::read, nb::arg("paths"), nb::arg("bytes").none(), nb::arg("published").none(),
           nb::arg("threads"), nb::arg("take"), nb::arg("refuse"));
  nb::class_<Ledger>(module, "Ledger")
      .def(nb::init<std::string>(), nb::arg("path"))
      .def("make", &Ledger::make, nb::call_guard<nb::gil_scoped_release>())
      .def("add", &Ledger::add, nb::arg("reader"), nb::arg("paths"), nb::arg("bytes").none(),
           nb::arg("published").none(), nb::arg("threads"), nb::arg("refuse"))
      .def("merge", &Ledger::merge, nb::arg("other"))
      .def("changes", &Ledger::changes, nb::arg("speaker").none(), nb::arg("since").none(), nb::arg("until").none(),
           nb::arg("type").none(), nb::arg("sure"), nb::arg("candidates"))
      .def("timeline", &Ledger::timeline, nb::arg("name"), nb::arg("about"))
      .def("search", &Ledger::search, nb::arg("words"), nb::arg("speaker").none(), nb::arg("outlet").none(),
           nb::arg("since").none(), nb::arg("until").none(), nb::arg("form").none(), nb::arg("does").none(),
           nb::arg("became").none(), nb::arg("limit"))
      .def("speakers", &Ledger::speakers, nb::arg("name"))
      .def("show", &Ledger::show, nb::arg("id"))
      .def("candidates", &Ledger::candidates, nb::arg("limit"))
      .def("verdicts", &Ledger::verdicts)
      .def("confirm", &Ledger::confirm, nb::arg("turn"), nb::arg("by"), nb::arg("note"))
      .def("reject", &Ledger::reject, nb::arg("turn"), nb::arg("by"), nb::arg("note"))
      .def("same", &Ledger::same, nb::arg("one"), nb::arg("other"), nb::arg("by"), nb::arg("note"))
      .def("different", &Ledger::different, nb::arg("one"), nb::arg("other"), nb::arg("by"), nb::arg("note"))
      .def("each", &Ledger::each, nb::arg("rows"), nb::arg("take"))
      .def("counts", &Ledger::counts)
      .def("version", &Ledger::version)
      .def("check", &Ledger::check);
}
