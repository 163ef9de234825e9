// Entries over their routes: an entrant's from empty draft to receipt, and the secretary's desk.
#include <nlohmann/json.hpp>

#include "desk.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;
using guong::test::fault;
using http::Method;
using nlohmann::json;

namespace {

const json kDraft = {{"category", "bai-viet"},
                     {"field", "health"},
                     {"title", "Thầy thuốc của bản"},
                     {"body", "Bác sĩ Tư đi bộ mười cây số mỗi ngày."},
                     {"exemplar", {{"kind", "person"}, {"name", "Bác sĩ Tư"}, {"place", "Bản Xa"}}},
                     {"declarations", {{"own_work", true}, {"publish_consent", false}}}};

}  // namespace

TEST_CASE("an entry goes from an empty draft to its receipt over the routes") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& author = desk.author;
    const auto created = desk.caller.create(author, desk.contest() + "/entries", json::object());
    REQUIRE(created.status == 201);
    const auto id = EntryId{created.json()["id"].get<std::int64_t>()};
    const auto own = Desk::own(id);
    CHECK(created.header("Location") == own);
    CHECK(created.header("ETag") == "\"r1\"");
    check(desk.caller,
          {{"saved", author, Method::put, own, kDraft, 200, {R"("revision":2)"}, {}, seen({1})},
           {"not over what is newer", author, Method::put, own, kDraft, 412, {}, {}, seen({1})},
           {"not without a look at it", author, Method::put, own, kDraft, 428, {}, {}, keyed()}});
    const auto submitted =
        desk.caller.send(author, Method::post, own + "/submit", nullptr, seen(Revision{2}));
    REQUIRE(submitted.status == 200);
    CHECK(receipt_holds(read_receipt(submitted.text)));
    CHECK(submitted.header("ETag") == "\"r" + std::to_string(desk.world.revision_of(id).value) + "\"");
    auto kept = desk.caller.get(author, own + "/receipts").json()["items"][0];
    kept.erase("proof");  // comes with the ledger's next public head
    CHECK(kept == submitted.json());
    const std::vector<std::string> view{R"("state":"submitted")", R"("can":["reopen","withdraw"])",
                                        R"("declarations":{"own_work":true})", R"("words":10)"};
    check(desk.caller, {{"as the entrant sees it", author, Method::get, own, nullptr, 200, view}});
  }
}

TEST_CASE("a submission that is repeated with its key answers as the first did") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto made = desk.world.create(desk.world.author, desk.world.early);
    const auto submit = Desk::own(made.id) + "/submit";
    const auto with_key = [](const std::string& key) {
      return Headers{{"idempotency-key", key}, {"if-match", "\"r1\""}};
    };
    const auto answers = check(
        desk.caller,
        {{"first", desk.author, Method::post, submit, nullptr, 200, {}, {}, with_key("key-number-1")},
         {"again", desk.author, Method::post, submit, nullptr, 200, {}, {}, with_key("key-number-1")},
         {"another", desk.author, Method::post, submit, nullptr, 409, {}, {}, with_key("key-number-2")}});
    CHECK(answers[1].text == answers[0].text);
  }
}

TEST_CASE("what is wrong in a draft is told field by field") {
  struct Row {
    json body;
    std::string pointer, key;
  };
  const Row rows[] = {
      {{{"title", std::string(301, 'x')}}, "/title", "api.text_too_long"},
      {{{"title", 5}}, "/title", "api.not_text"},
      {{{"surprise", 1}}, "/surprise", "api.unknown_field"},
      {{{"exemplar", {{"kind", "robot"}}}}, "/exemplar/kind", "api.not_a_choice"},
      {{{"exemplar", {{"unit", "x"}}}}, "/exemplar/unit", "api.not_integer"},
      {{{"co_authors", "x"}}, "/co_authors", "entries.not_a_list"},
      {{{"co_authors", json::array({json::object()})}}, "/co_authors/0/name", "api.field_missing"},
      {{{"declarations", {{"own work", true}}}}, "/declarations", "entries.declarations_unreadable"},
      {{{"declared_interests", {1}}}, "/declared_interests/0", "api.not_text"},
  };
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto made = desk.world.create(desk.world.author, desk.world.early);
    for (const auto& [body, pointer, key] : rows)
      check(desk.caller, {{pointer + " alone",
                           desk.author,
                           Method::put,
                           Desk::own(made.id),
                           body,
                           422,
                           {fault(pointer, key)},
                           {"},{"},
                           seen(made.revision)}});
  }
}

TEST_CASE("the list of the desk comes in the order of submission, page by page") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    world.submitted(world.author, world.early);
    world.submitted(world.second, world.early + seconds(1));
    const auto last = world.submitted(world.stranger, world.early + seconds(2));
    const auto list = desk.contest() + "/entries";
    const auto page = desk.caller.get(desk.secretary, list + "?limit=2").json();
    CHECK(page["items"].size() == 2);
    const auto rest =
        desk.caller.get(desk.secretary, list + "?cursor=" + page["next"].get<std::string>()).json();
    REQUIRE(rest["items"].size() == 1);
    CHECK(rest["items"][0]["id"] == last.value);
    CHECK(rest["next"] == nullptr);
  }
}

