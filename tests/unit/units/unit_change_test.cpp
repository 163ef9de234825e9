// Renaming, merging, splitting, adding and correcting units: the tree and the history afterwards.
#include <catch2/catch.hpp>

#include "unit/units/tree.h"
#include "units/unit_store.h"

using namespace guong;
using namespace guong::units;
using test::kHeader;
using test::refusals;

namespace {

const std::string kTree = kHeader +
                          "tinh,province,Tỉnh Bình Định,,,,,,\n"
                          "an-nhon,district,Thị xã An Nhơn,An Nhơn,tinh,2000-01-01,,,\n"
                          "tuy-phuoc,district,Huyện Tuy Phước,Tuy Phước,tinh,,,,\n"
                          "nhon-hau,commune,Xã Nhơn Hậu,,an-nhon,,,,\n"
                          "xa-cu,commune,Xã Cũ,,an-nhon,,2010-01-01,,\n"
                          "phuoc-son,commune,Xã Phước Sơn,,tuy-phuoc,,,,\n";

struct Office : test::Tree {
  explicit Office(const test::TestDatabase& database) : Tree(database) { import(kTree); }
  UnitId id(const std::string& code) { return unit(code).id; }
  UnitChange change(ChangeKind kind, std::vector<std::string> from, std::vector<UnitChange::To> to) {
    UnitChange out{kind, "2026-05-01", {}, std::move(to), {}};
    for (const auto& code : from) out.from.push_back(id(code));
    return out;
  }
  UnitChange::To to(const std::string& code, const std::string& name) {
    return {code, "district", name, "", id("tinh")};
  }
  std::vector<UnitId> make(const UnitChange& what) {
    return store->write([&](store::Tx& tx) { return change_units(tx, context(), what); });
  }
  std::vector<std::pair<std::string, std::string>> refused(const UnitChange& what) {
    const auto before = csv();
    auto faults = refusals([&] { make(what); });
    CHECK(csv() == before);
    return faults;
  }
  std::string parent_of(const std::string& code) {
    const auto parent = unit(code).parent;
    return parent ? store->read([&](store::Reader& reader) { return find_unit(reader, *parent)->code; }) : "";
  }
};

using Faults = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("A renamed unit ends on the day on which its successor begins, and those below it go along") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Office office(database);
    const auto made = office.make(
        office.change(ChangeKind::rename, {"an-nhon"}, {office.to("an-nhon-tp", "Thành phố An Nhơn")}));
    REQUIRE(made.size() == 1);
    CHECK(office.unit("an-nhon").valid_to == "2026-05-01");
    CHECK(office.unit("an-nhon-tp").id == made[0]);
    CHECK(office.unit("an-nhon-tp").valid_from == "2026-05-01");
    CHECK(office.unit("an-nhon-tp").short_name == "Thành phố An Nhơn");
    const auto after =
        office.store->read([&](store::Reader& reader) { return successors(reader, office.id("an-nhon")); });
    REQUIRE(after.size() == 1);
    CHECK(after[0].unit.id == made[0]);
    CHECK(after[0].kind == "rename");
    CHECK(after[0].on_date == "2026-05-01");
    CHECK(office.parent_of("nhon-hau") == "an-nhon-tp");
    CHECK(office.parent_of("xa-cu") == "an-nhon");  // it ended long before
  }
}

TEST_CASE("Merged units have one successor, which all that stood below them stand below") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Office office(database);
    office.make(office.change(ChangeKind::merge, {"an-nhon", "tuy-phuoc"}, {office.to("moi", "Huyện Mới")}));
    for (const char* code : {"nhon-hau", "phuoc-son"}) CHECK(office.parent_of(code) == "moi");
    const auto before =
        office.store->read([&](store::Reader& reader) { return predecessors(reader, office.id("moi")); });
    CHECK(before.size() == 2);
  }
}

