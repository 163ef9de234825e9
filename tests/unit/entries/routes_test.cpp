// Entries over their routes, from empty draft to receipt, and the secretary's desk.
#include <nlohmann/json.hpp>

#include "desk.h"
#include "guong/base/messages.h"
#include "guong/entries/entry_routes.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;
using http::Method;
using nlohmann::json;

namespace {

std::string contest_path(const Desk& desk) {
  return "/api/contests/" + std::to_string(desk.world.contest.value);
}
std::string path_of(EntryId entry) { return "/api/entries/" + std::to_string(entry.value); }
json parsed(const Answer& answer) { return json::parse(answer.text); }

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
    const auto& author = desk.world.author;
    const auto created = desk.call(author, Method::post, contest_path(desk) + "/entries", json::object());
    REQUIRE(created.status == 201);
    const auto id = EntryId{parsed(created)["id"].get<std::int64_t>()};
    CHECK(created.header("Location") == path_of(id));
    CHECK(created.header("ETag") == "\"r1\"");
    const auto saved = desk.call(author, Method::put, path_of(id), kDraft, Revision{1});
    CHECK(saved.status == 200);
    CHECK(parsed(saved)["revision"] == 2);
    CHECK(desk.call(author, Method::put, path_of(id), kDraft, Revision{1}).status == 412);
    CHECK(desk.call(author, Method::put, path_of(id), kDraft).status == 428);
    const auto submitted = desk.call(author, Method::post, path_of(id) + "/submit", nullptr, Revision{2});
    REQUIRE(submitted.status == 200);
    CHECK(receipt_holds(read_receipt(submitted.text)));
    CHECK(submitted.header("ETag") == "\"r" + std::to_string(desk.world.revision_of(id).value) + "\"");
    const auto receipts = desk.send(author, Method::get, path_of(id) + "/receipts", "", {});
    CHECK(parsed(receipts)["items"][0] == parsed(submitted));
    const auto view = parsed(desk.send(author, Method::get, path_of(id), "", {}));
    CHECK(view["state"] == "submitted");
    CHECK(view["can"] == json({"reopen", "withdraw"}));
    CHECK(view["declarations"] == json({{"own_work", true}}));
    CHECK(view["words"] == 10);
  }
}

TEST_CASE("a submission that is repeated with its key answers as the first did") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto made = desk.world.create(desk.world.author, desk.now);
    const auto submit = [&](const std::string& key) {
      return desk.call(desk.world.author, Method::post, path_of(made.id) + "/submit", nullptr, made.revision,
                       {{"idempotency-key", key}});
    };
    const auto first = submit("key-number-1"), again = submit("key-number-1");
    CHECK(first.status == 200);
    CHECK(again.status == 200);
    CHECK(again.text == first.text);
    CHECK(submit("key-number-2").status == 409);
  }
}

TEST_CASE("what is wrong in a draft is told field by field") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    const auto made = desk.world.create(desk.world.author, desk.now);
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
        {{{"declared_ties", {1}}}, "/declared_ties/0", "api.not_text"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.pointer);
      const auto answer =
          desk.call(desk.world.author, Method::put, path_of(made.id), row.body, made.revision);
      CHECK(answer.status == 422);
      const auto faults = parsed(answer)["faults"];
      REQUIRE(faults.size() == 1);
      CHECK(faults[0]["pointer"] == row.pointer);
      CHECK(faults[0]["key"] == row.key);
    }
  }
}

