// SQL of the secretary's list. A search walks a bounded piece of the list for each page: along the entries, or
// along those with one of its words, whichever gets furthest. Statements have a fixed number of places, so that
// each is prepared once.
#include "entries/list_store.h"

#include <array>
#include <limits>
#include <map>
#include <utility>

namespace guong::entries {
namespace {

using store::Reader;
using store::Row;
using store::Value;

/// The first text greater than everything that begins with `prefix` (folded words are ASCII).
std::string after_prefix(std::string prefix) { return std::move(prefix) + '\x7f'; }

/// So many entries are looked at for one page: what a page costs does not grow with the contest.
constexpr std::size_t kLookedAt = 500;
/// A word with more spellings (what is typed is the beginning of a word) is not walked by.
constexpr std::size_t kMostSpellings = 8;
constexpr std::size_t kMostWords = 3;
/// Behind every entry.
const ListCursor kEnd{{std::numeric_limits<std::int64_t>::max()}, {std::numeric_limits<std::int64_t>::max()}};

/// What is walked, each in the order of the list: the entries (of a state), those with a word, those with a tag.
enum class Along { entries, word, tag };
constexpr std::size_t kAlong = 3;

constexpr std::string_view kColumns =
    R"(e.id, e.number, e.state, e.revision, e.category, e.field, e.title, e.exemplar_name, e.version,
  e.submitted_at, e.reply_by)";

/// The rows of a walk as `w(submitted_at, entry_id)`. The places are $1 contest, $2 and $3 cursor; `of` is the
/// place of the state, the word or the tag.
std::string walk_text(Along along, bool of_state, const std::string& of) {
  switch (along) {
    case Along::entries:
      return "select submitted_at, id as entry_id from entry\n  where contest_id = $1 and "
             "(submitted_at, id) > ($2, $3)" +
             (of_state ? " and state = " + of : "");
    case Along::word:
      return "select submitted_at, entry_id from entry_word\n  where contest_id = $1 and word = " + of +
             " and (submitted_at, entry_id) > ($2, $3)";
    case Along::tag:
      break;
  }
  return "select submitted_at, entry_id from entry_name_tag\n  where contest_id = $1 and tag = " + of +
         " and (submitted_at, entry_id) > ($2, $3)";
}

constexpr std::string_view kInOrder = "\norder by submitted_at, entry_id limit ";

/// That an entry has the word whose places begin at `first`, or is of that name.
std::string has_word(std::size_t first) {
  const auto place = [&](std::size_t i) { return "$" + std::to_string(first + i); };
  return R"(
  and (exists (select 1 from entry_word x where x.entry_id = w.entry_id and x.word >= )" +
         place(0) + " and x.word < " + place(1) + R"()
    or exists (select 1 from entry_name_tag t where t.entry_id = w.entry_id and t.tag = )" +
         place(2) + "))";
}

/// `words` are looked for beside what is walked along.
std::string make_list_text(bool of_state, Along along, std::size_t words) {
  constexpr std::size_t first = 10;
  const auto of = along == Along::entries ? "$6" : "$" + std::to_string(first + 3 * words);
  // The walk decides what is read: `cross join` keeps SQLite from turning it round.
  std::string text = "select " + std::string(kColumns) + "\nfrom (" + walk_text(along, of_state, of);
  text += ") w\ncross join entry e\nwhere e.id = w.entry_id and (w.submitted_at, w.entry_id) <= ($7, $8)";
  for (std::size_t n = 0; n < words; ++n) text += has_word(first + 3 * n);  // before the entry itself is read
  text += std::string("\n  and ($4 = '' or e.category = $4) and ($9 = '' or e.field = $9) and e.state ") +
          (of_state ? "= $6" : "<> $6");
  return text + "\norder by w.submitted_at, w.entry_id limit $5";
}

/// The statement that reads a page. The places are $1 contest, $2 and $3 cursor, $4 category, $5 limit, $6
/// state, $7 and $8 the last entry to look at, $9 field, three for each word, and the word or tag that is walked
/// along.
const std::string& list_text(bool of_state, Along along, std::size_t words) {
  static const auto texts = [] {
    std::array<std::string, 2 * kAlong*(kMostWords + 1)> out;
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = make_list_text(i % 2 != 0, static_cast<Along>(i / 2 % kAlong), i / 2 / kAlong);
    return out;
  }();
  return texts.at((words * kAlong + static_cast<std::size_t>(along)) * 2 + (of_state ? 1 : 0));
}

/// What of a page is asked for: where it begins, and which entries there are.
struct Asked {
  ContestId contest;
  ListCursor after;
  std::optional<State> state;
};

/// One walk: along what.
struct Path {
  Along along = Along::entries;
  std::string text;  // the word; of entries the state, or "draft" for all others
  Bytes tag;
  Value of() const { return along == Along::tag ? Value(tag) : Value(text); }
};
/// Walks that together meet every entry that may be found, the last entry that they look at, and the words that
/// are still to be looked for in each.
struct Walk {
  std::vector<Path> paths;
  ListCursor last = kEnd;
  std::vector<ListFilter::Word> words;
};

/// Where kLookedAt entries of a path have been seen; behind every entry when there are fewer.
ListCursor end_of(Reader& reader, const Asked& asked, const Path& path) {
  static const auto make = [](Along along, bool of_state) {
    return walk_text(along, of_state, "$4") + std::string(kInOrder) + "1 offset " +
           std::to_string(kLookedAt - 1);
  };
  static const std::array texts{make(Along::entries, false), make(Along::word, false),
                                make(Along::tag, false), make(Along::entries, true)};
  const bool all = path.along == Along::entries && !asked.state;
  const auto& text =
      texts.at(path.along == Along::entries && asked.state ? kAlong : static_cast<std::size_t>(path.along));
  std::vector<Value> values{asked.contest, asked.after.submitted_at, asked.after.id};
  if (!all) values.push_back(path.of());
  auto end = kEnd;
  reader.each(text, values, [&](const Row& row) { end = {row.time(0), row.id<EntryId>(1)}; });
  return end;
}

/// The walk along the spellings of a word that the contest's entries have; nothing when there are too many.
std::optional<Walk> walk_along(Reader& reader, const Asked& asked, const ListFilter::Word& word) {
  Walk walk;
  const auto add = [&](Path path) {
    walk.last = std::min(walk.last, end_of(reader, asked, path));
    walk.paths.push_back(std::move(path));
  };
  if (!word.tag.empty()) add({Along::tag, {}, word.tag});
  const auto to = after_prefix(word.plain);
  for (auto from = word.plain;;) {
    const auto spelling = reader.one(R"(select word from entry_word
where contest_id = $1 and word >= $2 and word < $3
order by word limit 1)",
                                     {asked.contest, from, to}, [](const Row& row) { return row.text(0); });
    if (!spelling) return walk;
    if (walk.paths.size() > kMostSpellings) return std::nullopt;
    add({Along::word, *spelling, {}});
    from = *spelling + '\x01';  // the next text: words have no such sign
  }
}

/// Of the walks that meet all that may be found the one that gets furthest.
Walk choose_walk(Reader& reader, const Asked& asked, const std::vector<ListFilter::Word>& words) {
  const Path entries{Along::entries, std::string(state_name(asked.state.value_or(State::draft))), {}};
  if (words.empty()) return {{entries}, kEnd, {}};
  Walk furthest{{entries}, end_of(reader, asked, entries), words};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto walk = walk_along(reader, asked, words[i]); walk && furthest.last < walk->last) {
      furthest = std::move(*walk);
      furthest.words = words;
      furthest.words.erase(furthest.words.begin() + static_cast<std::ptrdiff_t>(i));
    }
  return furthest;
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

ListPage list_in_contest(store::Reader& reader, ContestId contest, const ListFilter& filter,
                         const ListCursor& after, int limit) {
  auto words = filter.words;
  words.resize(std::min(words.size(), kMostWords));
  const auto walk = choose_walk(reader, {contest, after, filter.state}, words);
  std::vector<Value> values{contest,
                            after.submitted_at,
                            after.id,
                            filter.category,
                            limit + 1,  // one more tells whether there is a page after
                            state_name(filter.state.value_or(State::draft)),
                            walk.last.submitted_at,
                            walk.last.id,
                            filter.field};
  std::array<std::string, kMostWords> to;  // a value refers to its text
  for (std::size_t i = 0; i < walk.words.size(); ++i) {
    to[i] = after_prefix(walk.words[i].plain);
    values.insert(values.end(), {walk.words[i].plain, to[i], walk.words[i].tag});
  }
  std::map<ListCursor, ListedEntry> found;  // an entry with two spellings of a word is met twice
  for (const auto& path : walk.paths) {
    auto all = values;
    if (path.along != Along::entries) all.push_back(path.of());
    reader.each(list_text(filter.state.has_value(), path.along, walk.words.size()), all, [&](const Row& row) {
      auto line = listed_of(row);
      found.try_emplace({line.submitted_at, line.id}, std::move(line));
    });
  }
  ListPage page;
  for (auto& [place, line] : found) {
    if (std::cmp_equal(page.lines.size(), limit)) {
      page.next = ListCursor{page.lines.back().submitted_at, page.lines.back().id};
      return page;
    }
    page.lines.push_back(std::move(line));
  }
  if (walk.last < kEnd) page.next = walk.last;
  return page;
}

}  // namespace guong::entries
