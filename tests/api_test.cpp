// The API is what its definition says: answers have the shapes that it tells, its parameters are taken and others
// refused, and the documents that are written from it stand as they are served.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "ledger/made_record.h"
#include "show/http/api_definition.h"
#include "show/http/openapi.h"
#include "show/http/service.h"

namespace onrecord {
namespace {

namespace json = boost::json;

// What of `value` is not as `type` says; empty where all is.
std::string fault(const json::value& value, std::string_view type);

std::string fault(const json::value& value, const ApiShape& shape) {
  if (!value.is_object()) return fmt::format("{} is no object", shape.name);
  const json::object& object = value.get_object();
  for (const auto& member : object) {
    if (std::ranges::find(shape.fields, std::string_view(member.key()), &ApiField::name) == shape.fields.end())
      return fmt::format("{} has a field {} that nothing tells of", shape.name, std::string_view(member.key()));
  }
  for (const ApiField& field : shape.fields) {
    const json::value* found = object.if_contains({field.name.data(), field.name.size()});
    if (found == nullptr) {
      if (!field.maybe_absent) return fmt::format("{} lacks {}", shape.name, field.name);
    } else if (!(field.maybe_null && found->is_null())) {
      if (const std::string what = fault(*found, field.type); !what.empty())
        return fmt::format("{}.{}: {}", shape.name, field.name, what);
    }
  }
  return {};
}

std::string fault(const json::value& value, std::string_view type) {
  if (type.ends_with("[]")) {
    if (!value.is_array()) return "no list";
    for (const json::value& one : value.get_array()) {
      if (const std::string what = fault(one, type.substr(0, type.size() - 2)); !what.empty()) return what;
    }
    return {};
  }
  const bool number = value.is_number();
  if (type == "text") return value.is_string() ? "" : "no text";
  if (type == "flag") return value.is_bool() ? "" : "no flag";
  if (type == "integer") return value.is_int64() || value.is_uint64() ? "" : "no whole number";
  if (type == "share")
    return number && value.to_number<double>() >= 0 && value.to_number<double>() <= 1 ? "" : "no share";
  if (type == "date") return value.is_string() && parse_iso(std::string(value.get_string())) ? "" : "no date";
  const auto choice = std::ranges::find(api_choices(), type, &ApiChoice::name);
  if (choice != api_choices().end()) {
    const bool known = value.is_string() &&
                       std::ranges::find(choice->words, std::string_view(value.get_string())) != choice->words.end();
    return known ? "" : fmt::format("no {}", type);
  }
  const auto shape = std::ranges::find(api_shapes(), type, &ApiShape::name);
  return shape == api_shapes().end() ? fmt::format("nothing tells what {} is", type) : fault(value, *shape);
}

class ApiTest : public testing::Test {
 protected:
  ApiTest() {
    folder_ = std::filesystem::temp_directory_path() / fmt::format("onrecord-api-{}", ::getpid());
    std::filesystem::create_directories(folder_);
    const std::string ledger = (folder_ / "a.ledger").string();
    ledger::MadeRecord first(
        "Minister Ada Lund said “the bridge opens in May.” A day later Ada Lund took back the bridge talk.");
    first.published("2031-05-14").outlet("Radio Fjord");
    const auto ada = first.speaker("Ada Lund", SpeakerKind::person, "Minister");
    const auto promise = first.says(ada, "“the bridge opens in May.”", "said");
    const auto retreat = first.says(ada, "the bridge talk", "took back");
    first.relates(RelationType::retracts, retreat, promise, "took back");
    first.record.resolution.statements[retreat].said =
        Said{Date{2031, 5, 13}, Date{2031, 5, 13}, "made", first.span("A day later"), 0.5f};
    first.record.resolution.statements[promise].told = Told{"the council", std::nullopt, 0.5f};
    ledger::MadeRecord second("Per Holm denied the bridge opens in May. Officials said the bridge is shut.");
    second.published("2031-06").outlet("The Harbour");
    const auto mentioned = second.says(second.speaker("Per Holm"), "the bridge opens in May", "denied");
    second.says(second.speaker("Officials", SpeakerKind::unnamed), "the bridge is shut", "said");
    Relation denial;
    denial.type = RelationType::denies;
    denial.from = mentioned;
    denial.to_span = second.span("the bridge opens");
    denial.evidence = {second.span("denied")};
    denial.decision = {"made", 0.4f};
    second.record.relations.push_back(denial);
    auto writer = LedgerWriter::open(ledger);
    const auto receipts = writer->add(std::vector<Record>{first.done(), second.done()});
    article_ = receipts->front().article;
    EXPECT_TRUE(writer->judge(relation_id(article_, 0), Judgement::confirmed, "a test", "read"));
    service_ = *Service::open({ledger, true, "page"});
  }
  ~ApiTest() override { std::filesystem::remove_all(folder_); }

