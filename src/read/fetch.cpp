#include "read/fetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <thread>
#include <vector>

#include "read/curl_library.h"
#include "read/lines.h"

namespace onrecord {

namespace {

constexpr int most_redirections = 5;
constexpr std::chrono::hours robots_hold{24};
constexpr std::chrono::minutes robots_retry{10};  // after a robots.txt that could not be had
constexpr double longest_site_delay = 60;  // seconds
constexpr std::size_t most_rules = 500 * 1024;  // bytes of a robots.txt
constexpr std::chrono::milliseconds nap{50};

// An address taken apart; none where it is no address, or where libcurl is missing.
class Url {
 public:
  explicit Url(const std::string& address) {
    if (curl_ == nullptr) return;
    url_ = {curl_->url(), curl_->url_cleanup};
    if (url_ && !set(CURLUPART_URL, address.c_str())) url_.reset();
  }
  explicit operator bool() const { return url_ != nullptr; }
  bool set(CURLUPart part, const char* text, unsigned flags = 0) {
    return curl_->url_set(url_.get(), part, text, flags) == CURLUE_OK;
  }
  std::string part(CURLUPart part) const {
    char* text = nullptr;
    if (curl_->url_get(url_.get(), part, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, void (*)(void*)> owner(text, curl_->free);
    return text;
  }

 private:
  const CurlLibrary* curl_ = curl_library();
  std::unique_ptr<CURLU, void (*)(CURLU*)> url_{nullptr, nullptr};
};

// Parameters that tell the site where a visitor came from, and nothing about the page.
bool counts_visitors(std::string_view parameter) {
  const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
  constexpr auto names = std::to_array<std::string_view>(
      {"fbclid", "gclid", "cmpid", "ns_campaign", "ns_source", "ns_mchannel", "at_medium", "at_campaign"});
  return name.starts_with("utm_") || std::ranges::find(names, name) != names.end();
}

std::string without_counters(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || counts_visitors(parameter)) continue;
    if (!kept.empty()) kept.push_back('&');
    kept += parameter;
  }
  return kept;
}

// What a robots.txt rule is compared with.
std::string path_of(const std::string& address) {
  const Url url(address);
  if (!url) return "/";
  const std::string query = url.part(CURLUPART_QUERY);
  return url.part(CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
}

// Filled by libcurl's callbacks.
struct Answer {
  std::string body;
  std::size_t most_bytes = 0;
  bool too_large = false;
  std::string etag, last_modified, retry_after;
  const std::atomic<bool>* stop = nullptr;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  if (answer.body.size() + count > answer.most_bytes) {
    answer.too_large = true;
    return 0;
  }
  answer.body.append(bytes, count);
  return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  const std::string_view line(bytes, count);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return count;
  const std::string name = lower_ascii(line.substr(0, colon));
  const std::string_view value = trimmed_bytes(line.substr(colon + 1));
  if (value.size() > 1000) return count;
  if (name == "etag") answer.etag = value;
  if (name == "last-modified") answer.last_modified = value;
  if (name == "retry-after") answer.retry_after = value;
  return count;
}

int look_up(void* to, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return *static_cast<const Answer*>(to)->stop ? 1 : 0;
}

Fetched::Outcome outcome_of(long status) {
  if (status == 200) return Fetched::Outcome::fetched;
  if (status == 304) return Fetched::Outcome::unchanged;
  if (status == 404 || status == 410) return Fetched::Outcome::gone;
  if (status >= 400 && status < 500 && status != 429 && status != 408) return Fetched::Outcome::refused;
  return Fetched::Outcome::failed;
}

}  // namespace

std::optional<std::string> resolve_address(const std::string& base, const std::string& link) {
  Url url(base);
  if (!url || !url.set(CURLUPART_URL, link.c_str(), CURLU_URLENCODE)) return std::nullopt;
  const std::string scheme = url.part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  if (url.part(CURLUPART_HOST).empty()) return std::nullopt;
  url.set(CURLUPART_FRAGMENT, nullptr);
  const std::string query = without_counters(url.part(CURLUPART_QUERY));
  url.set(CURLUPART_QUERY, query.empty() ? nullptr : query.c_str());
  const std::string address = url.part(CURLUPART_URL);
  if (address.empty()) return std::nullopt;
  return address;
}

std::string host_of(const std::string& address) {
  const Url url(address);
  if (!url) return {};
  const std::string port = url.part(CURLUPART_PORT);
  return url.part(CURLUPART_SCHEME) + "://" + url.part(CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
}

struct PoliteVisitor::Connection {
  const CurlLibrary* library = curl_library();
  std::unique_ptr<CURL, void (*)(CURL*)> curl{nullptr, nullptr};

  Connection() {
    if (library != nullptr) curl = {library->easy_init(), library->easy_cleanup};
  }
};

PoliteVisitor::PoliteVisitor(FetchSettings settings, const std::atomic<bool>& stop)
    : settings_(std::move(settings)), stop_(&stop), connection_(std::make_unique<Connection>()) {}

PoliteVisitor::~PoliteVisitor() = default;

std::chrono::milliseconds PoliteVisitor::wait_for(const std::string& address) const {
  const auto host = hosts_.find(host_of(address));
  if (host == hosts_.end()) return std::chrono::milliseconds(0);
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(host->second.free - Clock::now());
  return std::max(left, std::chrono::milliseconds(0));
}

bool PoliteVisitor::wait_until(Clock::time_point moment) const {
  while (!*stop_ && Clock::now() < moment)
    std::this_thread::sleep_for(std::min<Clock::duration>(nap, moment - Clock::now()));
  return !*stop_;
}

Fetched PoliteVisitor::ask(const FetchRequest& request, Host& host, std::string* redirected_to) {
  Fetched fetched;
  fetched.address = request.address;
  CURL* curl = connection_->curl.get();
  if (curl == nullptr) {
    fetched.what = connection_->library == nullptr ? fmt::format("needs {}, which is not installed", curl_library_name)
                                                   : "no connection could be made";
    return fetched;
  }
  const CurlLibrary& library = *connection_->library;
  if (!wait_until(host.free)) {
    fetched.outcome = Fetched::Outcome::stopped;
    return fetched;
  }
  Answer answer;
  answer.most_bytes = settings_.most_bytes;
  answer.stop = stop_;
  library.easy_reset(curl);
  const std::string agent = settings_.agent + (settings_.agent_note.empty() ? "" : "/" + settings_.agent_note);
  curl_slist* raw = nullptr;
  if (!request.etag.empty()) raw = library.slist_append(raw, ("If-None-Match: " + request.etag).c_str());
  if (!request.last_modified.empty())
    raw = library.slist_append(raw, ("If-Modified-Since: " + request.last_modified).c_str());
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(raw, library.slist_free_all);
  library.easy_setopt(curl, CURLOPT_URL, request.address.c_str());
  library.easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  library.easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  library.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  library.easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  library.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  library.easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.timeout.count()));
  library.easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                      static_cast<long>(std::min<std::int64_t>(settings_.timeout.count(), 15000)));
  library.easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  library.easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  library.easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  library.easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
  library.easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  library.easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_up);
  library.easy_setopt(curl, CURLOPT_XFERINFODATA, &answer);
  const CURLcode result = library.easy_perform(curl);
  const double asked = host.robots ? host.robots->delay().value_or(0) : 0;  // seconds; may be any number
  const std::chrono::milliseconds site(static_cast<std::int64_t>(1000 * std::min(asked, longest_site_delay)));
  host.free = Clock::now() + std::max(settings_.delay, site);
  long status = 0;
  library.easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (*stop_) {
    fetched.outcome = Fetched::Outcome::stopped;
    return fetched;
  }
  if (answer.too_large) {
    fetched.outcome = Fetched::Outcome::refused;
    fetched.what = fmt::format("is larger than {} bytes", settings_.most_bytes);
    fetched.body = std::move(answer.body);
    return fetched;
  }
  if (result != CURLE_OK) {
    fetched.what = library.easy_strerror(result);
    return fetched;
  }
  if (status >= 300 && status < 400 && status != 304) {
    char* target = nullptr;
    library.easy_getinfo(curl, CURLINFO_REDIRECT_URL, &target);
    if (target != nullptr) *redirected_to = target;
    fetched.what = fmt::format("leads elsewhere with status {}", status);
    return fetched;
  }
  fetched.outcome = outcome_of(status);
  if (status != 200 && status != 304) fetched.what = fmt::format("the server answers with status {}", status);
  fetched.body = std::move(answer.body);
  fetched.etag = std::move(answer.etag);
  fetched.last_modified = std::move(answer.last_modified);
  std::int64_t seconds = 0;
  const char* end = answer.retry_after.data() + answer.retry_after.size();
  if (std::from_chars(answer.retry_after.data(), end, seconds).ec == std::errc() && seconds >= 0)
    fetched.retry_after = seconds;
  return fetched;
}