TEST_CASE("Of a split unit each unit below is given to one of the new") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Office office(database);
    auto split = office.change(ChangeKind::split, {"an-nhon"},
                               {office.to("bac", "Bắc An Nhơn"), office.to("nam", "Nam An Nhơn")});
    CHECK(office.refused(split) == Faults{{"/children", "units.child_without_parent"}});
    split.children[office.id("nhon-hau")] = 1;
    CHECK(office.make(split).size() == 2);
    CHECK(office.parent_of("nhon-hau") == "nam");
  }
}

TEST_CASE("A unit is added, and what is wrong in its line is corrected without a history") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Office office(database);
    office.make(office.change(ChangeKind::add, {}, {office.to("quy-nhon", "Thành phố Quy Nhon")}));
    CHECK(office.unit("quy-nhon").valid_from == "2026-05-01");
    UnitChange wrong = office.change(ChangeKind::correct, {"quy-nhon"},
                                     {{"", "district", "Thành phố Quy Nhơn", "Quy Nhơn", std::nullopt}});
    wrong.on_date.clear();
    office.make(wrong);
    CHECK(office.unit("quy-nhon").name == "Thành phố Quy Nhơn");
    CHECK(office.unit("quy-nhon").valid_from == "2026-05-01");
    CHECK(office.parent_of("quy-nhon").empty());
    CHECK(office.count("select count(*) from unit_successor") == 0);
  }
}

TEST_CASE("A change that cannot be is refused with what is wrong, and nothing of it is done") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Office office(database);
    const auto rename = [&](const std::string& from, UnitChange::To to) {
      return office.change(ChangeKind::rename, {from}, {std::move(to)});
    };
    CHECK(office.refused(rename("an-nhon", office.to("tuy-phuoc", "Trùng mã"))) ==
          Faults{{"/to/0/code", "units.code_known"}});
    CHECK(office.refused(rename("an-nhon", office.to("mã mới", "Sai mã"))) ==
          Faults{{"/to/0/code", "units.not_a_code"}});
    CHECK(office.refused(rename("xa-cu", office.to("xa-moi", "Xã Mới"))) ==
          Faults{{"/from/0", "units.ended_already"}});
    auto early = rename("an-nhon", office.to("an-nhon-2", "An Nhơn"));
    early.on_date = "1999-01-01";
    CHECK(office.refused(early) == Faults{{"/on_date", "units.not_begun_yet"}});
    early.on_date = "2026-02-30";
    CHECK(office.refused(early) == Faults{{"/on_date", "units.not_a_date"}});
    auto circle =
        office.change(ChangeKind::correct, {"tinh"}, {{"", "province", "Tỉnh", "", office.id("an-nhon")}});
    CHECK_FALSE(office.refused(circle).empty());
    CHECK(office.refused(office.change(ChangeKind::merge, {"an-nhon"}, {office.to("moi", "Mới")})) ==
          Faults{{"/from", "units.merge_needs_two"}});
    CHECK(office.refused(office.change(ChangeKind::merge, {"an-nhon", "an-nhon"},
                                       {office.to("moi", "Mới")})) == Faults{{"/from", "units.named_twice"}});
    CHECK(office.refused(office.change(ChangeKind::split, {"an-nhon"}, {office.to("moi", "Mới")})) ==
          Faults{{"/to", "units.split_needs_two"}});
    CHECK(office.refused(rename("an-nhon", {"moi", "district", "Mới", "", office.id("an-nhon")})) ==
          Faults{{"/to/0/parent", "units.parent_not_there"}});
    CHECK(office.refused(rename("an-nhon", {"moi", "district", "Mới", "", office.id("xa-cu")})) ==
          Faults{{"/to/0/parent", "units.parent_not_there"}});
    auto later = rename("an-nhon", office.to("moi", "Mới"));
    later.on_date = "2026-07-01";
    CHECK(office.refused(later) == Faults{{"/on_date", "units.not_yet"}});
    auto unknown = rename("an-nhon", {"moi", "district", "Mới", "", UnitId{77}});
    unknown.from[0] = UnitId{78};
    CHECK(office.refused(unknown) ==
          Faults{{"/to/0/parent", "units.no_such_unit"}, {"/from/0", "units.no_such_unit"}});
  }
}
