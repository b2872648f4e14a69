// The API and the page as one function from a request to a response; no sockets. Every answer comes from the ledger.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ledger/ledger.h"
#include "show/http/message.h"
#include "show/http/page_files.h"
#include "show/http/question.h"

namespace onrecord {

struct ServiceOptions {
  std::string ledger;             // path of the ledger file
  bool loopback_only = true;      // then only requests that name a loopback host are answered, else this machine's
  std::string reviewer = "page";  // who signs the verdicts given on the page
};

// Which file stands at a path; another one may come to stand there.
struct FileIdentity {
  std::uint64_t device = 0, number = 0;
  bool operator==(const FileIdentity&) const = default;
};

// May be called from many threads at once. Keeps a few readers open and the latest answers of one ledger version. Where
// the ledger's file is replaced, the new one is served from the next request on; while there is none, 503 is answered,
// and none is made.
class Service {
 public:
  // An Error where the ledger cannot be opened.
  static Result<std::unique_ptr<Service>> open(ServiceOptions options);

  Response answer(const Request& request);

 private:
  explicit Service(ServiceOptions options) : options_(std::move(options)) {}

  Response answer_api(const Request& request, const Question& question);
  Response answer_page(const Target& target) const;
  Response answer_verdict(const Request& request);
  // A reader of the ledger that stands at the path, and of which of those that stood there since the start it is.
  struct Borrowed {
    LedgerReader reader;
    std::uint64_t generation = 0;
  };
  Result<Borrowed> borrow();
  void give_back(Borrowed&& borrowed);
  // Opens the ledger anew where another file stands at its path; the answer to give where none can be opened.
  std::optional<Response> follow_file();

  ServiceOptions options_;
  // Never lent: the others are opened beside it, so that all share what is worked out once.
  std::shared_ptr<const LedgerReader> first_;
  std::optional<FileIdentity> file_;
  std::uint64_t generation_ = 0;
  std::string run_;  // tells this program's answers from those of another run, which may know more
  std::vector<PageFile> files_ = page_files();
  std::mutex mutex_;
  std::vector<LedgerReader> readers_;
  std::string kept_version_;
  std::map<std::string, Response, std::less<>> kept_;  // by target, all of `kept_version_`
  std::size_t kept_bytes_ = 0;
  std::mutex writing_;
  std::jthread warming_;  // last: what it uses must outlive it
};

}  // namespace onrecord
