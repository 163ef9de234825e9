// Rows of public heads, blocks and records.
#include "store/public_log_store.h"

#include <algorithm>

#include "guong/base/error.h"
#include "store/log_rows.h"

namespace guong::store {
namespace {

Digest to_digest(const Row& row) {
  const auto bytes = row.blob(0);
  Digest out{};
  if (bytes.size() != out.size()) throw Error(ErrorKind::internal, "store.log_damaged");
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

LogRecord to_record(const Row& row) {
  const auto contest = row.opt_i64(2);
  return {row.i64(0), row.text(1), contest ? std::optional(ContestId{*contest}) : std::nullopt, row.text(3)};
}

}  // namespace

void mark_public(Tx& tx, std::int64_t size, Timestamp now) {
  tx.exec(R"(update ledger_checkpoint set public_at = $1 where size = $2 and public_at is null)",
          {now, size});
}

std::optional<Timestamp> last_public_at(Reader& reader) {
  return reader.one(
      R"(select public_at from ledger_checkpoint where public_at is not null order by size desc limit 1)", {},
      [](const Row& row) { return row.time(0); });
}

std::int64_t block_count(Reader& reader, int level) {
  return reader.number(R"(select count(*) from ledger_block where level = $1)", {level});
}

void insert_block(Tx& tx, int level, std::int64_t number, const Digest& hash) {
  tx.exec(R"(insert into ledger_block (level, number, hash) values ($1, $2, $3))", {level, number, hash});
}

void delete_blocks(Tx& tx) { tx.exec(R"(delete from ledger_block)"); }

std::optional<PublicHead> public_head(Reader& reader) {
  return reader.one(R"(
select size, note
from ledger_checkpoint
where public_at is not null
order by size desc
limit 1)",
                    {}, [](const Row& row) {
                      return PublicHead{row.i64(0), row.text(1)};
                    });
}

std::vector<Digest> read_tile(Reader& reader, const ledger::TileAddress& address) {
  const auto first = address.index * ledger::kTileWidth, end = first + address.width;
  if (address.level > 0)
    return reader.all(R"(
select hash
from ledger_block
where level = $1 and number >= $2 and number < $3
order by number)",
                      {address.level, first, end}, to_digest);
  std::vector<Digest> leaves;
  each_leaf(reader, first, end, [&](const Digest& leaf) { leaves.push_back(leaf); });
  return leaves;
}

std::vector<LogRecord> records_between(Reader& reader, std::int64_t from, std::int64_t to) {
  return reader.all(R"(
select seq, kind, contest_id, record
from ledger_record
where seq >= $1 and seq < $2
order by seq)",
                    {from, to}, to_record);
}

std::vector<LogRecord> records_of_contest(Reader& reader, ContestId contest, std::int64_t from,
                                          std::int64_t to, int limit) {
  return reader.all(R"(
select seq, kind, contest_id, record
from ledger_record
where contest_id = $1 and seq >= $2 and seq < $3 and kind <> $5
order by seq
limit $4)",
                    {contest, from, to, limit, kNeverRead}, to_record);
}

}  // namespace guong::store
