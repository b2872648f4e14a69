// The API over a small ledger, without sockets.
#include "show/http/service.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "onrecord/record.h"

namespace onrecord {
namespace {

// “We go,” said <b>Lund</b>. — an article that tries to be markup.
Record made() {
  Record record;
  record.article.path = "a.txt";
  record.article.text = "“We go,” said Ada <script>alert(1)</script> Lund.";
  record.article.title = "<img src=x onerror=alert(1)>";
  record.article.outlet = "Radio Fjord";
  record.article.published = Date{2031, 5, 16};
  record.article.id = identity(record.article);
  Statement statement;
  statement.form = Form::direct;
  statement.content = {{0, 12}};
  statement.quotes = {{0, 12}};
  statement.cue = {{13, 17}};
  statement.source = {{18, 21}};
  statement.decision = {"cue-lexicon", 0.9f};
  record.statements.push_back(statement);
  record.resolution.speakers.push_back({"Ada Lund", SpeakerKind::person, {}, {{{18, 21}, {"full-name", 0.9f}}}});
  Circumstances who;
  who.speaker = 0;
  who.speaker_decision = {"full-name", 0.9f};
  record.resolution.statements.push_back(who);
  return record;
}

class ServiceTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("onrecord-service-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    const std::string path = (folder_ / "a.ledger").string();
    auto writer = LedgerWriter::open(path);
    ASSERT_TRUE(writer);
    const std::vector<Record> records{made()};
    const auto receipts = writer->add(records);
    ASSERT_TRUE(receipts && receipts->front().outcome == Receipt::Outcome::added);
    article_ = receipts->front().article;
    auto opened = Service::open({path, true, "test"});
    ASSERT_TRUE(opened);
    service_ = std::move(*opened);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Response get(const std::string& target, const std::string& host = "localhost:8321") {
    Request request;
    request.target = target;
    request.host = host;
    return service_->answer(request);
  }

  Response post(const std::string& verdict) {
    Request request;
    request.method = Method::post;
    request.target = "/api/v1/verdicts";
    request.host = "localhost:8321";
    request.content_type = "application/json";
    request.body = verdict;
    return service_->answer(request);
  }

  std::filesystem::path folder_;
  std::string article_;
  std::unique_ptr<Service> service_;
};

TEST_F(ServiceTest, FindsAStatementAndTellsItsProof) {
  const Response found = get("/api/v1/search?words=go");
  EXPECT_EQ(found.status, 200u);
  EXPECT_NE(found.body.find(R"("name":"Ada Lund")"), std::string::npos) << found.body;
  EXPECT_NE(found.body.find(R"({"text":"“We go,”","marks":["content","quote"]})"), std::string::npos) << found.body;
  EXPECT_FALSE(found.etag.empty());
  EXPECT_EQ(get("/api/v1/search?words=go").body, found.body);
}

TEST_F(ServiceTest, ShowsSpeakersStatementsAndArticlesByTheirIds) {
  EXPECT_NE(get("/api/v1/speakers?name=lund").body.find(article_ + "-p1"), std::string::npos);
  EXPECT_EQ(get("/api/v1/speakers/" + article_ + "-p1").status, 200u);
  EXPECT_EQ(get("/api/v1/statements/" + article_ + "-s1").status, 200u);
  const Response article = get("/api/v1/articles/" + article_);
  EXPECT_EQ(article.status, 200u);
  EXPECT_NE(article.body.find(R"("unnamed":0)"), std::string::npos);
  EXPECT_NE(get("/api/v1/outlets").body.find(R"("outlet":"Radio Fjord","articles":1,"statements":1,"direct":1)"),
            std::string::npos);
  EXPECT_EQ(get("/api/v1/articles/nonsense").status, 404u);
}

TEST_F(ServiceTest, ListsWhatAnOutletOrASpeakerHasWithoutWords) {
  EXPECT_NE(get("/api/v1/search?outlet=radio%20fjord").body.find(R"("total":1)"), std::string::npos);
  EXPECT_NE(get("/api/v1/search?speaker=Lund").body.find(R"("total":1)"), std::string::npos);
  EXPECT_NE(get("/api/v1/search?outlet=elsewhere").body.find(R"("total":0)"), std::string::npos);
  EXPECT_NE(get("/api/v1/search?words=").body.find(R"("total":0)"), std::string::npos);
}

TEST_F(ServiceTest, TakesAnyWordsAsWords) {
  for (const char* words : {"%22", "a%20OR%20b", "NEAR(", "*", "%3Cscript%3E", "col:x", "-"}) {
    EXPECT_EQ(get(std::string("/api/v1/search?words=") + words).status, 200u) << words;
  }
}

TEST_F(ServiceTest, ADamagedLedgerIsNotSaidToHoldNothing) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "a.ledger").c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, "DROP TRIGGER statement_is_final; UPDATE statement SET content = '[[0,9999]]'",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(database);
  for (const char* what : {"/api/v1/statements/", "/api/v1/articles/"}) {
    const bool statement = std::string_view(what).ends_with("statements/");
    const Response response = get(what + article_ + (statement ? "-s1" : ""));
    EXPECT_EQ(response.status, 500u) << what;
    EXPECT_NE(response.body.find("damaged"), std::string::npos) << response.body;
  }
  EXPECT_EQ(get("/api/v1/statements/" + article_ + "-s7").status, 404u);
}

