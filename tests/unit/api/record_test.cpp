// Records of use cases say who acted, sealed, whatever else they say.
#include "guong/api/record.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/caller.h"

using namespace guong;
using nlohmann::json;

TEST_CASE("A record commits to who acted, and says in the open only what it was given for that") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    const auto store = database.open();
    const auto keys = test::test_keys();
    SeededRandom random{5};
    const api::Actor actor{AccountId{4711}, {}, {}};
    store->write([&](store::Tx& tx) {
      api::record(tx, {actor, Timestamp{1'780'000'000'000'000}, random, keys}, "thing.done", std::nullopt,
                  {{"how", "well"}}, {{"actor", "somebody else"}, {"note", "between us"}});
    });
    const auto text = store->read([](store::Reader& reader) {
      return reader.one("select record from ledger_record", {},
                        [](const store::Row& row) { return row.text(0); });
    });
    REQUIRE(text);
    const auto record = json::parse(*text);
    CHECK(record["kind"] == "thing.done");
    CHECK(record["data"] == json{{"how", "well"}});
    CHECK(record["time"] == to_rfc3339({1'780'000'000'000'000}));
    CHECK(record["commitments"].size() == 2);
    CHECK(record["commitments"].contains("actor"));
    for (const char* secret : {"4711", "somebody else", "between us"})
      CHECK(text->find(secret) == std::string::npos);
  }
}
