// The API and the page as one function from a request to a response; no sockets. Every answer comes from the ledger.
#pragma once

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

// May be called from many threads at once. Keeps a few readers open and the latest answers of one ledger version.
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
  Result<LedgerReader> borrow();
  void give_back(LedgerReader&& reader);

  ServiceOptions options_;
  // Never lent: the others are opened beside it, so that all share what is worked out once.
  std::optional<LedgerReader> first_;
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
