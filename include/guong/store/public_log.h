// The part of the log that everybody may see: heads made public at fixed hours, the tiles below them. Hashes alone: no
// time, no kind. So that its size does not count what people did, the log is filled up before a head is made public.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/ledger/tiles.h"
#include "guong/store/signed_head.h"
#include "guong/store/store.h"

namespace guong::store {

/// A public head has a multiple of so many records.
inline constexpr std::int64_t kLogFilling = 32;

/// What filling the log and signing it need.
struct LogWriter {
  Random& random;
  std::string_view seal_key;
  HeadSigner signer;
};

/// Appends records that say nothing, one at least, until the size is a multiple of kLogFilling.
void fill_log(Tx& tx, Timestamp now, const LogWriter& writer);
/// Fills the log, signs its head and makes it public.
SignedHead publish_head(Tx& tx, Timestamp now, const LogWriter& writer);
/// The same when the hour has come: at 0, 6, 12 and 18 hours UTC, or at the first chance after.
std::optional<SignedHead> publish_head_if_due(Tx& tx, Timestamp now, const LogWriter& writer);

/// Signs from the log as it is now on, although it does not continue the head in the file; gives that head,
/// whose file is put aside. A record says why, and which head was given up. Error{conflict,
/// "ledger.nothing_to_resume"} when the log can be signed as it is.
SignedHead resume_log(Store& store, Timestamp now, const LogWriter& writer, const std::string& reason);

struct PublicHead {
  std::int64_t size = 0;
  std::string note;
};
/// The newest; nothing before the first.
std::optional<PublicHead> public_head(Reader& reader);

/// Hashes of a tile, whose width must not reach beyond the log.
std::vector<Digest> read_tile(Reader& reader, const ledger::TileAddress& address);
ledger::TiledTree tree_of(Reader& reader, std::int64_t size);

/// Whether every block that is kept is what the leaves below it make.
bool blocks_hold(Reader& reader);

/// A record as it was written, with the contest that it is about.
struct LogRecord {
  std::int64_t seq = 0;
  std::string kind;
  std::optional<ContestId> contest;
  std::string record;
};
/// Those numbered from `from` up to `to`, in order.
std::vector<LogRecord> records_between(Reader& reader, std::int64_t from, std::int64_t to);
/// The kind of record that nobody reads, not even once results are out: its time is when an author sent a
/// file.
inline constexpr std::string_view kNeverRead = "entry.file_prepared";
/// At most `limit` of a contest's, from number `from` on, below `to`.
std::vector<LogRecord> records_of_contest(Reader& reader, ContestId contest, std::int64_t from,
                                          std::int64_t to, int limit);

}  // namespace guong::store