// RFC 9309: no such file allows all; a server that does not answer forbids all for now.
void PoliteVisitor::ask_robots(const std::string& name, Host& host) {
  const auto hold = host.unknown.empty() ? Clock::duration(robots_hold) : Clock::duration(robots_retry);
  if (host.robots && Clock::now() - host.robots_asked < hold) return;
  std::string address = name + "/robots.txt";
  for (int i = 0; i <= most_redirections; ++i) {
    std::string next;
    const Fetched fetched = ask({address, "", ""}, host, &next);
    if (fetched.outcome == Fetched::Outcome::stopped) return;
    host.robots_asked = Clock::now();
    if (next.empty()) {
      host.unknown = fetched.outcome == Fetched::Outcome::failed ? fetched.what : "";
      const bool none = fetched.outcome == Fetched::Outcome::gone || fetched.outcome == Fetched::Outcome::refused;
      // Of one that is too large its first half megabyte counts, as RFC 9309 asks for.
      const bool some = fetched.outcome == Fetched::Outcome::fetched || !fetched.body.empty();
      const std::string_view rules = std::string_view(fetched.body).substr(0, most_rules);
      host.robots = some   ? Robots::parse(rules, settings_.agent)
                    : none ? Robots::allow_all()
                           : Robots::forbid_all();
      host.free = Clock::now() + std::min<Clock::duration>(settings_.delay, std::chrono::seconds(1));
      return;
    }
    address = next;
  }
  host.unknown.clear();
  host.robots = Robots::allow_all();
}

