// What judges and the conflict check get of an entry: content for the one, facts for the other.
#include "guong/entries/judging_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "entries/file_store.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "support/sealed_file.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

/// All text that a judge gets of a work.
std::string all_of(const AnonymousWork& work) {
  std::string out = work.code + work.category + work.field + work.title + work.body + work.language +
                    work.exemplar_kind + work.exemplar_name + work.exemplar_unit + work.exemplar_place;
  for (const auto& file : work.files) out += file.purpose + file.kind + file.media_type;
  return out;
}

}  // namespace

TEST_CASE("a judge's work has the content and nothing of its author") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto canary = world.make_account("canarymail@vidu.vn", "Canaryname Họ", world.other);
    auto draft = world.good_draft();
    draft.pen_name = "Canarypen";
    draft.phone = "0977000777";
    draft.address = "Canarystreet 7";
    draft.declared_interests = {"Canarytie"};
    draft.co_authors = {{"Canaryfriend", "", {}, {}, "canaryfriend@vidu.vn"}};
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(canary, world.early), world.contest, draft);
    });
    const auto sent = guong::test::sealed_file(world.blobs, "canarybytes", "Canaryfile.png", "image/png",
                                               {"work", "png", 11, {}, 4, 4});
    const auto file = world.write(
        [&](store::Tx& tx) { return attach_file(tx, world.context(canary, world.early), made.id, sent); });
    world.submit(canary, made.id, world.early);
    world.write([&](store::Tx& tx) {
      accept_entry(tx, world.context(world.secretary, world.early), world.contest,
                   {made.id, Revision{2}, {}, std::nullopt});
    });
    const auto code = world.code_of(made.id);
    const auto look = [&] {
      return *world.read([&](store::Reader& reader) { return anonymous_work(reader, world.contest, code); });
    };
    auto work = look();
    CHECK(work.title == draft.content.title);
    CHECK(work.body == draft.content.body);
    CHECK(work.exemplar_unit == "Xã Phước Sơn");
    REQUIRE(work.files.size() == 1);
    CHECK_FALSE(work.files[0].ready);
    CHECK(all_of(work).find("anary") == std::string::npos);
    CHECK(all_of(work).find(made.number) == std::string::npos);

    http::Request request;
    const auto open = [&] {
      return world.read([&](store::Reader& reader) {
        return anonymous_file(reader, world.blobs, request, world.contest, code, work.files[0].position);
      });
    };
    CHECK(error_of(open).kind() == ErrorKind::not_found);
    const auto clean = world.blobs.put("clean bytes");
    world.write([&](store::Tx& tx) { set_rendition(tx, file, {clean, 11, "image/png"}); });
    const auto answer = open();
    CHECK(answer.status == 200);
    for (const auto& [name, value] : answer.headers) {
      CAPTURE(name, value);
      CHECK(name != "Last-Modified");
      CHECK(value.find("anary") == std::string::npos);
      for (const auto& digest : {sent.sha256, sent.blob})
        CHECK(value.find(to_hex(as_text(digest))) == std::string::npos);
    }
    CHECK(std::ranges::any_of(answer.headers, [&](const http::Header& header) {
      return header.second == "inline; filename=\"" + code + "-1.png\"";
    }));
    CHECK(guong::test::read_whole(*std::get<http::FileBody>(answer.body).source) == "clean bytes");
  }
}

TEST_CASE("a code leads to nothing in another contest, nor when the entry is not accepted any more") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.accepted(world.author, world.early);
    const auto code = world.code_of(id);
    const auto finds = [&](ContestId contest, const std::string& text) {
      return world.read([&](store::Reader& reader) { return anonymous_work(reader, contest, text); })
          .has_value();
    };
    CHECK(finds(world.contest, code));
    CHECK_FALSE(finds(ContestId{1}, code));
    CHECK_FALSE(finds(world.contest, "XXXXXX"));
    CHECK_FALSE(finds(world.contest, ""));
    world.write([&](store::Tx& tx) {
      withdraw_entry(tx, world.context(world.author, world.early), id, Revision{3});
    });
    CHECK_FALSE(finds(world.contest, code));
    CHECK(world.read([&](store::Reader& reader) { return accepted_entries(reader, world.contest); }).empty());
  }
}