TEST_CASE("the desk accepts, sends back and refuses over the routes, and shows no code") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto one = world.submitted(world.author, desk.now),
               two = world.submitted(world.second, desk.now + seconds(1)),
               three = world.submitted(world.stranger, desk.now + seconds(2));
    const auto at_desk = [&](EntryId id) {
      return contest_path(desk) + "/entries/" + std::to_string(id.value);
    };
    const auto list =
        parsed(desk.send(world.secretary, Method::get, contest_path(desk) + "/entries?limit=2", "", {}));
    CHECK(list["items"].size() == 2);
    const auto rest =
        parsed(desk.send(world.secretary, Method::get,
                         contest_path(desk) + "/entries?cursor=" + list["next"].get<std::string>(), "", {}));
    REQUIRE(rest["items"].size() == 1);
    CHECK(rest["items"][0]["id"] == three.value);
    CHECK(rest["next"] == nullptr);

    const auto accepted =
        desk.call(world.secretary, Method::post, at_desk(one) + "/accept", nullptr, Revision{2});
    CHECK(accepted.status == 200);
    CHECK(parsed(accepted) == json({{"revision", 3}}));
    CHECK(desk.call(world.secretary, Method::post, at_desk(two) + "/return",
                    {{"reason", "Thiếu ảnh"}, {"reply_by", to_rfc3339(desk.now + days(2))}}, Revision{2})
              .status == 200);
    CHECK(desk.call(world.secretary, Method::post, at_desk(three) + "/refuse", {{"reason", "Sai đề tài"}},
                    Revision{2})
              .status == 200);
    CHECK(desk.call(world.secretary, Method::post, at_desk(three) + "/refuse", json::object(), Revision{3})
              .status == 422);
    CHECK(desk.call(world.head, Method::post, at_desk(three) + "/disqualify",
                    {{"reason", "Sao chép"}, {"decision_number", "12/QĐ"}}, Revision{3})
              .status == 200);

    const auto code = world.code_of(one);
    REQUIRE_FALSE(code.empty());
    for (const auto& path :
         {at_desk(one), contest_path(desk) + "/entries", contest_path(desk) + "/entry-counts"}) {
      const auto answer = desk.send(world.secretary, Method::get, path, "", {});
      CHECK(answer.status == 200);
      CHECK(answer.text.find(code) == std::string::npos);
    }
    const auto mine = desk.send(world.author, Method::get, path_of(one), "", {});
    CHECK(parsed(mine)["state"] == "accepted");
    CHECK(mine.text.find(code) == std::string::npos);
  }
}

TEST_CASE("the desk gets the files of what was submitted, and none that only a draft has") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto made = world.create(world.author, desk.now);
    const auto author = world.context(world.author, desk.now);
    const auto attach = [&](const std::string& name) {
      const NewFile file{name, "image/png", {"work", "png", 5, {}, 10, 10}, world.blobs.put(name)};
      return world.write([&](store::Tx& tx) { return attach_file(tx, author, made.id, file); });
    };
    const auto first = attach("1.png");
    world.submit(world.author, made.id, desk.now);
    world.write([&](store::Tx& tx) { reopen_entry(tx, author, made.id, Revision{2}); });
    world.write([&](store::Tx& tx) { remove_entry_file(tx, author, made.id, first); });
    const auto second = attach("2.png");
    const auto status = [&](EntryFileId file) {
      return desk
          .send(world.secretary, Method::get,
                contest_path(desk) + "/entries/" + std::to_string(made.id.value) + "/files/" +
                    std::to_string(file.value),
                "", {})
          .status;
    };
    CHECK(status(first) == 200);
    CHECK(status(second) == 404);
    world.submit(world.author, made.id, desk.now);
    CHECK(status(first) == 200);  // of the version before
    CHECK(status(second) == 200);
  }
}

TEST_CASE("a batch is accepted entry by entry, and says what became of each") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    auto& world = desk.world;
    const auto good = world.submitted(world.author, desk.now), old = world.submitted(world.second, desk.now);
    auto draft = world.good_draft();
    draft.content.body = "Tôi là Đỗ Khách viết về cô Hoa dạy học.";
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.stranger, desk.now), world.contest, draft);
    });
    world.submit(world.stranger, made.id, desk.now);
    const auto answer = desk.call(world.secretary, Method::post, contest_path(desk) + "/entries/accept",
                                  {{"entries",
                                    {{{"id", good.value}, {"revision", 2}},
                                     {{"id", old.value}, {"revision", 1}},
                                     {{"id", made.id.value}, {"revision", 2}},
                                     {{"id", 4711}, {"revision", 1}}}}});
    REQUIRE(answer.status == 200);
    const auto results = parsed(answer)["results"];
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
    Desk desk(database);
    for (const auto* query : {"?state=draft", "?state=x", "?cursor=x", "?q=%FF"})
      CHECK(desk.send(desk.world.secretary, Method::get, contest_path(desk) + "/entries" + query, "", {})
                .status == 400);
  }
}