Fetched PoliteVisitor::get(const FetchRequest& request) {
  FetchRequest now = request;
  for (int i = 0; i <= most_redirections; ++i) {
    const std::string name = host_of(now.address);
    Host& host = hosts_[name];
    ask_robots(name, host);
    Fetched fetched;
    fetched.address = now.address;
    if (*stop_ || !host.robots) {
      fetched.outcome = Fetched::Outcome::stopped;
      return fetched;
    }
    if (!host.unknown.empty()) {
      fetched.what = "robots.txt cannot be had: " + host.unknown;
      return fetched;
    }
    if (!host.robots->allows(path_of(now.address))) {
      fetched.outcome = Fetched::Outcome::forbidden;
      fetched.what = "robots.txt does not allow it";
      return fetched;
    }
    std::string next;
    fetched = ask(now, host, &next);
    if (next.empty()) return fetched;
    const auto target = resolve_address(now.address, next);
    if (!target) {
      fetched.outcome = Fetched::Outcome::refused;
      return fetched;
    }
    now.address = *target;
  }
  Fetched lost;
  lost.outcome = Fetched::Outcome::refused;
  lost.address = now.address;
  lost.what = fmt::format("leads elsewhere more than {} times", most_redirections);
  return lost;
}

}  // namespace onrecord
