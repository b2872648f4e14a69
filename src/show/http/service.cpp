#include "show/http/service.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <chrono>

#include "show/http/answers.h"
#include "show/http/openapi.h"
#include "show/http/page_files.h"
#include "show/json_writer.h"
#include "text/text.h"

namespace onrecord {

namespace {

// Answers of one ledger version are kept up to so many bytes; then all are forgotten. A longer answer is not kept.
constexpr std::size_t most_kept = 32 * 1024 * 1024;
constexpr std::size_t longest_kept = 512 * 1024;
constexpr std::size_t entry_bytes = 512;  // about what an answer takes besides its text

Response refusal(const Error& error) { return problem(500, "The ledger does not answer", to_line(error)); }
Response not_found(std::string_view what) { return problem(404, "Not on record", what); }

std::optional<FileIdentity> file_at(const std::string& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino)};
}

// A Host header without its port, in small letters; empty where it is no host.
std::string host_of(std::string_view header) {
  const std::size_t end = header.starts_with('[') ? header.find(']') : header.find(':');
  std::string_view host = header.substr(0, end);
  if (!host.empty() && host.front() == '[') host.remove_prefix(1);
  const std::string_view rest = end == std::string_view::npos ? "" : header.substr(end);
  const std::string_view port = rest.starts_with(']') ? rest.substr(1) : rest;
  if (!port.empty() && port.front() != ':') return {};
  if (std::ranges::any_of(host, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return {};
  return lower(host);
}

// "localhost:8321", "127.0.0.1", "[::1]:8321".
bool names_loopback(const std::string& host) {
  boost::system::error_code wrong;
  const auto address = boost::asio::ip::make_address(host, wrong);
  return host == "localhost" || (!wrong && address.is_loopback());
}

// An address, or this machine's own name: what another site's name can be pointed at this machine for is neither.
bool names_this_machine(const std::string& host) {
  boost::system::error_code wrong;
  boost::asio::ip::make_address(host, wrong);
  if (!wrong || host == "localhost") return true;
  const std::string own = lower(boost::asio::ip::host_name(wrong));
  return !wrong && !own.empty() && (host == own || host == own.substr(0, own.find('.')));
}

}  // namespace

Result<std::unique_ptr<Service>> Service::open(ServiceOptions options) {
  std::unique_ptr<Service> service(new Service(std::move(options)));
  auto first = LedgerReader::open(service->options_.ledger);
  if (!first) return tl::unexpected(first.error());
  service->first_ = std::make_shared<const LedgerReader>(std::move(*first));
  service->file_ = file_at(service->options_.ledger);
  service->run_ = fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count());
  // Whoever asks for changes first should not wait until all relations are read.
  service->warming_ = std::jthread([asked = service.get()] {
    auto reader = asked->borrow();
    if (!reader) return;
    ChangeFilter nothing;
    nothing.limit = 0;
    if (reader->reader.changes_page(nothing)) asked->give_back(std::move(*reader));
  });
  return service;
}

Result<Service::Borrowed> Service::borrow() {
  std::shared_ptr<const LedgerReader> first;
  std::uint64_t generation = 0;
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      LedgerReader reader = std::move(readers_.back());
      readers_.pop_back();
      return Borrowed{std::move(reader), generation_};
    }
    first = first_;
    generation = generation_;
  }
  auto reader = LedgerReader::open_beside(*first);
  if (!reader) return tl::unexpected(std::move(reader.error()));
  return Borrowed{std::move(*reader), generation};
}

void Service::give_back(Borrowed&& borrowed) {
  const std::lock_guard lock(mutex_);
  if (borrowed.generation == generation_ && readers_.size() < 16) readers_.push_back(std::move(borrowed.reader));
}

std::optional<Response> Service::follow_file() {
  const auto file = file_at(options_.ledger);
  if (!file) {
    return problem(503, "The ledger is gone",
                   fmt::format("No file stands at {}; put the ledger back, or serve another one.", options_.ledger));
  }
  const std::lock_guard lock(mutex_);
  if (file == file_) return std::nullopt;
  auto first = LedgerReader::open(options_.ledger);
  if (!first) return problem(503, "The ledger cannot be opened", to_line(first.error()));
  first_ = std::make_shared<const LedgerReader>(std::move(*first));
  file_ = file;
  ++generation_;
  readers_.clear();
  return std::nullopt;
}