TEST_CASE("the desk accepts, sends back and refuses over the routes, and shows no code") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto one = world.submitted(world.author, world.early),
               two = world.submitted(world.second, world.early + seconds(1)),
               three = world.submitted(world.stranger, world.early + seconds(2));
    const json back = {{"reason", "Thiếu ảnh"}, {"reply_by", to_rfc3339(world.early + days(2))}},
               refused = {{"reason", "Sai đề tài"}},
               out = {{"reason", "Sao chép"}, {"decision_number", "12/QĐ"}};
    const auto on_one = desk.at_desk(one), on_two = desk.at_desk(two), on_three = desk.at_desk(three);
    auto &secretary = desk.secretary, &head = desk.head;
    const auto answers = check(
        desk.caller,
        {{"accepted", secretary, Method::post, on_one + "/accept", nullptr, 200, {}, {}, seen({2})},
         {"sent back", secretary, Method::post, on_two + "/return", back, 200, {}, {}, seen({2})},
         {"refused", secretary, Method::post, on_three + "/refuse", refused, 200, {}, {}, seen({2})},
         {"no reason", secretary, Method::post, on_three + "/refuse", json::object(), 422, {}, {}, seen({3})},
         {"by the head", head, Method::post, on_three + "/disqualify", out, 200, {}, {}, seen({3})}});
    CHECK(answers[0].json() == json({{"revision", 3}}));

    const auto code = world.code_of(one), list = desk.contest() + "/entries",
               counts = desk.contest() + "/entry-counts", own = Desk::own(one);
    REQUIRE_FALSE(code.empty());
    check(desk.caller,
          {{"the entry", secretary, Method::get, on_one, nullptr, 200, {}, {code}},
           {"the list", secretary, Method::get, list, nullptr, 200, {}, {code}},
           {"the counts", secretary, Method::get, counts, nullptr, 200, {}, {code}},
           {"its author", desk.author, Method::get, own, nullptr, 200, {R"("state":"accepted")"}, {code}}});
  }
}

TEST_CASE("to whoever the desk is not for, it tells nothing of what is there") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto id = desk.world.submitted(desk.world.author, desk.world.early);
    const auto accept = desk.at_desk(id) + "/accept", out = desk.at_desk(id) + "/disqualify";
    const json reasons = {{"reason", "Sao chép"}, {"decision_number", "12/QĐ"}};
    check(desk.caller,
          {{"nobody", desk.nobody, Method::get, desk.at_desk(id), nullptr, 401},
           {"the author", desk.author, Method::get, desk.at_desk(id), nullptr, 403, {}, {"Lan"}},
           {"a stranger", desk.stranger, Method::get, desk.contest() + "/entries", nullptr, 403, {}, {"Lan"}},
           {"the organiser", desk.organiser, Method::post, accept, nullptr, 403, {}, {}, seen({2})},
           {"the head", desk.head, Method::post, accept, nullptr, 403, {}, {}, seen({2})},
           {"the author", desk.author, Method::post, accept, nullptr, 403, {}, {}, seen({2})},
           {"the secretary, for once", desk.secretary, Method::post, out, reasons, 403, {}, {}, seen({2})}});
    CHECK(desk.world.state_of(id) == State::submitted);
  }
}

TEST_CASE("the desk gets the files of what was submitted, and none that only a draft has") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto made = world.create(world.author, world.early);
    const auto author = world.context(world.author, world.early);
    const auto first = world.attach(world.author, made.id, "1.png", "1.png");
    world.submit(world.author, made.id, world.early);
    world.write([&](store::Tx& tx) { reopen_entry(tx, author, made.id, Revision{2}); });
    world.write([&](store::Tx& tx) { remove_entry_file(tx, author, made.id, first); });
    const auto second = world.attach(world.author, made.id, "2.png", "2.png");
    const auto file = [&](EntryFileId id) {
      return desk.at_desk(made.id) + "/files/" + std::to_string(id.value);
    };
    check(desk.caller, {{"submitted", desk.secretary, Method::get, file(first), nullptr, 200},
                        {"of the draft", desk.secretary, Method::get, file(second), nullptr, 404}});
    world.submit(world.author, made.id, world.early);
    check(desk.caller, {{"of the version before", desk.secretary, Method::get, file(first), nullptr, 200},
                        {"submitted now", desk.secretary, Method::get, file(second), nullptr, 200}});
  }
}

TEST_CASE("a batch is accepted entry by entry, and says what became of each") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto good = world.submitted(world.author, world.early),
               old = world.submitted(world.second, world.early);
    auto draft = world.good_draft();
    draft.content.body = "Tôi là Đỗ Khách viết về cô Hoa dạy học.";
    const auto leaking = world.create(world.stranger, world.early, draft).id;
    world.submit(world.stranger, leaking, world.early);
    const auto answer = desk.caller.post(desk.secretary, desk.contest() + "/entries/accept",
                                         {{"entries",
                                           {{{"id", good.value}, {"revision", 2}},
                                            {{"id", old.value}, {"revision", 1}},
                                            {{"id", leaking.value}, {"revision", 2}},
                                            {{"id", 4711}, {"revision", 1}}}}});
    REQUIRE(answer.status == 200);
    const auto results = answer.json()["results"];
    CHECK(results[0]["outcome"] == "accepted");
    CHECK(results[1]["key"] == "base.stale");
    CHECK(results[2]["outcome"] == "held");
    CHECK(results[2]["leaks"] == json::parse(R"([{"kind":"name","pointer":"/body"}])"));
    CHECK(results[3]["key"] == "base.not_found");
    CHECK(world.state_of(old) == State::submitted);
    CHECK(answer.text.find(world.code_of(good)) == std::string::npos);
  }
}

TEST_CASE("strange list filters are refused, not ignored") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    for (const std::string query : {"?state=draft", "?state=x", "?cursor=x", "?q=%FF", "?field=a%20b"})
      check(desk.caller,
            {{query, desk.secretary, Method::get, desk.contest() + "/entries" + query, nullptr, 400}});
  }
}
