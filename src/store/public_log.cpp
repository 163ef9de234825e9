// Filling, signing and completing blocks: all that happens to the log at the fixed hours.
#include "guong/store/public_log.h"

#include "guong/base/error.h"
#include "guong/store/log.h"
#include "store/log_rows.h"
#include "store/public_log_store.h"
#include "store/unchecked_head.h"

namespace guong::store {
namespace {

constexpr std::size_t kNothingBytes = 16;
constexpr auto kInterval = hours(6);

std::int64_t hour_of(Timestamp time) { return time.micros / kInterval.micros; }

/// Adds the roots of what has become complete, level by level: a block is made of 256 of the level below.
void complete_blocks(Tx& tx, std::int64_t size) {
  std::int64_t wanted = size;
  for (int level = 1; (wanted /= ledger::kTileWidth) > 0; ++level)
    for (auto number = block_count(tx, level); number < wanted; ++number)
      insert_block(tx, level, number, ledger::tree_root(read_tile(tx, {level - 1, number})));
}

/// Blocks of a past that was given up (a restored backup) are made anew.
void complete_tree(Tx& tx, const ledger::Frontier& frontier) {
  complete_blocks(tx, frontier.size());
  if (tree_of(tx, frontier.size()).root() == frontier.root()) return;
  delete_blocks(tx);
  complete_blocks(tx, frontier.size());
  if (tree_of(tx, frontier.size()).root() != frontier.root())
    throw Error(ErrorKind::internal, "store.log_damaged");
}

}  // namespace

void fill_log(Tx& tx, Timestamp now, const LogWriter& writer) {
  do {
    // A value of chance, so that nobody finds a filling by hashing what it could be.
    append_record(
        tx, writer.random, writer.seal_key,
        {"ledger.filled", now, {}, {{"chance", to_hex(as_text(writer.random.bytes(kNothingBytes)))}}, {}});
  } while (load_head(tx).size() % kLogFilling != 0);
}

SignedHead publish_head(Tx& tx, Timestamp now, const LogWriter& writer) {
  fill_log(tx, now, writer);
  auto head = sign_head(tx, now, writer.signer);
  complete_tree(tx, head.frontier);
  mark_public(tx, head.frontier.size(), now);
  return head;
}

std::optional<SignedHead> publish_head_if_due(Tx& tx, Timestamp now, const LogWriter& writer) {
  const auto last = last_public_at(tx);
  if (last && hour_of(*last) >= hour_of(now)) return std::nullopt;
  return publish_head(tx, now, writer);
}

SignedHead resume_log(Store& store, Timestamp now, const LogWriter& writer, const std::string& reason) {
  const auto& signer = writer.signer;
  auto last = read_head_file(signer);
  if (!last || !store.read([&](Reader& reader) { return head_fault(reader, signer); }))
    throw Error(ErrorKind::conflict, "ledger.nothing_to_resume");
  const auto fresh = store.write([&](Tx& tx) {
    const auto& given_up = last->frontier;
    append_record(tx, writer.random, writer.seal_key,
                  {"ledger.resumed",
                   now,
                   {},
                   {{"reason", reason},
                    {"abandoned_size", std::to_string(given_up.size())},
                    {"abandoned_root", to_base64(as_text(given_up.root()))}},
                   {}});
    return sign_frontier(tx, now, signer, load_head(tx));
  });
  replace_head(signer, *last, fresh);
  return std::move(*last);
}

bool blocks_hold(Reader& reader) {
  for (int level = 1;; ++level) {
    const auto count = block_count(reader, level);
    if (count == 0) return true;
    for (std::int64_t number = 0; number < count; ++number) {
      const auto width = static_cast<int>(number % ledger::kTileWidth) + 1;
      const auto kept = read_tile(reader, {level, number / ledger::kTileWidth, width});
      if (kept.back() != ledger::tree_root(read_tile(reader, {level - 1, number}))) return false;
    }
  }
}

ledger::TiledTree tree_of(Reader& reader, std::int64_t size) {
  return {size, [&reader](const ledger::TileAddress& address) { return read_tile(reader, address); }};
}

}  // namespace guong::store
