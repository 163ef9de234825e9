// Reading of JSON bodies: limits, exact numbers, all faults at once.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"

using namespace guong;
using nlohmann::json;

namespace {

std::string keys_of(const std::vector<Fault>& faults) {
  std::string out;
  for (const auto& fault : faults) out += fault.pointer + " " + fault.key + "\n";
  return out;
}

}  // namespace

TEST_CASE("FieldReader gives every fault of a body at once") {
  const json body = {{"title", 3},      {"words", 7.5},   {"free", "yes"},
                     {"when", "today"}, {"role", "king"}, {"a/b", 1}};
  api::FieldReader fields(body);
  fields.text("title", 10);
  fields.text("name", 10);
  fields.integer("words", 0, 10);
  fields.flag("free");
  fields.opt_time("when");
  fields.choice("role", {"judge", "head"});
  CHECK(keys_of(fields.faults()) ==
        "/title api.not_text\n/name api.field_missing\n/words api.not_integer\n/free api.not_flag\n/when "
        "api.not_time\n"
        "/role api.not_a_choice\n/a~1b api.unknown_field\n");
}

TEST_CASE("FieldReader tells the first faults of thousands") {
  json body = json::object();
  for (int i = 0; i < 10'000; ++i) body["x" + std::to_string(i)] = 0;
  CHECK(api::FieldReader(body).faults().size() == 50);
  const std::vector<Fault> many(10'000, Fault{"", "api.not_text", {}});
  CHECK(api::faults_json(many, Lang::vi).size() == 50);
  try {
    refuse_if_any(many);
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.faults().size() == 50);
  }
}

TEST_CASE("FieldReader counts code points and refuses blank text") {
  const json body = {{"long", "điều"}, {"blank", " \n "}, {"short", "ab"}};
  api::FieldReader fields(body);
  fields.text("long", 3);
  fields.text("blank", 10);
  fields.text("short", 10, 3);
  CHECK(keys_of(fields.faults()) ==
        "/long api.text_too_long\n/blank api.text_empty\n/short api.text_too_short\n");
}

TEST_CASE("FieldReader gives text in NFC") {
  const json body = {{"name", "To\u0302\u0301"}};  // decomposed, as Macs send it
  api::FieldReader fields(body);
  CHECK(fields.text("name", 3) == "T\u1ed1");
}

TEST_CASE("FieldReader reads numbers exactly and within their limits") {
  const json body = json::parse(
      R"({"mark":8.25,"whole":9,"huge":18446744073709551615,"id":9007199254740992,"fine":0.1234567})");
  api::FieldReader fields(body);
  CHECK(fields.decimal("mark") == Decimal{825, 2});
  CHECK(fields.decimal("whole") == Decimal{9, 0});
  fields.integer("huge", 0, INT64_MAX);
  fields.opt_id<AccountId>("id");
  fields.decimal("fine");
  CHECK(keys_of(fields.faults()) ==
        "/huge api.integer_out_of_range\n/id api.integer_out_of_range\n/fine api.not_decimal\n");
}

TEST_CASE("FieldReader tells that an array is no object, once") {
  const json body = json::array({1});
  api::FieldReader fields(body, "/authors/0");
  fields.text("name", 10);
  CHECK(keys_of(fields.faults()) == "/authors/0 api.not_object\n");
}

TEST_CASE("A problem says the same in the reader's language and hides nothing that can be mended") {
  const Error error(ErrorKind::invalid, "base.invalid", {},
                    {{"/title", "api.text_too_long", {{"max", "5"}, {"length", "9"}}}});
  const auto answer = api::problem(error, Lang::en);
  const auto body = json::parse(std::get<std::string>(answer.body));
  CHECK(answer.status == 422);
  CHECK(answer.headers[0] == http::Header{"Content-Type", "application/problem+json"});
  CHECK(body["status"] == 422);
  CHECK(body["faults"][0]["pointer"] == "/title");
  CHECK(body["faults"][0]["detail"] == "This is 9 characters long; at most 5 are allowed. Shorten it.");
}
