// The judge's desk over its routes: terms first, own works only, scorecards by their table of states.
#include "unit/judging/board.h"

using namespace guong;
using http::Method;
using nlohmann::json;
using test::error_key;
using test::fault;
using test::refusal;
using test::seen;

namespace {

const std::string kTitle = "Cô giáo xã đảo";

/// One work, two judges to whom it is assigned, a third without it.
struct Desk : test::Board {
  explicit Desk(const test::TestDatabase& database, const json& rules = test::example_rules())
      : Board(database, rules) {
    code = entry(person("Nguyễn Văn An"), kTitle);
    one = judge("Giám khảo Một");
    two = judge("Giám khảo Hai");
    three = judge("Giám khảo Ba");
    seat_all();
    open_round();
    accept_terms(two);
    accept_terms(three);
    assign(code, one);
    assign(code, two);
    card = work(code) + "/card";
  }
  std::string code, card;
  test::Player one, two, three;
};

/// The same once all have accepted the terms.
struct OpenDesk : Desk {
  explicit OpenDesk(const test::TestDatabase& database, const json& rules = test::example_rules())
      : Desk(database, rules) {
    accept_terms(one);
  }
};

json marks(const json& of_criteria) { return {{"marks", of_criteria}}; }
const json kUnmarked = marks(json::object());
const std::string kNone = R"("state":"none")", kDraft = R"("state":"draft")",
                  kSubmitted = R"("state":"submitted")";

}  // namespace

TEST_CASE("Nothing opens before the terms are accepted, whether it exists or not") {
  const std::string terms_first = refusal("judging.terms_first");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto work = desk.work(desk.code), none = desk.work("KHONGCO"), list = desk.at("/judge/works"),
               terms = desk.at("/judge/terms");
    desk.calls({{"a work", desk.one, Method::get, work, nullptr, 409, {terms_first}, {kTitle}},
                {"no work", desk.one, Method::get, none, nullptr, 409, {terms_first}},
                {"the list", desk.one, Method::get, list, nullptr, 409, {terms_first}, {kTitle}},
                {"accepted", desk.one, Method::post, terms, json::object(), 200},
                {"a work", desk.one, Method::get, work, nullptr, 200, {kTitle}, {"Nguyễn Văn An"}},
                {"no work", desk.one, Method::get, none, nullptr, 404}});
    const auto items = desk.caller.get(desk.one, list).json()["items"];
    REQUIRE(items.size() == 1);
    CHECK(items[0]["title"] == kTitle);
  }
}

TEST_CASE("A work that is not assigned looks like one that does not exist") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto none = desk.work("KHONGCO");
    const auto answers = desk.calls(
        {{"not assigned", desk.three, Method::get, desk.work(desk.code), nullptr, 404, {}, {kTitle}},
         {"no work", desk.three, Method::get, none, nullptr, 404},
         {"not assigned", desk.three, Method::put, desk.card, kUnmarked, 404, {}, {}, seen({0})},
         {"no work", desk.three, Method::put, none + "/card", kUnmarked, 404, {}, {}, seen({0})}});
    CHECK(answers[0].text == answers[1].text);
    CHECK(answers[2].text == answers[3].text);
  }
}

TEST_CASE("A card is saved at each change, submitted once complete, and then locked") {
  const json begun = marks({{"content", 50.5}}),
             whole = marks({{"content", 50.5}, {"form", 25}, {"impact", 0}});
  const std::string in_already = refusal("judging.card_handed_in"), kept = R"("marks":{"content":50.5})";
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto work = desk.work(desk.code), card = desk.card, submit = card + "/submit";
    auto& one = desk.one;
    desk.calls({{"not begun", one, Method::get, work, nullptr, 200, {kNone}},
                {"begun", one, Method::put, card, begun, 200, {R"("revision":1)"}, {}, seen({0})},
                {"not over what is newer", one, Method::put, card, kUnmarked, 412, {}, {}, seen({0})},
                {"kept", one, Method::get, work, nullptr, 200, {kept, kDraft}},
                {"marks are missing", one, Method::post, submit, nullptr, 422, {}, {}, seen({1})},
                {"complete", one, Method::put, card, whole, 200, {}, {}, seen({1})},
                {"not as it was before", one, Method::post, submit, nullptr, 412, {}, {}, seen({1})},
                {"handed in", one, Method::post, submit, nullptr, 200, {}, {}, seen({2})},
                {"it is in", one, Method::get, work, nullptr, 200, {kSubmitted}},
                {"not changed", one, Method::put, card, kUnmarked, 409, {in_already}, {}, seen({3})},
                {"not twice", one, Method::post, submit, nullptr, 409, {in_already}, {}, seen({3})},
                {"the other's card", desk.two, Method::get, work, nullptr, 200, {kNone}}});
    CHECK(desk.records("card.submitted") == 1);
  }
}

TEST_CASE("Marks out of range, off the step or for unknown criteria are refused, all at once") {
  const json wrong = marks({{"content", 60.5}, {"form", 0.3}, {"mo", 1}, {"impact", -1}});
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto answers =
        desk.calls({{"wrong", desk.one, Method::put, desk.card, wrong, 422, {}, {}, seen({0})}});
    CHECK(answers[0].json()["faults"].size() == 4);
  }
}

