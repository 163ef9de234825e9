// Databases of earlier programs, filled and brought up to date: what stood there is still there.
#include <catch2/catch.hpp>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;

/// The migrations of this program up to a number.
std::vector<Migration> migrations_to(std::int64_t last) {
  auto all = embedded_migrations();
  std::erase_if(all, [&](const Migration& migration) { return migration.number > last; });
  return all;
}

/// A contest with an entry of number 7, under the schema that all programs began with.
void insert_contest_and_entry(Tx& tx) {
  tx.exec(
      R"(insert into account (id, email, name, lang, password_hash, state, created_at)
values (1, 'a@vidu.vn', 'A', 'vi', '', 'active', 0))");
  tx.exec(
      R"(insert into unit (id, code, type, name, short_name, folded) values (3, 'QN', 'city', 'Quy Nhơn', 'QN', 'quy nhon'))");
  tx.exec(
      R"(insert into contest (id, slug, host_unit_id, level, state, name_vi, name_en, rule_book_version, opens_at,
  deadline_at, created_at, created_by) values (5, 'thi', 3, 'grassroots', 'open', 'Thi', '', 1, 0, 0, 0, 1))");
  tx.exec(
      R"(insert into entry (id, contest_id, number, owner_tag, identity_sealed, state, category, field, title, body,
  language, exemplar_kind, exemplar_name, exemplar_place, declarations, created_at, updated_at)
values (7, 5, '1234-5678', $1, $1, 'draft', '', '', '', '', 'vi', '', '', '', '', 0, 0))",
      {Bytes{1}});
}

}  // namespace

TEST_CASE("Renditions that were columns of a file become rows, each with what was made of its file") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    open_with(database.url(), migrations_to(3))->write([](Tx& tx) {
      insert_contest_and_entry(tx);
      const auto file = [&](int id, const char* state) {
        tx.exec(
            R"(insert into entry_file (id, entry_id, position, purpose, name_sealed, kind, media_type, size, sha256,
  rendition_state) values ($1, 7, $1, 'photo', $2, 'png', 'image/png', 10, $2, $3))",
            {id, Bytes{2}, state});
      };
      file(1, "waiting");
      file(2, "failed");
      file(3, "ready");
      tx.exec(
          R"(update entry_file set rendition_sha256 = $1, rendition_size = 9, rendition_type = 'image/jpeg' where id = 3)",
          {Bytes{4}});
    });
    const auto store = open_with(database.url(), embedded_migrations());
    store->read([](Reader& reader) {
      CHECK(reader.number("select count(*) from entry_file where size = 10") == 3);
      const auto rows = reader.all(
          R"(select file_id, state, sha256, size, media_type from entry_rendition order by file_id)", {},
          [](const Row& row) {
            return std::to_string(row.i64(0)) + " " + row.text(1) + " " +
                   (row.null(2) ? "" : std::to_string(row.blob(2).front())) + " " +
                   std::to_string(row.opt_i64(3).value_or(0)) + " " + row.opt_text(4).value_or("");
          });
      CHECK(rows == std::vector<std::string>{"2 failed  0 ", "3 ready 4 9 image/jpeg"});
    });
  }
}

TEST_CASE("An upload that is under way when the program is brought up to date is still found") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    open_with(database.url(), migrations_to(3))->write([](Tx& tx) {
      insert_contest_and_entry(tx);
      tx.exec(
          R"(insert into upload (id, owner_tag, entry_id, purpose, name_sealed, length, created_at, expires_at)
values (9, $1, 7, 'photo', $1, 5, 1, 2))",
          {Bytes{1}});
    });
    const auto store = open_with(database.url(), embedded_migrations());
    CHECK(store->read([](Reader& reader) {
      return reader.number("select count(*) from upload where id = 9 and target_id = 7 and length = 5");
    }) == 1);
  }
}

}  // namespace guong::store
