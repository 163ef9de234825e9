// Answers that are kept for requests that may be repeated.
#include "api/idempotency_store.h"

#include <catch2/catch.hpp>

#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "support/api_scenario.h"

using namespace guong;
using namespace guong::test;

namespace {

http::Response create(api::WriteCall& call) {
  return call.write_answer([&](store::Tx&) {
    return api::created({{"name", "Nguyen Van Kin"}}, "/things/1", {1});
  });
}

}  // namespace

TEST_CASE("A kept answer is sealed in the database") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Caller caller(database, {api::creating_post("/api/things", "createThing", api::kSignedIn, create)});
    Person person = acting({AccountId{6}, SessionId{1}, {}});
    REQUIRE(caller.create(person, "/api/things", nlohmann::json::object()).status == 201);
    const auto kept = caller.store().read([](store::Reader& reader) {
      return *reader.one("select answer from idempotency_key", {},
                         [](const store::Row& row) -> Bytes { return row.blob(0); });
    });
    CHECK_FALSE(kept.empty());
    CHECK(as_text(kept).find("Kin") == std::string_view::npos);
  }
}

TEST_CASE("A kept answer opens with its key and in its own row only") {
  const std::string seal_key(32, 'k'), other_key(32, 'o');
  const Digest row = sha256("one"), other_row = sha256("another");
  http::Response answer;
  answer.status = 201;
  answer.body = std::string("Nguyen Van Kin");
  const auto sealed = api::seal_answer(seal_key, row, answer);
  const auto opened = api::open_answer(seal_key, row, sealed);
  CHECK(opened.status == 201);
  CHECK(std::get<std::string>(opened.body) == "Nguyen Van Kin");
  CHECK_THROWS(api::open_answer(seal_key, other_row, sealed));
  CHECK_THROWS(api::open_answer(other_key, row, sealed));
}
