// SQL of search. Statements have a fixed number of places, so that each is prepared once and not for every
// length.
#include "entries/search_store.h"

#include <array>

namespace guong::entries {
namespace {

using store::Reader;
using store::Row;
using store::Value;

/// Rows inserted by one statement; what is left over is filled with the last one again.
constexpr std::size_t kRows = 16;
constexpr std::size_t kAuthors = 8;

/// "($1, $3, $2), ($1, $4, $2)...": contest, word or tag, entry.
std::string rows_text() {
  std::string text;
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

/// With at most so many entries that have a word, those are looked up; with more of them, the list is walked in
/// its order and each entry asked for its words, which soon fills a page.
constexpr std::int64_t kFewEntries = 300;

constexpr std::string_view kSelected =
    R"(select e.id, e.number, e.state, e.revision, e.category, e.field, e.title, e.exemplar_name, e.version,
  e.submitted_at, e.reply_by)"
    "\nfrom ";
constexpr std::string_view kEntries = R"(entry e
where )";
// The first word decides what is read: `cross join` keeps SQLite from walking the entries instead.
constexpr std::string_view kEntriesOfWord =
    R"((select entry_id from entry_word where contest_id = $1 and word >= $7 and word < $8
  union select entry_id from entry_name_tag where contest_id = $1 and tag = $9) w
cross join entry e
where e.id = w.entry_id and )";
constexpr std::string_view kListed =
    R"(e.contest_id = $1 and (e.submitted_at, e.id) > ($2, $3) and ($4 = '' or e.category = $4))";
constexpr std::string_view kOfState = R"(
  and e.state = $6)";
constexpr std::string_view kOfAnyState = R"(
  and e.state <> $6)";
constexpr std::string_view kInOrder = R"(
order by e.submitted_at, e.id limit $5)";

/// That the entry has the word, or is of the name, in the places from `first`.
std::string has_word(int first) {
  const auto place = [&](int i) { return "$" + std::to_string(first + i); };
  return R"(
  and (exists (select 1 from entry_word w where w.entry_id = e.id and w.contest_id = $1 and w.word >= )" +
         place(0) + " and w.word < " + place(1) + R"()
    or exists (select 1 from entry_name_tag t where t.contest_id = $1 and t.tag = )" +
         place(2) + " and t.entry_id = e.id))";
}

enum class Words { none, few, many };

const std::string& list_text(bool of_state, Words words) {
  static const auto make = [](bool state, Words how) {
    std::string text(kSelected);
    text += how == Words::few ? kEntriesOfWord : kEntries;
    text += kListed;
    text += state ? kOfState : kOfAnyState;
    if (how == Words::many) text += has_word(7);
    if (how != Words::none) text += has_word(10) + has_word(13);
    return text += kInOrder;
  };
  static const std::array<std::string, 6> texts{make(false, Words::none), make(true, Words::none),
                                                make(false, Words::few),  make(true, Words::few),
                                                make(false, Words::many), make(true, Words::many)};
  return texts.at(static_cast<std::size_t>(words) * 2 + (of_state ? 1U : 0U));
}

/// How many entries have the word; no more than just above kFewEntries are counted.
std::int64_t count_with(Reader& reader, ContestId contest, const ListFilter::Word& word) {
  return reader.number(R"(select count(*) from (
  select entry_id from entry_word where contest_id = $1 and word >= $2 and word < $3
  union all select entry_id from entry_name_tag where contest_id = $1 and tag = $4
  limit $5) found)",
                       {contest, word.plain, after_prefix(word.plain), word.tag, kFewEntries + 1});
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
  static const std::string insert_words =
      R"(insert into entry_word (contest_id, word, entry_id) values )" + rows_text();
  static const std::string insert_tags =
      R"(insert into entry_name_tag (contest_id, tag, entry_id) values )" + rows_text();
  if (!first) {
    tx.exec(R"(delete from entry_word where entry_id = $1)", {entry});
    tx.exec(R"(delete from entry_name_tag where entry_id = $1)", {entry});
  }
  insert_all(tx, insert_words, contest, entry, words);
  insert_all(tx, insert_tags, contest, entry, tags);
}

std::vector<ListedEntry> list_in_contest(store::Reader& reader, ContestId contest, const ListFilter& filter,
                                         const ListCursor& after, int limit) {
  std::vector<Value> values{contest,  after.submitted_at,
                            after.id, filter.category,
                            limit,    state_name(filter.state.value_or(State::draft))};
  auto words = filter.words;
  std::int64_t fewest = kFewEntries + 1;
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i)
    if (const auto count = count_with(reader, contest, words[i]); count < fewest) {
      fewest = count;
      std::swap(words[0], words[i]);
    }
  std::array<std::string, 3> to;
  for (std::size_t i = 0; i < to.size() && !words.empty(); ++i) {
    const auto& word = words[std::min(i, words.size() - 1)];
    to[i] = after_prefix(word.plain);
    values.insert(values.end(), {word.plain, to[i], word.tag});
  }
  const auto how = words.empty() ? Words::none : fewest <= kFewEntries ? Words::few : Words::many;
  std::vector<ListedEntry> out;
  reader.each(list_text(filter.state.has_value(), how), values,
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