TEST_CASE("The secretary reopens a card with a reason that its judge sees") {
  const std::string reason = R"("reopen_reason":"Nhầm phiếu")", out = refusal("judging.card_not_handed_in");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto reopen = desk.in_round("/cards/reopen"), work = desk.work(desk.code);
    auto card = desk.assignment(desk.code, desk.one);
    card["reason"] = "Nhầm phiếu";
    desk.calls({{"not handed in", desk.secretary, Method::post, reopen, card, 409, {out}}});
    desk.mark(desk.one, desk.code, {"50", "25", "8"});
    desk.calls({{"the organiser", desk.organiser, Method::post, reopen, card, 403},
                {"the secretary", desk.secretary, Method::post, reopen, card, 204},
                {"told", desk.one, Method::get, work, nullptr, 200, {kDraft, reason}}});
    desk.mark(desk.one, desk.code, {"51", "25", "8"});
    CHECK(desk.records("card.reopened") == 1);
    // The use case holds the right by itself.
    CHECK(error_key([&] {
            desk.write(desk.organiser, [&](auto& tx, auto& context) {
              judging::reopen_card(tx, context, desk.contest, 1, desk.code, desk.one.id, "Nhầm phiếu");
              return 0;
            });
          }) == "base.not_found");
  }
}

TEST_CASE("Whoever knows the author leaves at once, and the card does not count") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto work = desk.work(desk.code), assignments = desk.in_round("/assignments");
    const auto again = desk.assignment(desk.code, desk.one);
    const json reason = {{"reason", "Tôi biết tác giả"}};
    const auto refused = refusal("judging.not_assignable");
    desk.mark(desk.one, desk.code, {"60", "30", "10"});
    desk.calls(
        {{"leaves", desk.one, Method::post, work + "/recuse", reason, 204},
         {"gone", desk.one, Method::get, work, nullptr, 404},
         {"for ever", desk.organiser, Method::post, assignments, again, 409, {refused}, {}, test::keyed()}});
    const auto progress = desk.progress();
    CHECK(progress.submitted == 0);
    CHECK(progress.understaffed_count == 1);
    const auto lacking = desk.read(
        [&](store::Reader& reader) { return judging::understaffed_works(reader, desk.contest, 1, {}, 10); });
    REQUIRE(lacking.size() == 1);
    CHECK(lacking[0].code == desk.code);
    CHECK(lacking[0].judges_missing == 1);
    CHECK(desk.records("judge.recused") == 1);
  }
}

TEST_CASE("A card that is handed in cannot be taken away by the organiser") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto id = desk.read([&](store::Reader& reader) {
      return judging::own_work(reader, desk.one.id, desk.contest, desk.code).assignment;
    });
    desk.mark(desk.one, desk.code, {"10", "5", "1"});
    const auto at = desk.in_round("/assignments/" + std::to_string(id.value));
    const auto in_already = refusal("judging.card_handed_in");
    desk.calls({{"handed in", desk.organiser, Method::del, at, nullptr, 409, {in_already}}});
  }
}

TEST_CASE("A round locks only when every card is handed in; then nothing moves any more") {
  const auto missing = refusal("judging.cards_missing"), locked = refusal("judging.round_locked");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database);
    const auto lock = desk.in_round("/lock");
    desk.mark(desk.one, desk.code, {"50", "25", "8"});
    const std::vector<std::string> whose{missing, "còn thiếu 1 phiếu", "Giám khảo Hai", desk.code};
    auto& organiser = desk.organiser;
    const auto answers = desk.calls(
        {{"one is missing", organiser, Method::post, lock, nullptr, 409, whose, {"Giám khảo Một"}}});
    CHECK(answers[0].json()["faults"].size() == 1);

    desk.mark(desk.two, desk.code, {"50", "25", "8"});
    desk.calls({{"all are in", organiser, Method::post, lock, nullptr, 200},
                {"once", organiser, Method::post, lock, nullptr, 409, {locked}},
                {"no change", desk.one, Method::put, desk.card, kUnmarked, 409, {locked}, {}, seen({2})},
                {"read still", desk.one, Method::get, desk.work(desk.code), nullptr, 200, {kSubmitted}}});
    CHECK(desk.records("round.locked") == 1);
  }
}

TEST_CASE("Cards that differ too much call for one more judge before the lock") {
  auto rules = test::example_rules();
  rules["rounds"][0]["discrepancy"] = {{"threshold", 20}, {"inclusive", true}, {"then", "extra_alone"}};
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    OpenDesk desk(database, rules);
    const auto lock = desk.in_round("/lock"), draw = desk.in_round("/assignments/draw");
    const json extra = {{"extra", true}};
    desk.mark(desk.one, desk.code, {"50", "25", "8"});
    desk.mark(desk.two, desk.code, {"30", "25", "8"});
    const auto needing = desk.in_round("/extra-needed-works");
    const auto missing = refusal("judging.cards_missing");
    desk.calls({{"needs one", desk.organiser, Method::get, needing, nullptr, 200, {desk.code}},
                {"too early", desk.organiser, Method::post, lock, nullptr, 409, {missing}},
                {"one more", desk.organiser, Method::post, draw, extra, 200, {R"("assigned":1)"}}});
    desk.mark(desk.three, desk.code, {"40", "20", "5"});
    desk.calls({{"has it", desk.organiser, Method::get, needing, nullptr, 200, {R"("items":[])"}},
                {"now", desk.organiser, Method::post, lock, nullptr, 200}});
  }
}
