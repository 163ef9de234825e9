// SQL of search. Statements have a fixed number of places, so that each is prepared once and not for every
// length.
#include "entries/search_store.h"

#include <array>

namespace guong::entries {
namespace {

using store::Row;
using store::Value;

/// Rows inserted by one statement; what is left over is filled with the last one again.
constexpr std::size_t kRows = 16;
constexpr std::size_t kAuthors = 8;

/// "($1, $3, $2), ($1, $4, $2)...": contest, word or tag, entry.
std::string insert_text(std::string_view table, std::string_view column) {
  std::string text =
      "insert into " + std::string(table) + " (contest_id, " + std::string(column) + ", entry_id)\nvalues ";
  for (std::size_t i = 0; i < kRows; ++i)
    text += (i ? ", ($1, $" : "($1, $") + std::to_string(i + 3) + ", $2)";
  return text + "\non conflict do nothing";
}

template <class T>
void insert_all(store::Tx& tx, const std::string& sql, ContestId contest, EntryId entry,
                const std::vector<T>& all) {
  for (std::size_t from = 0; from < all.size(); from += kRows) {
    std::vector<Value> values{contest, entry};
    for (std::size_t i = 0; i < kRows; ++i) values.emplace_back(all[std::min(from + i, all.size() - 1)]);
    tx.run(sql, values);
  }
}

/// The first text greater than everything that begins with `prefix` (folded words are ASCII).
std::string after_prefix(std::string prefix) { return std::move(prefix) + '\x7f'; }

constexpr std::string_view kListed =
    R"(select id, number, state, revision, category, field, title, exemplar_name, version,
  submitted_at, reply_by
from entry
where contest_id = $1 and (submitted_at, id) > ($2, $3) and ($4 = '' or category = $4))";
constexpr std::string_view kOfState = R"(
  and state = $6)";
constexpr std::string_view kOfAnyState = R"(
  and state <> $6)";
constexpr std::string_view kOfWords = R"(
  and id in (select entry_id from entry_word where contest_id = $1 and word >= $7 and word < $8
    union all select entry_id from entry_name_tag where contest_id = $1 and tag = $9)
  and id in (select entry_id from entry_word where contest_id = $1 and word >= $10 and word < $11
    union all select entry_id from entry_name_tag where contest_id = $1 and tag = $12)
  and id in (select entry_id from entry_word where contest_id = $1 and word >= $13 and word < $14
    union all select entry_id from entry_name_tag where contest_id = $1 and tag = $15))";
constexpr std::string_view kInOrder = R"(
order by submitted_at, id limit $5)";

const std::string& list_text(bool of_state, bool of_words) {
  static const auto make = [](bool state, bool words) {
    return std::string(kListed) + std::string(state ? kOfState : kOfAnyState) +
           std::string(words ? kOfWords : "") + std::string(kInOrder);
  };
  static const std::array<std::string, 4> texts{make(false, false), make(false, true), make(true, false),
                                                make(true, true)};
  return texts.at((of_state ? 2U : 0U) + (of_words ? 1U : 0U));
}

ListedEntry listed_of(const Row& row) {
  return {row.id<EntryId>(0), row.text(1),     read_state(row.text(2)),
          row.revision(3),    row.text(4),     row.text(5),
          row.text(6),        row.text(7),     row.i64(8),
          row.time(9),        row.opt_time(10)};
}

}  // namespace

void replace_search(store::Tx& tx, ContestId contest, EntryId entry, bool first,
                    const std::vector<std::string>& words, const std::vector<Bytes>& tags) {
  static const std::string insert_words = insert_text("entry_word", "word");
  static const std::string insert_tags = insert_text("entry_name_tag", "tag");
  if (!first) {
    tx.exec(R"(delete from entry_word where entry_id = $1)", {entry});
    tx.exec(R"(delete from entry_name_tag where entry_id = $1)", {entry});
  }
  insert_all(tx, insert_words, contest, entry, words);
  insert_all(tx, insert_tags, contest, entry, tags);
}

std::vector<ListedEntry> list_in_contest(store::Reader& reader, ContestId contest, const ListFilter& filter,
                                         const ListCursor& after, int limit) {
  std::array<std::string, 3> from, to;
  std::vector<Value> values{contest,  after.submitted_at,
                            after.id, filter.category,
                            limit,    state_name(filter.state.value_or(State::draft))};
  for (std::size_t i = 0; i < from.size() && !filter.words.empty(); ++i) {
    const auto& word = filter.words[std::min(i, filter.words.size() - 1)];
    from[i] = word.plain;
    to[i] = after_prefix(word.plain);
    values.insert(values.end(), {from[i], to[i], word.tag});
  }
  std::vector<ListedEntry> out;
  reader.each(list_text(filter.state.has_value(), !filter.words.empty()), values,
              [&](const Row& row) { out.push_back(listed_of(row)); });
  return out;
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
  and valid_from <= $2 and (valid_to is null or valid_to > $2))",
                values, [&](const Row& row) { out.emplace(row.id<AccountId>(0), row.text(1)); });
  }
  return out;
}

}  // namespace guong::entries
