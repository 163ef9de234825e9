// Digests of rows, and their comparison. The SQL of each table is its module's; here it is asked for a
// subject or a contest.
#include <limits>
#include <set>
#include <sstream>

#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/store/kept_rows.h"

namespace guong::store {
namespace {

constexpr std::size_t kDigestBytes = 16;
constexpr std::string_view kNone = "-";

/// Rows of one subject, written one after the other.
struct Subject {
  std::int64_t number = 0;
  std::string called, rows;
};

std::string digest(const Digest& key, const std::string& rows) {
  if (rows.empty()) return std::string(kNone);
  return to_hex(as_text(hmac_sha256(as_text(key), rows)).substr(0, kDigestBytes));
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
void each_subject(Reader& reader, const KeptTable& table, ContestId contest, F f) {
  Subject subject;
  const auto end = [&] {
    if (!subject.rows.empty()) f(subject);
  };
  const Value values[] = {contest};
  reader.each(select_of(table, false), values, [&](const Row& row) {
    if (const auto number = row.i64(0); number != subject.number) {
      end();
      subject = {number, row.text(1), ""};
    }
    subject.rows += row.exactly(1) + "\n";
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
    std::string rows;
    const Value values[] = {contest, subject};
    reader.each(select_of(table, true), values, [&](const Row& row) { rows += row.exactly(1) + "\n"; });
    out += line(table, subject, digest(key, rows));
  }
  return out;
}

std::string tell_all_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                          ContestId contest) {
  const auto key = digest_key(seal_key);
  std::string out;
  for (const auto& table : tables)
    each_subject(reader, table, contest, [&](const Subject& subject) {
      out += line(table, subject.number, digest(key, subject.rows));
    });
  return out;
}

void RowCheck::take(const Told& told) {
  const auto rows = told.secret.find(std::string(kRowsTold));
  if (rows == told.secret.end()) return;
  std::istringstream lines(rows->second);
  std::string table, digest;
  for (std::int64_t subject = 0; lines >> table >> subject >> digest;)
    last_[{told.contest.value_or(ContestId{}).value, table, subject}] = {digest, told.seq};
}

void RowCheck::compare(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                       ContestId contest, Differences& out) const {
  const auto key = digest_key(seal_key);
  for (const auto& table : tables) {
    const std::string name(table.name);
    std::set<std::int64_t> seen;
    each_subject(reader, table, contest, [&](const Subject& subject) {
      seen.insert(subject.number);
      const auto told = last_.find({contest.value, name, subject.number});
      if (told == last_.end())
        differs(out, table, contest, subject.number, subject.called, "");
      else if (told->second.digest != digest(key, subject.rows))
        differs(out, table, contest, subject.number, subject.called, std::to_string(told->second.seq));
    });
    auto told = last_.lower_bound({contest.value, name, std::numeric_limits<std::int64_t>::min()});
    for (;
         told != last_.end() && std::get<0>(told->first) == contest.value && std::get<1>(told->first) == name;
         ++told)
      if (told->second.digest != kNone && !seen.contains(std::get<2>(told->first)))
        differs(out, table, contest, std::get<2>(told->first), std::to_string(std::get<2>(told->first)),
                std::to_string(told->second.seq));
  }
}

}  // namespace guong::store
