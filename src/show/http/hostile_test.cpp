// The whole of `serve` on loopback against whoever means it harm: articles full of markup, addresses and headers that
// are none, slow and oversized requests, tricks with paths. Nothing of an article is markup, nothing but the ledger is
// told, and others are answered meanwhile.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "onrecord/record.h"
#include "show/http/http_server.h"
#include "show/http/loopback_socket.h"
#include "show/http/service.h"

namespace onrecord {
namespace {

constexpr std::string_view script = "<script>alert(1)</script>";

// An article that tries to be markup in every field that it can fill.
Record made() {
  Record record;
  const std::string attack = "\"><img src=x onerror=alert(1)>" + std::string(script) + "</title><!--";
  record.article.path = "../../etc/passwd";
  record.article.text = "“We go " + attack + "” said Ada " + attack + " Lund.\u2028\u0000x";
  record.article.title = attack;
  record.article.outlet = "Radio " + attack;
  record.article.url = "javascript:alert(1)//" + attack;
  record.article.byline = {attack};
  record.article.published = Date{2031, 5, 16};
  record.article.id = identity(record.article);
  Statement statement;
  statement.form = Form::direct;
  statement.content = {{0, 12}};
  statement.quotes = {{0, 12}};
  const auto said = static_cast<std::uint32_t>(record.article.text.find("said"));
  statement.cue = {{said, said + 4}};
  statement.source = {{said + 5, said + 8}};
  statement.decision = {"cue-lexicon", 0.9f};
  record.statements.push_back(statement);
  record.resolution.speakers.push_back(
      {"Ada " + attack, SpeakerKind::person, {}, {{{said + 5, said + 8}, {"full-name", 0.9f}}}});
  Circumstances who;
  who.speaker = 0;
  who.speaker_decision = {"full-name", 0.9f};
  record.resolution.statements.push_back(who);
  return record;
}

struct Answer {
  unsigned status = 0;
  std::string head, body;
};

class Hostile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("onrecord-hostile-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "secret.txt") << "the secret";
    const std::string path = (folder_ / "a.ledger").string();
    {
      auto writer = LedgerWriter::open(path);
      ASSERT_TRUE(writer);
      const auto receipts = writer->add(std::vector<Record>{made()});
      ASSERT_TRUE(receipts);
      ASSERT_EQ(receipts->front().outcome, Receipt::Outcome::added) << to_line(*receipts->front().error);
      article_ = receipts->front().article;
    }
    auto opened = Service::open({path, true, "test"});
    ASSERT_TRUE(opened);
    service_ = std::move(*opened);
    HttpLimits limits;
    limits.idle = std::chrono::seconds(2);
    limits.connections = 64;
    std::promise<std::uint16_t> ready;
    auto port = ready.get_future();
    thread_ = std::thread([this, limits, ready = std::move(ready)]() mutable {
      const HttpAnswer answer = [this](const Request& request) { return service_->answer(request); };
      const auto served =
          serve_http({"127.0.0.1", 0}, limits, 2, answer, [&](std::uint16_t at) { ready.set_value(at); }, stop_);
      EXPECT_TRUE(served.has_value());
    });
    port_ = port.get();
  }
  void TearDown() override {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    std::filesystem::remove_all(folder_);
  }

  int connected() const {
    const int handle = connect_to_loopback(port_, 10);
    EXPECT_GE(handle, 0);
    return handle;
  }

  static Answer rest_of(int handle) {
    const std::string bytes = read_and_close(handle);
    Answer answer;
    const std::size_t end = bytes.find("\r\n\r\n");
    answer.head = bytes.substr(0, end);
    if (end != std::string::npos) answer.body = bytes.substr(end + 4);
    if (bytes.starts_with("HTTP/1.1 ")) answer.status = static_cast<unsigned>(std::stoi(bytes.substr(9, 3)));
    return answer;
  }

