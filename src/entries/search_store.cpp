// SQL of what entries are found by. Statements have a fixed number of places, so that each is prepared once and
// not for every length.
#include "entries/search_store.h"

namespace guong::entries {
namespace {

using store::Reader;
using store::Row;
using store::Value;

/// Rows inserted by one statement; what is left over is filled with the last one again.
constexpr std::size_t kRows = 16;
constexpr std::size_t kAuthors = 8;

/// "($1, $4, $2, $3), ($1, $5, $2, $3)...": contest, word or tag, when the entry was submitted, the entry.
std::string rows_text() {
  std::string text;
  for (std::size_t i = 0; i < kRows; ++i)
    text += (i ? ", ($1, $" : "($1, $") + std::to_string(i + 4) + ", $2, $3)";
  return text + "\non conflict do nothing";
}

template <class T>
void insert_all(store::Tx& tx, const std::string& sql, ContestId contest, const ListCursor& place,
                const std::vector<T>& all) {
  for (std::size_t from = 0; from < all.size(); from += kRows) {
    std::vector<Value> values{contest, place.submitted_at, place.id};
    for (std::size_t i = 0; i < kRows; ++i) values.emplace_back(all[std::min(from + i, all.size() - 1)]);
    tx.run(sql, values);
  }
}

void insert_tags(store::Tx& tx, ContestId contest, const ListCursor& place, const std::vector<Bytes>& tags) {
  static const std::string sql =
      R"(insert into entry_name_tag (contest_id, tag, submitted_at, entry_id) values )" + rows_text();
  insert_all(tx, sql, contest, place, tags);
}

}  // namespace

const char* const kSetUnits = R"(update entry set units_sealed = $2 where id = $1)";
const char* const kSetIdentity = R"(update entry set identity_sealed = $2 where id = $1)";
const char* const kSetDocument =
    R"(update entry_version set document_sealed = $3 where entry_id = $1 and version = $2)";
const char* const kSetReceipt =
    R"(update entry_version set receipt_sealed = $3 where entry_id = $1 and version = $2)";
const char* const kSetFileName = R"(update entry_file set name_sealed = $2 where id = $1)";

void replace_search(store::Tx& tx, ContestId contest, const ListCursor& place, bool first,
                    const std::vector<std::string>& words, const std::vector<Bytes>& tags) {
  static const std::string insert_words =
      R"(insert into entry_word (contest_id, word, submitted_at, entry_id) values )" + rows_text();
  if (!first) tx.exec(R"(delete from entry_word where entry_id = $1)", {place.id});
  insert_all(tx, insert_words, contest, place, words);
  first ? insert_tags(tx, contest, place, tags) : replace_tags(tx, contest, place, tags);
}

void replace_tags(store::Tx& tx, ContestId contest, const ListCursor& place, const std::vector<Bytes>& tags) {
  tx.exec(R"(delete from entry_name_tag where entry_id = $1)", {place.id});
  insert_tags(tx, contest, place, tags);
}

std::optional<Timestamp> place_in_search(store::Reader& reader, EntryId entry) {
  return reader.one(R"(select submitted_at from entry_name_tag where entry_id = $1 limit 1)", {entry},
                    [](const Row& row) { return row.time(0); });
}

std::vector<TaggedEntry> tagged_entries(store::Reader& reader, EntryId after, int limit) {
  return reader.all(
      R"(select id, contest_id, version, identity_sealed from entry where id > $1 order by id limit $2)",
      {after, limit}, [](const Row& row) {
        return TaggedEntry{row.id<EntryId>(0), row.id<ContestId>(1), row.i64(2), row.blob(3)};
      });
}

void set_owner_tag(store::Tx& tx, EntryId entry, const Bytes& tag) {
  tx.exec(R"(update entry set owner_tag = $2 where id = $1)", {entry, tag});
}

std::multimap<Bytes, std::string> categories_by_author(store::Reader& reader, ContestId contest, EntryId but,
                                                       const std::vector<Bytes>& account_tags) {
  std::multimap<Bytes, std::string> out;
  for (std::size_t from = 0; from < account_tags.size(); from += kAuthors) {
    std::vector<Value> values{contest, but};
    for (std::size_t i = 0; i < kAuthors; ++i)
      values.emplace_back(account_tags[std::min(from + i, account_tags.size() - 1)]);
    reader.each(R"(select t.tag, e.category
from entry_name_tag t
join entry e on e.id = t.entry_id
where t.contest_id = $1 and t.tag in ($3, $4, $5, $6, $7, $8, $9, $10) and e.id <> $2 and e.version > 0
  and e.state not in ('withdrawn', 'refused'))",
                values, [&](const Row& row) { out.emplace(row.blob(0), row.text(1)); });
  }
  return out;
}

bool tag_in_contest(store::Reader& reader, ContestId contest, const Bytes& tag) {
  return reader.number(R"(select count(*) from entry_name_tag t
join entry e on e.id = t.entry_id
where t.contest_id = $1 and t.tag = $2 and e.state <> 'withdrawn')",
                       {contest, tag}) != 0;
}

std::multimap<AccountId, std::string> roles_of(store::Reader& reader, ContestId contest,
                                               const std::vector<AccountId>& accounts, Timestamp now) {
  std::multimap<AccountId, std::string> out;
  for (std::size_t from = 0; from < accounts.size(); from += kAuthors) {
    std::vector<Value> values{contest, now};
    for (std::size_t i = 0; i < kAuthors; ++i)
      values.emplace_back(accounts[std::min(from + i, accounts.size() - 1)]);
    reader.each(R"(select account_id, role from role_grant
where account_id in ($3, $4, $5, $6, $7, $8, $9, $10)
  and (contest_id = $1 or (contest_id is null and unit_id is null))
  and (valid_from <= $2 or role = 'judge') and (valid_to is null or valid_to > $2))",
                values, [&](const Row& row) { out.emplace(row.id<AccountId>(0), row.text(1)); });
  }
  return out;
}

void add_tag(store::Tx& tx, ContestId contest, const ListCursor& place, const Bytes& tag) {
  tx.exec(R"(insert into entry_name_tag (contest_id, tag, submitted_at, entry_id) values ($1, $2, $3, $4)
on conflict do nothing)",
          {contest, tag, place.submitted_at, place.id});
}

void remove_tag(store::Tx& tx, EntryId entry, const Bytes& tag) {
  tx.exec(R"(delete from entry_name_tag where entry_id = $1 and tag = $2)", {entry, tag});
}

}  // namespace guong::entries