Response Service::answer(const Request& request) {
  // A page elsewhere cannot make a browser send such a host here under its own name.
  const std::string host = host_of(request.host);
  if (options_.loopback_only && !names_loopback(host))
    return problem(421, "Wrong host", "This page is served to this machine only; ask for it as localhost.");
  if (!names_this_machine(host))
    return problem(421, "Wrong host", "Ask for this page by the machine's address or by its own name.");
  Target target;
  if (!parse_target(request.target, target)) return problem(400, "Bad request", "This address cannot be read.");
  if (const auto question = question_of(request.method, target)) {
    if (auto refusal = refused(*question)) return *refusal;
    return question->operation->method == Method::post ? answer_verdict(request) : answer_api(request, *question);
  }
  if (request.method != Method::get && request.method != Method::head) {
    return problem(405, "Not allowed", "Only GET is answered here.");
  }
  if (target.path == std::vector<std::string>{"api", "openapi.json"})
    return {200, "application/json", "\"" + run_ + "\"", openapi_document()};
  if (!target.path.empty() && target.path[0] == "api")
    return not_found("The API has no such thing; see /api/openapi.json.");
  return answer_page(target);
}

Response Service::answer_page(const Target& target) const {
  // Every view's address gives the page, which then shows what the address says.
  constexpr std::array<std::string_view, 6> views{"speaker", "statement", "article", "search", "outlets", "review"};
  const bool view = target.path.empty() || std::ranges::find(views, target.path[0]) != views.end();
  const std::string path = view ? "/index.html" : "/" + target.path[0];
  for (const PageFile& file : files_) {
    if (file.path == path && (view || target.path.size() == 1)) {
      return {200, std::string(file.type), std::string(file.etag), std::string(file.bytes)};
    }
  }
  return not_found("There is no such page.");
}

Response Service::answer_api(const Request& request, const Question& question) {
  if (auto gone = follow_file()) return *gone;
  auto borrowed = borrow();
  if (!borrowed) return refusal(borrowed.error());
  const LedgerReader& reader = borrowed->reader;
  const auto ledger = reader.version();
  if (!ledger) return refusal(ledger.error());
  const std::string now = fmt::format("{}-{}-{}", run_, borrowed->generation, *ledger);
  std::optional<Response> kept;
  {
    const std::lock_guard lock(mutex_);
    if (kept_version_ != now) {
      kept_.clear();
      kept_bytes_ = 0;
      kept_version_ = now;
    }
    if (const auto found = kept_.find(request.target); found != kept_.end()) kept = found->second;
  }
  Response response = kept ? std::move(*kept) : answer_question(reader, question, now);
  give_back(std::move(*borrowed));
  if (!kept && response.status == 200) {
    response.etag = "\"" + now + "\"";
    const std::lock_guard lock(mutex_);
    const std::size_t bytes = entry_bytes + request.target.size() + response.body.size();
    if (kept_version_ == now && bytes <= longest_kept) {
      if (kept_bytes_ + bytes > most_kept) {
        kept_.clear();
        kept_bytes_ = 0;
      }
      if (kept_.try_emplace(request.target, response).second) kept_bytes_ += bytes;
    }
  }
  return response;
}

Response Service::answer_verdict(const Request& request) {
  if (!request.content_type.starts_with("application/json")) {
    return problem(415, "Not understood", "A verdict is sent as application/json.");
  }
  if (!request.origin.empty() && request.origin != "http://" + request.host &&
      request.origin != "https://" + request.host) {
    return problem(403, "Not from here", "Verdicts are taken from this page only.");
  }
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(request.body, error);
  if (error || !value.is_object()) return problem(400, "Bad request", "The body is no JSON object.");
  const auto text = [&value](std::string_view name) {
    const auto* found = value.get_object().if_contains({name.data(), name.size()});
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
  };
  const std::lock_guard lock(writing_);
  if (auto gone = follow_file()) return *gone;
  auto writer = LedgerWriter::open(options_.ledger, std::chrono::seconds(5));
  if (!writer) {
    Response busy = problem(503, "Busy", to_line(writer.error()));
    busy.retry_after = 10;
    return busy;
  }
  const std::string kind = text("kind");
  const std::string note = text("note");
  Result<Verdict> verdict =
      tl::unexpected(Error{"verdict", 0, "kind takes confirm, reject, same_speaker or different_speakers", ""});
  if (kind == "confirm") verdict = writer->judge(text("subject"), Judgement::confirmed, options_.reviewer, note);
  if (kind == "reject") verdict = writer->judge(text("subject"), Judgement::rejected, options_.reviewer, note);
  if (kind == "same_speaker") verdict = writer->same_speaker(text("subject"), text("object"), options_.reviewer, note);
  if (kind == "different_speakers") {
    verdict = writer->different_speakers(text("subject"), text("object"), options_.reviewer, note);
  }
  if (!verdict) return problem(422, "Not recorded", to_line(verdict.error()));
  Response response;
  response.status = 201;
  JsonWriter json(response.body);
  json.open_object();
  json.key("number");
  json.integer(verdict->number);
  json.close_object();
  return response;
}

}  // namespace onrecord
