// Contests from draft to opening: rights, states, ledger records.
#include "guong/contests/contest.h"

#include <catch2/catch.hpp>

#include "guong/base/crypto.h"
#include "unit/contests/office.h"

using namespace guong;
using namespace guong::contests;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

TEST_CASE("A contest is created as a draft, and its creator organises it") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.create(example("api-test"));
    const auto head = o.head(contest);
    CHECK(head.state == ContestState::draft);
    CHECK(head.slug == "guong-co-quan");
    CHECK(head.name.in(Lang::en) == "Good people, good deeds: an office contest");
    CHECK(head.host_unit == o.unit("binh-dinh"));
    CHECK(head.version == 1);
    CHECK(head.deadline == *from_rfc3339("2026-02-05T10:00:00Z"));
    CHECK(api::holds(o.actor(o.organiser), api::Role::organiser, contest));
    CHECK(o.read([&](store::Reader& r) { return find_contest_by_slug(r, "guong-co-quan")->id; }) == contest);
    CHECK(refused([&] { o.create(example("api-test")); }) == Told{"/slug contests.slug_taken"});
    CHECK(refused([&] { o.head(ContestId{1}); }) == Told{"base.not_found"});
  }
}

TEST_CASE("Who organises a unit or one above it may create its contests, and nobody else") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto document = example("api-test");
    document["host_unit"] = "bd-xa-cat-hai";  // in Phù Cát, in Bình Định
    const auto tried = [&](const char* code) {
      auto who = o.person("Người Khác", std::string(code) + "@thi.test");
      o.grant(who, api::Role::organiser, o.unit(code));
      document["slug"] = "thu-" + std::string(code);
      return refused([&] { o.create(who, document); });
    };
    CHECK(tried("binh-dinh").empty());
    CHECK(tried("bd-phu-cat").empty());
    CHECK(tried("bd-xa-cat-hai").empty());
    CHECK(tried("bd-xa-cat-khanh") == Told{"contests.not_organiser_of_unit"});
    CHECK(tried("bd-quy-nhon") == Told{"contests.not_organiser_of_unit"});

    // Organising a contest of the unit is not organising the unit.
    auto helper = o.person("Người Giúp", "giup@thi.test");
    o.grant(helper, api::Role::organiser, std::nullopt, o.create(example("api-test")));
    document["slug"] = "mot-cuoc-thi-khac";
    CHECK(refused([&] { o.create(helper, document); }) == Told{"contests.not_organiser_of_unit"});
    o.grant(helper, api::Role::organiser, std::nullopt);
    CHECK(refused([&] { o.create(helper, document); }).empty());
  }
}

TEST_CASE("A rule book names a unit and a parent that exist") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto create = [&](const std::vector<Change>& changes) {
      return refused([&] { o.create(with(example("api-test"), changes)); });
    };
    CHECK(create({{"/host_unit", "atlantis"}}) == Told{"/host_unit contests.unknown_unit"});
    CHECK(create({{"/parent", "khong-co"}}) == Told{"/parent contests.unknown_contest"});
    CHECK(create({{"/level", "galactic"}}) == Told{"/level base.not_a_choice"});
  }
}

TEST_CASE("A draft is replaced as often as one likes, by who saw the newest") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    o.create(with(example("api-test"), {{"/slug", "cap-tinh"}}));
    const auto contest = o.create(example("api-test"));
    const auto changed = with(example("api-test"),
                              {{"/name/vi", "Tên mới"}, {"/level", "provincial"}, {"/parent", "cap-tinh"}});
    CHECK(o.replace(contest, {1}, changed) == Revision{2});
    CHECK(refused([&] { o.replace(contest, {1}, example("api-test")); }) == Told{"base.stale"});
    CHECK(o.head(contest).name.vi == "Tên mới");
    CHECK(o.head(contest).level == "provincial");
    CHECK(o.head(contest).version == 1);
    CHECK(refused([&] {
            o.replace(contest, {2}, with(changed, {{"/parent", "khong-co"}}));
          }) == Told{"/parent contests.unknown_contest"});
    CHECK(refused([&] {
            o.replace(contest, {2}, with(changed, {{"/slug", "khac"}}));
          }) == Told{"/slug contests.slug_stays"});
    CHECK(refused([&] {
            o.replace(contest, {2}, with(changed, {{"/host_unit", "bd-quy-nhon"}}));
          }) == Told{"/host_unit contests.host_stays"});
    o.open(contest);
    CHECK(refused([&] { o.replace(contest, {3}, example("api-test")); }) == Told{"contests.wrong_state"});
  }
}