  // Whatever the server still takes of `bytes` before it turns away is enough.
  Answer send_all(const std::string& bytes) const {
    const int handle = connected();
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t sent = send(handle, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) break;
      at += static_cast<std::size_t>(sent);
    }
    return rest_of(handle);
  }

  Answer get(const std::string& target, const std::string& headers = "Host: localhost\r\n") const {
    return send_all("GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
  }

  void expect_serving() const { EXPECT_EQ(get("/api/v1/summary").status, 200u) << "it goes on"; }

  std::filesystem::path folder_;
  std::string article_;
  std::unique_ptr<Service> service_;
  std::atomic<bool> stop_{false};
  std::uint16_t port_ = 0;
  std::thread thread_;
};

TEST_F(Hostile, WhatAnArticleSaysIsNeverMarkup) {
  for (const std::string& target :
       {std::string("/api/v1/changes"), std::string("/api/v1/search?words=go"), std::string("/api/v1/outlets"),
        "/api/v1/articles/" + article_, "/api/v1/statements/" + article_ + "-s1",
        "/api/v1/speakers/" + article_ + "-p1", std::string("/api/v1/speakers?name=ada")}) {
    const Answer answer = get(target);
    EXPECT_EQ(answer.status, 200u) << target;
    EXPECT_NE(answer.head.find("Content-Type: application/json"), std::string::npos) << target;
    EXPECT_NE(answer.head.find("X-Content-Type-Options: nosniff"), std::string::npos) << target;
    boost::system::error_code error;
    boost::json::parse(answer.body, error);
    EXPECT_FALSE(error) << target << ": " << answer.body;
  }
  // A view's own address gives the page as it was built: nothing of the ledger stands in it.
  for (const std::string& target : {"/article/" + article_, "/search?words=" + std::string("%3Cscript%3E"),
                                    std::string("/speaker/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")}) {
    const Answer answer = get(target);
    EXPECT_EQ(answer.status, 200u) << target;
    EXPECT_EQ(answer.body, get("/").body) << target;
    EXPECT_EQ(answer.body.find("alert"), std::string::npos) << target;
  }
}

TEST_F(Hostile, NoAnswerLetsABrowserRunOrFetchWhatIsNotThePages) {
  for (const char* target : {"/", "/page.js", "/api/v1/summary", "/nothing", "/api/v1/nothing", "/%zz"}) {
    const Answer answer = get(target);
    for (const char* rule : {"default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
                             "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin"}) {
      EXPECT_NE(answer.head.find(rule), std::string::npos) << target << " lacks " << rule;
    }
    EXPECT_EQ(answer.head.find("unsafe"), std::string::npos) << target;
    EXPECT_EQ(answer.head.find("Access-Control-Allow"), std::string::npos) << target;
  }
}

TEST_F(Hostile, TricksWithPathsLeadNowhere) {
  for (const char* target :
       {"/../secret.txt", "/../../../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
        "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/page.js/../../secret.txt", "//etc/passwd", "/./secret.txt",
        "/..%5c..%5csecret.txt", "/secret.txt%00.js", "/page.js%00", "/a.ledger", "/api/v1/../../a.ledger",
        "/api/v1/articles/..%2f..%2fa.ledger", "/api/v1/articles/%2fetc%2fpasswd",
        "http://elsewhere.example/etc/passwd", "/etc/passwd?x=/page.js"}) {
    const Answer answer = get(target);
    EXPECT_TRUE(answer.status == 400 || answer.status == 404) << target << " gives " << answer.status;
    EXPECT_EQ(answer.body.find("the secret"), std::string::npos) << target;
    EXPECT_EQ(answer.body.find("root:"), std::string::npos) << target;
    EXPECT_EQ(answer.body.find("SQLite format"), std::string::npos) << target;
    EXPECT_EQ(answer.body.find(folder_.string()), std::string::npos) << target << " tells where the ledger lies";
  }
  expect_serving();
}

TEST_F(Hostile, AddressesThatAreNoneAreRefused) {
  for (const char* target :
       {"/%", "/%zz", "/%ff%fe", "/?words=%c3", "*", "/api/v1/search?words=%00", "/[", "/\x7f", "/\\"}) {
    const Answer answer = get(target);
    EXPECT_TRUE(answer.status >= 400 && answer.status < 500) << target << " gives " << answer.status;
  }
  // Long, deep and many, within the limit of headers: refused or answered, and quickly.
  const std::string deep = [] {
    std::string path;
    for (int i = 0; i < 3000; ++i) path += "/a";
    return path;
  }();
  std::string many = "/api/v1/search?words=go", unknown = many;
  for (int i = 0; i < 1500; ++i) {
    many += "&words=go";
    unknown += "&a" + std::to_string(i) + "=1";
  }
  std::string words = "/api/v1/search?words=";
  for (int i = 0; i < 3000; ++i) words += "a+";
  EXPECT_EQ(get(deep).status, 404u);
  EXPECT_EQ(get(many).status, 200u);
  EXPECT_EQ(get(unknown).status, 400u);
  EXPECT_EQ(get(words).status, 200u);
  EXPECT_EQ(get("/api/v1/changes?offset=18446744073709551616").status, 400u);
  EXPECT_EQ(get("/api/v1/changes?offset=-1").status, 400u);
  expect_serving();
}

TEST_F(Hostile, WordsAreNeverAQueryLanguage) {
  for (const char* words :
       {"%27%20OR%201%3D1--", "%22%20OR%20%22", "content%3A%20x", "NEAR(a%20b)", "*", "%5E", "a%20AND%20NOT%20b",
        "%22%22%22", "x%27)%3B%20DROP%20TABLE%20statement%3B--", "%7Bspeaker%7D%20%3A%20x"}) {
    for (const char* question : {"search?words=", "search?speaker=", "search?outlet=", "speakers?name=",
                                 "changes?speaker=", "verdicts?speaker="}) {
      EXPECT_EQ(get(std::string("/api/v1/") + question + words).status, 200u) << question << words;
    }
    const unsigned shown = get("/api/v1/speakers/" + article_ + "-p1?about=" + words).status;
    EXPECT_EQ(shown, 200u) << words;
  }
  EXPECT_NE(get("/api/v1/summary").body.find(R"("statements":1)"), std::string::npos) << "all is still there";
}

TEST_F(Hostile, HeadersThatLieAreRefused) {
  EXPECT_EQ(get("/", "Host: evil.example\r\n").status, 421u) << "another site's name pointed here";
  EXPECT_EQ(get("/", "Host: localhost@evil.example\r\n").status, 421u);
  EXPECT_EQ(get("/", "Host: localhost.evil.example\r\n").status, 421u);
  EXPECT_EQ(get("/", "").status, 421u) << "no host";
  EXPECT_EQ(get("/", "Host: localhost\r\nX: a\r\n b\r\n").status, 200u) << "a folded line is one line";
  EXPECT_EQ(send_all("GET / HTTP/1.1\r\nHost: localhost\r\nX\0Y: 1\r\n\r\n" + std::string(1, '\0')).status, 400u);
  EXPECT_EQ(send_all("GET / HTTP/1.1\nHost: localhost\n\n").status, 400u) << "bare line feeds";
  EXPECT_EQ(send_all("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n").status, 400u);
  // What another server might read as two requests.
  const std::string body = "{\"kind\":\"confirm\",\"subject\":\"x\"}";
  EXPECT_EQ(
      send_all("POST /api/v1/verdicts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n" +
               body)
          .status,
      400u);
  EXPECT_EQ(send_all("POST /api/v1/verdicts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: "
                     "chunked\r\n\r\n0\r\n\r\n")
                .status,
            400u);
  EXPECT_EQ(send_all("POST /api/v1/verdicts HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n").status, 400u);
  expect_serving();
}

TEST_F(Hostile, AnotherSitesPageCannotGiveAVerdict) {
  const std::string body = "{\"kind\":\"confirm\",\"subject\":\"x\"}";
  const auto post = [&](const std::string& headers) {
    return send_all("POST /api/v1/verdicts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body)
        .status;
  };
  EXPECT_EQ(post("Content-Type: text/plain\r\n"), 415u) << "what a form can send";
  EXPECT_EQ(post("Content-Type: application/json\r\nOrigin: https://evil.example\r\n"), 403u);
  EXPECT_EQ(post("Content-Type: application/json\r\nOrigin: null\r\n"), 403u);
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"}) {
    const Answer answer = send_all(std::string(method) + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(answer.status == 405 || answer.status == 400) << method << " gives " << answer.status;
  }
}

TEST_F(Hostile, OversizedRequestsAreTurnedAway) {
  EXPECT_EQ(get("/" + std::string(100'000, 'a')).status, 431u);
  EXPECT_EQ(get("/", "Host: localhost\r\nX: " + std::string(1'000'000, 'a') + "\r\n").status, 431u);
  std::string many = "Host: localhost\r\n";
  for (int i = 0; i < 5000; ++i) many += "X" + std::to_string(i) + ": 1\r\n";
  EXPECT_EQ(get("/", many).status, 431u);
  const std::string post = "POST /api/v1/verdicts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  EXPECT_EQ(send_all(post + "Content-Length: 99999999999\r\n\r\n").status, 413u);
  EXPECT_EQ(send_all(post + "Content-Length: 200000\r\n\r\n" + std::string(200'000, '[')).status, 413u);
  EXPECT_EQ(send_all(post + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n" + std::string(200'000, 'a')).status, 413u);
  const std::string nested(60'000, '[');
  EXPECT_EQ(send_all(post + "Connection: close\r\nContent-Length: 60000\r\n\r\n" + nested).status, 400u) << "deep JSON";
  expect_serving();
}

TEST_F(Hostile, SlowClientsStopNobodyElse) {
  // Thirty that send one byte now and then, thirty that send nothing, and some that do not read what they asked for.
  std::vector<int> slow;
  for (int i = 0; i < 60; ++i) slow.push_back(connected());
  for (int i = 0; i < 30; ++i) send(slow[static_cast<std::size_t>(i)], "GET / HT", 8, MSG_NOSIGNAL);
  const auto begun = std::chrono::steady_clock::now();
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 30; ++i) send(slow[static_cast<std::size_t>(i)], "T", 1, MSG_NOSIGNAL);
    expect_serving();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2)) << "others wait for nobody";
  // A whole request has two seconds here, however its bytes trickle in.
  char byte = 0;
  for (int i = 0; i < 20 && recv(slow[0], &byte, 1, MSG_DONTWAIT) != 0; ++i) {
    send(slow[0], "x", 1, MSG_NOSIGNAL);
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
  }
  EXPECT_EQ(recv(slow[0], &byte, 1, MSG_DONTWAIT), 0) << "the slow one was cut off";
  for (const int handle : slow) close(handle);
  expect_serving();
}

TEST_F(Hostile, WhoeverNeverReadsIsCutOff) {
  const int handle = connected();
  const int small = 1024;
  setsockopt(handle, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  std::string requests;
  for (int i = 0; i < 2000; ++i) requests += "GET /page.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (std::size_t at = 0; at < requests.size();) {
    const ssize_t sent = send(handle, requests.data() + at, requests.size() - at, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent <= 0) break;
    at += static_cast<std::size_t>(sent);
  }
  expect_serving();
  std::this_thread::sleep_for(std::chrono::milliseconds(2600));
  const Answer answer = rest_of(handle);
  EXPECT_LT(answer.head.size() + answer.body.size(), 2000u * 30'000u) << "not all was sent";
  expect_serving();
}

}  // namespace
}  // namespace onrecord
