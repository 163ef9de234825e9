// Digests of rows, and their comparison. The SQL of each table is its module's; here it is asked for a
// subject or a contest.
#include <algorithm>
#include <charconv>

#include "guong/base/crypto.h"
#include "guong/base/hmac.h"
#include "guong/base/list_text.h"
#include "guong/base/text.h"
#include "guong/store/kept_rows.h"

namespace guong::store {
namespace {

constexpr std::size_t kDigestBytes = 16;
constexpr std::string_view kNone = "-";

/// The digest of rows, taken one after the other: one alone is in memory.
class RowsDigest {
 public:
  explicit RowsDigest(const Digest& key) : hmac_(as_text(key)) {}
  void add(const Row& row) {
    hmac_.update(row.exactly(1));
    hmac_.update("\n");
    any_ = true;
  }
  bool any() const { return any_; }
  std::string text() {
    return any_ ? to_hex(as_text(hmac_.digest()).substr(0, kDigestBytes)) : std::string(kNone);
  }

 private:
  Hmac hmac_;
  bool any_ = false;
};

struct Subject {
  std::int64_t number = 0;
  std::string called, digest;
};

bool read_number(std::string_view text, std::int64_t& number) {
  const auto end = text.data() + text.size();
  return std::from_chars(text.data(), end, number).ptr == end;
}

Digest digest_key(std::string_view seal_key) { return sha256("kept rows/" + std::string(seal_key)); }

std::string select_of(const KeptTable& table, bool one_subject) {
  std::string sql(table.select);
  sql += " where " + std::string(table.contest) + " = $1";
  if (one_subject) sql += " and " + std::string(table.subject) + " = $2";
  if (!table.only.empty()) sql += " and (" + std::string(table.only) + ")";
  return sql + " order by " + std::string(table.subject) + ", " + std::string(table.order);
}

/// One after the other, in the order of their numbers.
template <class F>
void each_subject(Reader& reader, const KeptTable& table, const Digest& key, ContestId contest, F f) {
  Subject subject;
  RowsDigest rows(key);
  const auto end = [&] {
    if (!rows.any()) return;
    subject.digest = rows.text();
    f(subject);
  };
  const Value values[] = {contest};
  reader.each(select_of(table, false), values, [&](const Row& row) {
    if (const auto number = row.i64(0); number != subject.number) {
      end();
      subject = {number, row.text(1), ""};
      rows = RowsDigest(key);
    }
    rows.add(row);
  });
  end();
}

std::string line(const KeptTable& table, std::int64_t subject, const std::string& digest) {
  return std::string(table.name) + " " + std::to_string(subject) + " " + digest + "\n";
}

void differs(Differences& out, const KeptTable& table, ContestId contest, std::int64_t subject,
             const std::string& called, const std::string& seq) {
  const std::string name(table.name);
  const auto whose = contest ? "/contests/" + std::to_string(contest.value) : std::string();
  out.push_back({whose + "/" + name + "/" + std::to_string(subject),
                 seq.empty() ? "store.row_untold" : std::string(table.key),
                 {{"table", name}, {"called", valid_utf8(called) ? called : "?"}, {"seq", seq}}});
}

}  // namespace

std::string tell_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                      ContestId contest, std::int64_t subject) {
  const auto key = digest_key(seal_key);
  std::string out;
  for (const auto& table : tables) {
    RowsDigest rows(key);
    const Value values[] = {contest, subject};
    reader.each(select_of(table, true), values, [&](const Row& row) { rows.add(row); });
    out += line(table, subject, rows.text());
  }
  return out;
}

std::string tell_all_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                          ContestId contest) {
  const auto key = digest_key(seal_key);
  std::string out;
  for (const auto& table : tables)
    each_subject(reader, table, key, contest,
                 [&](const Subject& subject) { out += line(table, subject.number, subject.digest); });
  return out;
}

std::string tell_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                      ContestId contest, const std::set<std::int64_t>& subjects) {
  const auto key = digest_key(seal_key);
  std::string out;
  for (const auto& table : tables) {
    auto next = subjects.begin();
    const auto without_rows = [&](auto until) {
      for (; next != until; ++next) out += line(table, *next, std::string(kNone));
    };
    each_subject(reader, table, key, contest, [&](const Subject& subject) {
      const auto found = subjects.find(subject.number);
      if (found == subjects.end()) return;
      without_rows(found);
      out += line(table, *next++, subject.digest);
    });
    without_rows(subjects.end());
  }
  return out;
}

/// "-" is nothing but zeros; what is no digest fits no rows.
RowCheck::Short RowCheck::short_digest(std::string_view text) {
  Short out{};
  if (text == kNone) return out;
  const auto bytes = from_hex(text);
  if (bytes && bytes->size() == out.size())
    std::ranges::copy(*bytes, out.begin());
  else
    out.fill(0xff);
  return out;
}

/// Of each subject what was told last, in the order of subjects.
void RowCheck::keep_last(std::vector<Line>& lines) {
  std::ranges::stable_sort(lines, {}, &Line::subject);  // told in the order of records
  auto kept = lines.begin();
  for (auto line = lines.begin(); line != lines.end(); ++line)
    if (line + 1 == lines.end() || (line + 1)->subject != line->subject) *kept++ = *line;
  lines.erase(kept, lines.end());
}

/// What was told twice gives its room first.
void RowCheck::make_room(std::vector<Line>& lines) {
  constexpr std::size_t kLeast = 64;
  keep_last(lines);
  if (lines.size() > lines.capacity() / 4 * 3) lines.reserve(std::max(kLeast, lines.size() * 2));
}

void RowCheck::take(const Told& told) {
  const auto rows = told.secret.find(std::string(kRowsTold));
  if (rows == told.secret.end()) return;
  const auto contest = told.contest.value_or(ContestId{}).value;
  for (const auto text : split(rows->second, '\n')) {
    const auto words = split(text, ' ');
    std::int64_t subject = 0;
    if (words.size() != 3 || !read_number(words[1], subject)) continue;
    auto& lines = told_[{contest, std::string(words[0])}];
    if (lines.size() == lines.capacity()) make_room(lines);
    lines.push_back({subject, told.seq, short_digest(words[2])});
  }
}

void RowCheck::compare(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                       ContestId contest, Differences& out) {
  const auto key = digest_key(seal_key);
  for (const auto& table : tables) {
    auto& lines = told_[{contest.value, std::string(table.name)}];
    keep_last(lines);
    auto next = lines.begin();
    const auto without_rows = [&](auto until) {
      for (; next != until; ++next)
        if (next->digest != Short{})
          differs(out, table, contest, next->subject, std::to_string(next->subject),
                  std::to_string(next->seq));
    };
    each_subject(reader, table, key, contest, [&](const Subject& subject) {
      const auto found = std::ranges::lower_bound(next, lines.end(), subject.number, {}, &Line::subject);
      without_rows(found);
      if (found == lines.end() || found->subject != subject.number)
        return differs(out, table, contest, subject.number, subject.called, "");
      if (found->digest != short_digest(subject.digest))
        differs(out, table, contest, subject.number, subject.called, std::to_string(found->seq));
      ++next;
    });
    without_rows(lines.end());
  }
}

}  // namespace guong::store
