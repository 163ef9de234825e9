#include "guong/units/unit.h"

#include <catch2/catch.hpp>
#include <set>

#include "guong/base/embedded.h"
#include "guong/base/text.h"
#include "support/databases.h"
#include "units/unit_store.h"

namespace guong::units {
namespace {

constexpr std::string_view kHeader = "code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind\n";

struct World {
  explicit World(std::unique_ptr<store::Store> given) : store(std::move(given)) {}
  ImportCounts import(std::string_view csv) {
    const api::Act act{nobody, Timestamp{}, random, keys};
    return store->write([&](store::Tx& tx) { return import_units(tx, act, csv); });
  }
  template <class F>
  auto read(F f) {
    return store->read(f);
  }
  std::unique_ptr<store::Store> store;
  SeededRandom random{3};
  api::Keys keys;
  api::Actor nobody;
};

TEST_CASE("the province of 2023 and the order of 2025 are one history") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    World world(database.open());
    CHECK(world.import(*embedded("schema/examples/units-binh-dinh-2023.csv")).added == 59);
    const auto counts = world.import(*embedded("schema/examples/units-gia-lai-2025.csv"));
    CHECK(counts.added == 70);
    CHECK(counts.changed == 55);
    world.read([](store::Reader& reader) {
      const auto old = *unit_by_code(reader, "bd-quy-nhon");
      CHECK(old.name == "Thành phố Quy Nhơn");
      CHECK(old.valid_to == "2025-07-01");
      const auto after = successors(reader, old.id);
      CHECK(after.size() == 5);
      CHECK(after.front().kind == "split");
      CHECK(predecessors(reader, after.front().unit.id).size() == 1);
      CHECK(ancestors(reader, old.id).size() == 2);
    });
  }
}

TEST_CASE("what is exported imports again as it was") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    world.import(*embedded("schema/examples/units-binh-dinh-2023.csv"));
    world.import(*embedded("schema/examples/units-gia-lai-2025.csv"));
    const auto before = world.read([](store::Reader& reader) { return unit_csv(reader); });
    CHECK(world.import(before).added == 0);
    CHECK(world.read([](store::Reader& reader) { return unit_csv(reader); }) == before);
  }
}

TEST_CASE("units are found by the beginnings of words without accents") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    world.import(*embedded("schema/examples/units-binh-dinh-2023.csv"));
    const auto found = world.read([](store::Reader& reader) {
      return list_units(reader, {folded_words("so giao"), std::nullopt, "", "", 50}).units;
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "Sở Giáo dục và Đào tạo tỉnh Bình Định");
  }
}

TEST_CASE("pages follow one another without gap or repetition") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    world.import(*embedded("schema/examples/units-binh-dinh-2023.csv"));
    std::set<std::string> codes;
    std::string after;
    std::size_t seen = 0;
    do {
      const auto page = world.read([&](store::Reader& reader) { return list_units(reader, {{}, std::nullopt, "", after, 7}); });
      for (const auto& unit : page.units) codes.insert(unit.code);
      seen += page.units.size();
      after = page.next;
    } while (!after.empty());
    CHECK(seen == 59);
    CHECK(codes.size() == 59);
  }
}

TEST_CASE("a file with faults names them line by line and changes nothing") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    const std::string csv = "\xEF\xBB\xBF" + std::string(kHeader) +
                            "a,province,\"Tỉnh \"\"A\"\", cũ\",,,,,,\n"
                            ",district,Không mã,,a,,,,\n"
                            "b,district,Huyện B,,nowhere,,,,\n"
                            "c,district,Huyện C,,a,hôm nay,,,\n"
                            "a,district,Trùng,,,,,,\n"
                            "d,district\n";
    try {
      world.import(csv);
      FAIL("accepted");
    } catch (const Error& error) {
      std::set<std::string> pointers;
      for (const auto& fault : error.faults()) pointers.insert(fault.pointer);
      CHECK(pointers == std::set<std::string>{"/lines/3/code", "/lines/5/valid_from", "/lines/6/code", "/lines/7"});
    }
    CHECK_THROWS_AS(world.import(std::string(kHeader) + "b,district,Huyện B,,nowhere,,,,\n"), Error);
    CHECK_THROWS_AS(world.import(std::string(kHeader) + "x,t,X,,y,,,,\ny,t,Y,,x,,,,\n"), Error);
    CHECK(world.read([](store::Reader& reader) { return ids_by_code(reader).size(); }) == 0);
  }
}

}  // namespace
}  // namespace guong::units
