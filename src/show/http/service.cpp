#include "show/http/service.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <filesystem>

#include "show/http/answers.h"
#include "show/http/page_files.h"
#include "show/json_writer.h"

namespace onrecord {

namespace {

constexpr std::size_t kept_answers = 256;
constexpr std::size_t kept_bytes = 512 * 1024;  // a larger answer is not kept

Response refusal(const Error& error) { return problem(500, "The ledger does not answer", to_line(error)); }
Response not_found(std::string_view what) { return problem(404, "Not on record", what); }

// "localhost:8321", "127.0.0.1", "[::1]:8321": a page elsewhere cannot make a browser send another name here.
bool names_loopback(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (host == name) return true;
    if (host.starts_with(name) && host.size() > name.size() && host[name.size()] == ':') return true;
  }
  return false;
}

}  // namespace

Result<std::unique_ptr<Service>> Service::open(ServiceOptions options) {
  std::unique_ptr<Service> service(new Service(std::move(options)));
  auto reader = service->borrow();
  if (!reader) return tl::unexpected(reader.error());
  service->give_back(std::move(*reader));
  return service;
}

Result<LedgerReader> Service::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      LedgerReader reader = std::move(readers_.back());
      readers_.pop_back();
      return reader;
    }
  }
  return LedgerReader::open(options_.ledger);
}

void Service::give_back(LedgerReader&& reader) {
  const std::lock_guard lock(mutex_);
  if (readers_.size() < 16) readers_.push_back(std::move(reader));
}

// Changes with every commit: a commit writes the file or its write-ahead log.
std::string Service::version() const {
  std::string version;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(options_.ledger + suffix, error);
    const auto size = std::filesystem::file_size(options_.ledger + suffix, error);
    version += error ? "0." : std::to_string(time.time_since_epoch().count()) + "." + std::to_string(size) + ".";
  }
  return version;
}

Response Service::answer(const Request& request) {
  if (options_.loopback_only && !names_loopback(request.host)) {
    return problem(421, "Wrong host", "This page is served to this machine only; ask for it as localhost.");
  }
  Target target;
  if (!parse_target(request.target, target)) return problem(400, "Bad request", "This address cannot be read.");
  const bool api = target.path.size() >= 2 && target.path[0] == "api" && target.path[1] == "v1";
  if (request.method == Method::post && api && target.path.size() == 3 && target.path[2] == "verdicts") {
    return answer_verdict(request);
  }
  if (request.method != Method::get && request.method != Method::head) {
    return problem(405, "Not allowed", "Only GET is answered here.");
  }
  if (api) return answer_api(request, target);
  if (!target.path.empty() && target.path[0] == "api") return not_found("The API begins with /api/v1.");
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

Response Service::answer_api(const Request& request, const Target& target) {
  const std::string now = version();
  {
    const std::lock_guard lock(mutex_);
    if (kept_version_ != now) {
      kept_.clear();
      kept_version_ = now;
    }
    if (const auto found = kept_.find(request.target); found != kept_.end()) return found->second;
  }
  auto reader = borrow();
  if (!reader) return refusal(reader.error());
  Response response = answer_question(*reader, target, now);
  give_back(std::move(*reader));
  if (response.status == 200) {
    response.etag = "\"" + now + "\"";
    const std::lock_guard lock(mutex_);
    if (kept_version_ == now && kept_.size() < kept_answers && response.body.size() <= kept_bytes) {
      kept_.insert_or_assign(request.target, response);
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
  auto writer = LedgerWriter::open(options_.ledger, std::chrono::seconds(5));
  if (!writer) return problem(503, "Busy", to_line(writer.error()));
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
