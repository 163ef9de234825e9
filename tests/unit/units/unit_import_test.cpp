// Imports: all or nothing, trees without circles, repeatable.
#include <catch2/catch.hpp>

#include "unit/units/tree.h"

using namespace guong;
using namespace guong::test;

namespace {

using Faults = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("A file of units comes in as a tree, whatever the order of its lines") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    const auto counts = tree.import(kHeader +
                                    "xa,commune,Xã Cát Hải,Cát Hải,huyen,,,,\n"
                                    "huyen,district,Huyện Phù Cát,Phù Cát,tinh,,,,\n"
                                    "tinh,province,Tỉnh Bình Định,Bình Định,,,,,\n");
    CHECK(counts.added == 3);
    CHECK(counts.changed == 0);
    const auto xa = tree.unit("xa").id, huyen = tree.unit("huyen").id, tinh = tree.unit("tinh").id;
    tree.store->read([&](store::Reader& r) {
      CHECK(units::ancestors(r, xa) == std::vector{xa, huyen, tinh});
      CHECK(units::ancestors(r, UnitId{1}).empty());
      CHECK(units::children(r, tinh) == std::vector{huyen});
      CHECK(units::unit_names(r, {tinh, xa, UnitId{1}}) ==
            std::map<UnitId, std::string>{{tinh, "Tỉnh Bình Định"}, {xa, "Xã Cát Hải"}});
      CHECK(units::units_by_code(r, {"xa", "nowhere"}) == std::map<std::string, UnitId>{{"xa", xa}});
      CHECK(units::units_by_code(r, {}).empty());
      CHECK_FALSE(units::find_unit(r, UnitId{1}));
      CHECK(units::find_unit(r, xa)->short_name == "Cát Hải");
    });
  }
}

TEST_CASE("A second import changes what differs, by code, and leaves the ids alone") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    tree.import(kHeader + "a,commune,Xã Cũ,Cũ,,,,,\nb,commune,Xã Bình,Bình,,,,,\n");
    const auto id = tree.unit("a").id;
    const auto again = tree.import(kHeader + "a,commune,Xã Mới,Mới,b,,,,\nb,commune,Xã Bình,Bình,,,,,\n");
    CHECK(again.added == 0);
    CHECK(again.changed == 1);
    CHECK(tree.unit("a").id == id);
    CHECK(tree.unit("a").name == "Xã Mới");
    CHECK(tree.unit("a").parent == tree.unit("b").id);
    CHECK(tree.count("select count(*) from unit_word where word = 'cu'") == 0);
    CHECK(tree.count("select count(*) from unit_word where word = 'moi'") == 1);
    CHECK(tree.import(tree.csv()).changed == 0);
  }
}

TEST_CASE("With a single fault nothing of the file comes in") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    const auto refused = refusals([&] {
      tree.import(kHeader + "a,commune,Xã A,,,,,,\nb,commune,Xã B,,nowhere,,2025-07-01,gone;a,split\n");
    });
    CHECK(refused == Faults{{"/lines/3/parent_code", "units.unknown_code"},
                            {"/lines/3/successor_code", "units.unknown_code"}});
    CHECK(tree.count("select count(*) from unit") == 0);
  }
}

TEST_CASE("Units cannot go in a circle, not even through units that the file does not name") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    tree.import(kHeader + "a,commune,A,,,,,,\nb,commune,B,,a,,,,\nc,commune,C,,b,,,,\n");
    const auto refused = refusals([&] { tree.import(kHeader + "a,commune,A,,c,,,,\n"); });
    CHECK(std::ranges::count(
              refused, std::pair<std::string, std::string>{"/lines/2/parent_code", "units.circle"}) == 1);
    CHECK(refusals([&] { tree.import(kHeader + "d,commune,D,,d,,,,\n"); }) ==
          Faults{{"/lines/2/parent_code", "units.circle"}});
    CHECK_FALSE(tree.unit("a").parent);
  }
}

TEST_CASE("A tree has at most twenty levels below the top") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    std::string lines = kHeader + "u0,unit,U,,,,,,\n";
    for (int i = 1; i <= units::kDeepest; ++i)
      lines += "u" + std::to_string(i) + ",unit,U,,u" + std::to_string(i - 1) + ",,,,\n";
    CHECK(tree.import(lines).added == units::kDeepest + 1);
    CHECK(refusals([&] { tree.import(kHeader + "below,unit,U,,u20,,,,\n"); }) ==
          Faults{{"/lines/2/parent_code", "units.too_deep"}});
    // Moving the top down moves what the file does not name.
    CHECK(refusals([&] { tree.import(kHeader + "top,unit,T,,,,,,\nu0,unit,U,,top,,,,\n"); }) ==
          Faults{{"", "units.too_deep"}});
  }
}

TEST_CASE("The units of 2023 and of 2025 come in one after the other, with what became of whom") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Tree tree(database);
    const auto first = tree.import(example_file("units-binh-dinh-2023.csv"));
    CHECK(first.added == 59);
    CHECK(tree.count("select count(*) from unit where type = 'district'") == 11);
    const auto second = tree.import(example_file("units-gia-lai-2025.csv"));
    CHECK(second.added > 58);
    CHECK(second.changed == first.added);
    CHECK(tree.unit("binh-dinh").valid_to == "2025-07-01");
    CHECK(tree.unit("binh-dinh").name == "Tỉnh Bình Định");
    CHECK(tree.count(R"(select count(*) from unit u join unit_successor s on s.unit_id = u.id
                        where u.code = 'bd-quy-nhon' and s.kind = 'split')") == 6);
    CHECK(tree.count(R"(select count(*) from unit u join unit_successor s on s.unit_id = u.id
                        where u.type = 'district')") == 58);
    const std::string exported = tree.csv();
    CHECK(tree.import(exported).changed == 0);
    CHECK(tree.csv() == exported);
    const auto file = TestDatabase::sqlite();
    Tree other(file);
    other.import(exported);
    CHECK(other.csv() == exported);
  }
}