TEST_F(ServiceTest, ALedgerThatIsGoneIsMissedAndAnotherInItsPlaceServed) {
  const std::filesystem::path path = folder_ / "a.ledger";
  const std::string before = get("/api/v1/articles/" + article_).etag;
  EXPECT_FALSE(before.empty());
  std::filesystem::rename(path, folder_ / "away");
  EXPECT_EQ(get("/api/v1/articles/" + article_).status, 503u);
  EXPECT_EQ(post(R"({"kind":"confirm","subject":")" + article_ + R"(-r1"})").status, 503u);
  EXPECT_FALSE(std::filesystem::exists(path));
  Record other = made();
  other.article.outlet = "Sundvik Post";
  other.article.id = identity(other.article);
  {
    auto writer = LedgerWriter::open(path.string());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->add(std::vector<Record>{other}));
  }
  const Response outlets = get("/api/v1/outlets");
  EXPECT_EQ(outlets.status, 200u);
  EXPECT_NE(outlets.body.find("Sundvik Post"), std::string::npos) << outlets.body;
  EXPECT_EQ(outlets.body.find("Radio Fjord"), std::string::npos) << outlets.body;
  EXPECT_NE(get("/api/v1/outlets").etag, before);
}

TEST_F(ServiceTest, RefusesWhatMakesNoSense) {
  EXPECT_EQ(get("/api/v1/search?words=go&since=yesterday").status, 400u);
  EXPECT_EQ(get("/api/v1/changes?type=sang").status, 400u);
  EXPECT_EQ(get("/api/v1/changes?sure=101").status, 400u);
  EXPECT_EQ(get("/api/v1/changes?limit=0").status, 400u);
  EXPECT_EQ(get("/api/v1/nothing").status, 404u);
  EXPECT_EQ(get("/../../etc/passwd").status, 404u);
  EXPECT_EQ(get("/%00").status, 400u);
}

TEST_F(ServiceTest, AnswersNobodyWhoCallsItByAnotherName) {
  EXPECT_EQ(get("/api/v1/summary", "evil.example").status, 421u);
  EXPECT_EQ(get("/", "localhost.evil.example").status, 421u);
  for (const char* host : {"127.0.0.1:8321", "127.0.0.2", "LOCALHOST:8321", "[::1]:8321", "[::1]"})
    EXPECT_EQ(get("/", host).status, 200u) << host;
  for (const char* host : {"", "\xf0", "\xe2\x80", "[::1]evil.example", "192.0.2.7:8321"})
    EXPECT_EQ(get("/", host).status, 421u) << host;
}

TEST_F(ServiceTest, AnswersOthersOnlyByTheMachinesAddressOrName) {
  auto opened = Service::open({(folder_ / "a.ledger").string(), false, "test"});
  ASSERT_TRUE(opened);
  service_ = std::move(*opened);
  for (const char* host : {"192.0.2.7:8321", "[2001:db8::7]:8321", "localhost:8321"})
    EXPECT_EQ(get("/", host).status, 200u) << host;
  EXPECT_EQ(get("/", "evil.example:8321").status, 421u) << "a name that was pointed here";
}

TEST_F(ServiceTest, GivesThePageForEveryView) {
  const Response page = get("/");
  EXPECT_EQ(page.type, "text/html; charset=utf-8");
  EXPECT_EQ(get("/speaker/x-p1").body, page.body);
  EXPECT_EQ(get("/page.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(get("/secret.txt").status, 404u);
}

TEST_F(ServiceTest, RecordsAPersonsVerdictFromThisPageOnly) {
  Request request;
  request.method = Method::post;
  request.target = "/api/v1/verdicts";
  request.host = "localhost:8321";
  request.body = R"({"kind":"same_speaker","subject":")" + article_ + R"(-p1","object":")" + article_ + R"(-p9"})";
  EXPECT_EQ(service_->answer(request).status, 415u) << "a form of another site cannot send JSON";
  request.content_type = "application/json";
  request.origin = "https://evil.example";
  EXPECT_EQ(service_->answer(request).status, 403u);
  request.origin = "http://localhost:8321";
  EXPECT_EQ(service_->answer(request).status, 422u) << "there is no such second speaker";
  request.body = "[]";
  EXPECT_EQ(service_->answer(request).status, 400u);
}

TEST_F(ServiceTest, ListsWhatPeopleDecidedAndWhatWaitsForThem) {
  EXPECT_NE(get("/api/v1/verdicts").body.find(R"("total":0)"), std::string::npos);
  EXPECT_NE(get("/api/v1/candidates").body.find(R"("total":0)"), std::string::npos);
  EXPECT_EQ(get("/api/v1/verdicts?limit=many").status, 400u);
}

TEST_F(ServiceTest, GivesASpeakerAPageAtATime) {
  const std::string speaker = "/api/v1/speakers/" + article_ + "-p1";
  EXPECT_NE(get(speaker).body.find(R"("months":[{"month":"2031-05","statements":1}])"), std::string::npos);
  EXPECT_NE(get(speaker).body.find(R"("more":false)"), std::string::npos) << get(speaker).body;
  EXPECT_NE(get(speaker + "?since=2031-06-01").body.find(R"("utterances":[])"), std::string::npos);
  EXPECT_EQ(get(speaker + "?since=soon").status, 400u);
}

}  // namespace
}  // namespace onrecord