TEST_CASE("Opening freezes the rule book and goes into the ledger") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto document = example("api-test");
    document["rounds"].push_back(with(document["rounds"][0], {{"/id", "second"}}));
    const auto contest = o.create(document);
    const auto before = o.count("select count(*) from ledger_record");
    CHECK(o.open(contest) == Revision{2});
    CHECK(o.head(contest).state == ContestState::open);
    CHECK(o.count("select count(*) from ledger_record") == before + 1);
    const auto hash = o.read([&](store::Reader& r) { return rule_book_history(r, contest)[0].sha256_hex; });
    const auto kept = o.read([&](store::Reader& r) { return rule_book_document(r, contest, std::nullopt); });
    CHECK(hash == to_hex(as_text(sha256(kept))));
    const auto recorded = o.read([&](store::Reader& r) {
      return *r.one("select record from ledger_record where kind = 'contest.opened'", {},
                    [](const store::Row& row) { return row.text(0); });
    });
    CHECK(recorded.find(hash) != std::string::npos);
    CHECK(refused([&] { o.open(contest); }) == Told{"contests.wrong_state"});
  }
}

TEST_CASE("Opening is refused with every reason at once") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest =
        o.create(with(example("api-test"), {{"/calendar/opens", "2025-12-01T00:00:00Z"},
                                            {"/calendar/deadline", "2026-01-01T00:00:00Z"},
                                            {"/rounds/0/calibration", "zscore"},
                                            {"/public_vote", {{"weight_percent", 30}}},
                                            {"/eligibility/scope", "members"},
                                            {"/eligibility/units", {"bd-quy-nhon", "atlantis"}},
                                            {"/eligibility/excluded_units", {"lemuria"}}}));
    CHECK(refused([&] { o.open(contest); }) == Told{"/calendar/deadline contests.deadline_passed",
                                                    "/eligibility/excluded_units/0 contests.unknown_unit",
                                                    "/eligibility/units/1 contests.unknown_unit",
                                                    "/public_vote rules.rule_public_vote",
                                                    "/rounds/0/calibration rules.rule_calibration"});
    CHECK(o.head(contest).state == ContestState::draft);
  }
}

TEST_CASE("Every example opens, or is refused for just the rules that cannot be obeyed") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    auto actor = o.actor(o.organiser);
    actor.grants = {{api::Role::organiser, std::nullopt, std::nullopt}};
    int opened = 0;
    for (const auto& name : example_names()) {
      INFO(name);
      auto document = example(name);
      for (const char* place : {"/host_unit", "/eligibility/units/0", "/eligibility/excluded_units/0"}) {
        const json::json_pointer pointer(place);
        if (document.contains(pointer)) document[pointer] = "binh-dinh";
      }
      const auto rules = rules::parse_rule_book(document);
      o.caller.now = rules.calendar.opens - days(1);
      const auto refusal = refused([&] {
        o.write(actor, [&](store::Tx& tx, const api::UseCaseContext& context) {
          open_contest(tx, context, create_contest(tx, context, document), {1});
        });
      });
      CHECK(refusal == told(rules.unsupported));
      opened += refusal.empty();
    }
    CHECK(opened == 4);
  }
}

TEST_CASE("The state moves on only from where it is said to be") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.opened(example("api-test"));
    CHECK(refused([&] { o.move(contest, ContestState::judging, ContestState::settled); }) ==
          Told{"contests.wrong_state"});
    o.move(contest, ContestState::open, ContestState::judging);
    CHECK(o.head(contest).state == ContestState::judging);
    CHECK(o.head(contest).revision == Revision{3});
    CHECK(refused([&] { o.move(ContestId{1}, ContestState::open, ContestState::judging); }) ==
          Told{"base.not_found"});
  }
  for (const auto state : {ContestState::draft, ContestState::open, ContestState::judging,
                           ContestState::settled, ContestState::published})
    CHECK(read_state(state_name(state)) == state);
}

TEST_CASE("Acts on a contest need its organiser: to others it looks as if it did not exist") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.create(example("api-test"));
    auto other = o.person("Người Khác", "khac@thi.test");
    o.grant(other, api::Role::organiser, o.unit("bd-quy-nhon"));
    o.grant(other, api::Role::secretary, std::nullopt, contest);
    o.write(o.actor(other), [&](store::Tx& tx, const api::UseCaseContext& context) {
      CHECK(refused([&] { replace_rule_book(tx, context, contest, {1}, example("api-test")); }) ==
            Told{"base.not_found"});
      CHECK(refused([&] { open_contest(tx, context, contest, {1}); }) == Told{"base.not_found"});
      CHECK(refused([&] {
              amend_contest(tx, context, contest, {1}, example("api-test"), {"x", "y"});
            }) == Told{"base.not_found"});
    });
  }
}

TEST_CASE("The parsed rules are shared while the document is the same, and follow a draft's changes") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.create(example("api-test"));
    const auto rules = [&] { return o.read([&](store::Reader& r) { return contest_rules(r, contest); }); };
    const auto first = rules();
    CHECK(rules() == first);
    o.replace(contest, {1}, with(example("api-test"), {{"/prizes/0/money", 1}}));
    CHECK(rules()->prizes[0].money == 1);
    CHECK(first->prizes[0].money == 5'000'000);
  }
}