  Response ask(const std::string& target) {
    Request request;
    request.target = target;
    request.host = "localhost";
    return service_->answer(request);
  }

  // An address of the operation that leads to something.
  std::string address(const ApiOperation& operation) const {
    std::string path(operation.path);
    const std::string id = operation.id == "article"     ? article_
                           : operation.id == "statement" ? article_ + "-s1"
                                                         : article_ + "-p1";
    if (const auto at = path.find("{id}"); at != std::string::npos) path.replace(at, 4, id);
    return path;
  }

  std::filesystem::path folder_;
  std::string article_;
  std::unique_ptr<Service> service_;
};

TEST_F(ApiTest, EveryAnswerHasTheShapeThatIsTold) {
  for (const ApiOperation& operation : api_operations()) {
    if (operation.method != Method::get) continue;
    std::vector<std::string> targets{address(operation)};
    if (operation.id == "search")
      targets = {"/api/v1/search?words=bridge", "/api/v1/search?does=denies", "/api/v1/search?became=retracts"};
    if (operation.id == "speakers") targets = {"/api/v1/speakers?name=lund", "/api/v1/speakers?name=nobody"};
    if (operation.id == "changes") targets.push_back("/api/v1/changes?type=denies");
    for (const std::string& target : targets) {
      const Response response = ask(target);
      EXPECT_EQ(response.status, operation.status) << target << response.body;
      EXPECT_EQ(fault(json::parse(response.body), operation.gives), "") << target << "\n" << response.body;
    }
  }
}

TEST_F(ApiTest, ListsAreNotEmptyWhereTheyAreHeldAgainstTheirShape) {
  for (const char* target : {"/api/v1/changes", "/api/v1/search?words=bridge", "/api/v1/search?does=retracts",
                             "/api/v1/search?became=retracts", "/api/v1/outlets", "/api/v1/verdicts"})
    EXPECT_GT(json::parse(ask(target).body).at("items").as_array().size(), 0u) << target;
  const json::value speaker = json::parse(ask("/api/v1/speakers/" + article_ + "-p1").body);
  EXPECT_GT(speaker.at("roles").as_array().size(), 0u);
  EXPECT_GT(speaker.at("topics").as_array().size(), 0u);
}

TEST_F(ApiTest, EveryRefusalIsAProblem) {
  for (const char* target :
       {"/api/v1/nothing", "/api/v1/articles/none", "/api/v1/changes?type=sang", "/api/v2/changes", "/nowhere"}) {
    const Response response = ask(target);
    EXPECT_GE(response.status, 400u) << target;
    EXPECT_EQ(response.type, "application/problem+json");
    EXPECT_EQ(fault(json::parse(response.body), "Problem"), "") << target;
  }
}

TEST_F(ApiTest, EveryParameterIsTakenAndNonsenseInItRefused) {
  for (const ApiOperation& operation : api_operations()) {
    if (operation.method != Method::get) continue;
    const std::string begin = address(operation) + "?";
    for (const ApiParameter& parameter : operation.parameters) {
      std::string good = "x", bad;
      if (parameter.takes == ApiTaken::day) good = "2031-05-15", bad = "2031-05";
      if (parameter.takes == ApiTaken::number)
        good = std::to_string(parameter.least), bad = std::to_string(parameter.most + 1);
      if (parameter.takes == ApiTaken::choice) {
        good = std::ranges::find(api_choices(), parameter.choice, &ApiChoice::name)->words.front();
        bad = "nonsense";
      }
      const std::string name = begin + std::string(parameter.name) + "=";
      EXPECT_EQ(ask(name + good).status, 200u) << name << good;
      EXPECT_EQ(ask(name).status, 200u) << "an empty field is one that was not given: " << name;
      if (bad.empty()) continue;
      EXPECT_EQ(ask(name + bad).status, 400u) << name << bad;
    }
    EXPECT_EQ(ask(begin + "spaeker=Lund").status, 400u) << "a filter that is not there must not pass for one";
  }
}

std::string file(const std::string& path) {
  std::ifstream in(std::string(ONRECORD_SOURCES) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(ApiTest, TheDocumentIsServedAndStandsInTheRepository) {
  const Response served = ask("/api/openapi.json");
  EXPECT_EQ(served.type, "application/json");
  EXPECT_EQ(served.body, openapi_document());
  EXPECT_EQ(json::parse(file("docs/openapi.json")), json::parse(served.body))
      << "write it anew: curl http://127.0.0.1:8321/api/openapi.json > docs/openapi.json, then make page";
  EXPECT_NE(file("docs/api.md").find(api_table()), std::string::npos) << "docs/api.md lacks this table:\n"
                                                                      << api_table();
}

}  // namespace
}  // namespace onrecord
