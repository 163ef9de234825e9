// SQL of search. Statements have a fixed number of places, so that each is prepared once and not for every
// length.
#include "entries/search_store.h"

#include <array>
#include <limits>

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

/// With at most so many entries that have a word, those are looked up.
constexpr std::int64_t kFewEntries = 300;
/// Otherwise so many entries of the list are walked in its order, which mostly fills a page. Where it does not,
/// the words seldom meet: the entries of the rarest word are looked up, however many they are.
constexpr std::int64_t kWalked = 500;
/// Words are told apart by how many entries have them up to here.
constexpr std::int64_t kCounted = 20'000;
constexpr std::size_t kMostWords = 3;
/// Behind every entry.
const ListCursor kEnd{{std::numeric_limits<std::int64_t>::max()}, {std::numeric_limits<std::int64_t>::max()}};

constexpr std::string_view kColumns =
    R"(e.id, e.number, e.state, e.revision, e.category, e.field, e.title, e.exemplar_name, e.version,
  e.submitted_at, e.reply_by)";
constexpr std::string_view kAfter = R"(e.contest_id = $1 and (e.submitted_at, e.id) > ($2, $3))";
constexpr std::string_view kInOrder = "\norder by e.submitted_at, e.id limit ";
// The word decides what is read: `cross join` keeps SQLite from walking the entries instead.
constexpr std::string_view kEntriesOfWord =
    R"((select entry_id from entry_word where contest_id = $1 and word >= $9 and word < $10
  union select entry_id from entry_name_tag where contest_id = $1 and tag = $11) w
cross join entry e
where e.id = w.entry_id and )";

/// That the entry whose id is `entry` has word `n` of the search, or is of that name.
std::string has_word(std::size_t n, const std::string& entry) {
  const auto place = [&](std::size_t i) { return "$" + std::to_string(9 + 3 * n + i); };
  return R"(
  and (exists (select 1 from entry_word x where x.entry_id = )" +
         entry + " and x.word >= " + place(0) + " and x.word < " + place(1) + R"()
    or exists (select 1 from entry_name_tag t where t.contest_id = $1 and t.tag = )" +
         place(2) + " and t.entry_id = " + entry + "))";
}

std::string make_list_text(bool of_state, bool by_word, std::size_t words) {
  std::string text = "select " + std::string(kColumns) + "\nfrom ";
  text += by_word ? kEntriesOfWord : "entry e where ";
  text += kAfter;
  text += of_state ? " and e.state = $6" : " and e.state <> $6";
  text += "\n  and (e.submitted_at, e.id) <= ($7, $8) and ($4 = '' or e.category = $4)";
  for (std::size_t n = by_word ? 1 : 0; n < words; ++n)
    text += has_word(n, by_word ? "w.entry_id" : "e.id");  // before the entry itself is read
  return text + std::string(kInOrder) + "$5";
}

/// The statement that walks the list, or looks up the entries of the first word. The places are $1 contest, $2
/// and $3 cursor, $4 category, $5 limit, $6 state, $7 and $8 the last entry to look at, then three for each word.
const std::string& list_text(bool of_state, bool by_word, std::size_t words) {
  static const auto texts = [] {
    std::array<std::string, 4 * (kMostWords + 1)> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = make_list_text(i % 2 != 0, i / 2 % 2 != 0, i / 4);
    return out;
  }();
  return texts.at(words * 4 + (by_word ? 2 : 0) + (of_state ? 1 : 0));
}

/// How many entries have the word, counted up to `most`.
std::int64_t count_with(Reader& reader, ContestId contest, const ListFilter::Word& word, std::int64_t most) {
  return reader.number(R"(select count(*) from (
  select entry_id from entry_word where contest_id = $1 and word >= $2 and word < $3
  union all select entry_id from entry_name_tag where contest_id = $1 and tag = $4
  limit $5) found)",
                       {contest, word.plain, after_prefix(word.plain), word.tag, most});
}

/// Puts the word first that the fewest entries have, as far as is counted; gives how many.
std::int64_t rarest_first(Reader& reader, ContestId contest, std::vector<ListFilter::Word>& words,
                          std::int64_t most) {
  std::int64_t fewest = most;
  for (auto& word : words)
    if (const auto count = count_with(reader, contest, word, most); count < fewest) {
      fewest = count;
      std::swap(words.front(), word);
    }
  return fewest;
}

/// Where a walk from the cursor ends, by an index alone; nothing when fewer entries follow than it sees.
std::optional<ListCursor> end_of_walk(Reader& reader, ContestId contest, const ListCursor& after,
                                      const std::optional<State>& state) {
  static const auto make = [](std::string_view more) {
    return "select e.submitted_at, e.id from entry e where " + std::string(kAfter) + std::string(more) +
           std::string(kInOrder) + "1 offset " + std::to_string(kWalked - 1);
  };
  static const std::string any = make(""), one = make(" and e.state = $4");
  const auto read = [](const Row& row) { return ListCursor{row.time(0), row.id<EntryId>(1)}; };
  if (!state) return reader.one(any, {contest, after.submitted_at, after.id}, read);
  return reader.one(one, {contest, after.submitted_at, after.id, state_name(*state)}, read);
}

ListedEntry listed_of(const Row& row) {
  return {.id = row.id<EntryId>("id"),
          .number = row.text("number"),
          .state = read_state(row.text("state")),
          .revision = row.revision("revision"),
          .category = row.text("category"),
          .field = row.text("field"),
          .title = row.text("title"),
          .exemplar_name = row.text("exemplar_name"),
          .version = row.i64("version"),
          .submitted_at = row.time("submitted_at"),
          .reply_by = row.opt_time("reply_by")};
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
  const auto state = state_name(filter.state.value_or(State::draft));
  auto words = filter.words;
  words.resize(std::min(words.size(), kMostWords));
  const auto read = [&](bool by_word, const ListCursor& last) {
    std::vector<Value> values{contest, after.submitted_at, after.id, filter.category, limit,
                              state,   last.submitted_at,  last.id};
    std::array<std::string, kMostWords> to;
    for (std::size_t i = 0; i < words.size(); ++i) {
      to[i] = after_prefix(words[i].plain);
      values.insert(values.end(), {words[i].plain, to[i], words[i].tag});
    }
    std::vector<ListedEntry> out;
    reader.each(list_text(filter.state.has_value(), by_word, words.size()), values,
                [&](const Row& row) { out.push_back(listed_of(row)); });
    return out;
  };
  if (words.empty()) return read(false, kEnd);
  if (rarest_first(reader, contest, words, kFewEntries) < kFewEntries) return read(true, kEnd);
  const auto last = end_of_walk(reader, contest, after, filter.state);
  auto out = read(false, last.value_or(kEnd));
  if (!last || out.size() == static_cast<std::size_t>(limit)) return out;
  if (words.size() > 1) rarest_first(reader, contest, words, kCounted);
  return read(true, kEnd);
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