TEST_CASE("the conflict check gets accounts, units and folded names of all authors") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto draft = world.good_draft();
    draft.co_authors = {{"Trần Văn Minh", "", world.district, {}, "Minh@ViDu.vn"},
                        {"Đặng Ẩn", "", {}, {}, ""}};
    draft.declared_interests = {"Hòa Đặng"};
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, draft);
    });
    world.submit(world.author, made.id, world.early);
    const auto named = [&] {
      std::vector<std::string> contacts;
      world.read([&](store::Reader& reader) {
        each_conflict_facts(reader, world.keys, world.contest,
                            [&](const ConflictFacts& one) { contacts = one.contacts; });
        return 0;
      });
      return contacts;
    };
    world.write([&](store::Tx& tx) {
      accept_entry(tx, world.context(world.secretary, world.early), world.contest,
                   {made.id, Revision{2}, {}, std::nullopt});
    });
    CHECK(named() == std::vector<std::string>{"minh@vidu.vn"});
    const auto before = world.read([&](store::Reader& reader) { return intake_mark(reader, world.contest); });
    world.confirm(world.second, made.id, world.early);
    CHECK(named().empty());
    CHECK(world.read([&](store::Reader& reader) { return intake_mark(reader, world.contest); }) != before);
    std::vector<ConflictFacts> facts;
    world.read([&](store::Reader& reader) {
      each_conflict_facts(reader, world.keys, world.contest,
                          [&](const ConflictFacts& one) { facts.push_back(one); });
      const auto same = conflict_facts(reader, world.keys, world.contest, world.code_of(made.id));
      CHECK((same && same->folded_names == facts.at(0).folded_names));
      CHECK_FALSE(conflict_facts(reader, world.keys, world.contest, "KHONG"));
      return 0;
    });
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].code == world.code_of(made.id));
    CHECK(facts[0].accounts == std::vector<AccountId>{world.author.account, world.second.account});
    CHECK(facts[0].units.empty());
    CHECK(facts[0].claimed_units == std::vector<UnitId>{world.commune, world.district});
    CHECK(facts[0].folded_names == std::vector<std::string>{"nguyen thi lan", "tran van minh", "dang an"});
    CHECK(facts[0].folded_declared_interests == std::vector<std::string>{fold("Hòa Đặng")});
    CHECK(facts[0].folded_exemplar == fold("Lý Thị Hoa"));
    CHECK(facts[0].exemplar_unit == world.commune);
    const auto entered = [&](const api::Actor& actor) {
      return world.read([&](store::Reader& reader) {
        return has_entered(reader, world.keys, actor.account, world.contest);
      });
    };
    CHECK(entered(world.author));
    CHECK(entered(world.second));
    CHECK_FALSE(entered(world.stranger));
  }
}

TEST_CASE("a draft is no entry yet, a reopened one still is, a withdrawn one is no more") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto entered = [&] {
      return world.read([&](store::Reader& reader) {
        return has_entered(reader, world.keys, world.author.account, world.contest);
      });
    };
    const auto made = world.create(world.author, world.early);
    CHECK_FALSE(entered());
    world.submit(world.author, made.id, world.early);
    const auto context = world.context(world.author, world.early);
    world.write([&](store::Tx& tx) { reopen_entry(tx, context, made.id, Revision{2}); });
    CHECK(entered());
    world.write([&](store::Tx& tx) { withdraw_entry(tx, context, made.id, Revision{3}); });
    CHECK_FALSE(entered());
  }
}

TEST_CASE("with the proof of joining, authors are opened by code, and codes that nobody has are left out") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.accepted(world.author, world.early);
    const auto code = world.code_of(id);
    const auto opened = world.read([&](store::Reader& reader) {
      return open_joined(reader, world.keys, results::joined_codes(reader, world.contest), {"XXXXXX", code});
    });
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].code == code);
    CHECK(opened[0].entry == id);
    CHECK(opened[0].publish_consent);
    CHECK(opened[0].identity.authors[0].name == "Nguyễn Thị Lan");
  }
}
