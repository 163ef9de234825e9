// guong key rotate: another seal.key. The new key is on the disk before anything is sealed with it, both are
// known until all that was sealed with the old one is sealed anew, and the old one goes last; cut off
// anywhere, the command is run again.
#include "app/blobs_folder.h"
#include "app/command.h"
#include "app/deep_check.h"
#include "app/key_change.h"
#include "guong/api/kept_answers.h"
#include "guong/app/keys.h"
#include "guong/app/upgrade.h"
#include "guong/base/error.h"
#include "guong/entries/use_cases.h"
#include "guong/judging/interest.h"
#include "guong/store/cosignatures.h"
#include "guong/store/resealing.h"
#include "guong/uploads/upload.h"

namespace guong::app {
namespace {

bool are_right(store::Store& store, const api::Keys& keys) {
  try {
    require_right_keys(store, keys);
    return true;
  } catch (const Error& error) {
    if (error.key() != "app.seal_key_wrong") throw;
    return false;
  }
}

/// Rows are told to the ledger anew under the new key: what differs now would become true by it.
void require_as_told(store::Store& store, const Config& config, const api::Keys& keys) {
  const auto blobs = open_blobs(config.data);
  make_ready(store, *blobs, keys);
  store.state().of<store::KnownWitnesses>().keys = config.witnesses;
  const auto found = deep_differences(store, *blobs, keys);
  if (!found.empty())
    throw Error(ErrorKind::conflict, "app.key_rotate_differs", {{"count", std::to_string(found.size())}});
}

/// What a change that was cut off has left goes on; else the keys must be the right ones before anything is made.
void require_begin(store::Store& store, const Config& config, const api::Keys& keys) {
  if (!key_change_begun(config.keys)) return require_as_told(store, config, keys);
  auto next = keys;
  next.seal = begin_key_change(config.keys);
  if (!are_right(store, next)) require_right_keys(store, keys);
}

store::Resealed change_seal_key(store::Store& store, const Config& config) {
  const auto old = keys_to_change(config.keys, config.ledger_name);
  require_begin(store, config, old);
  const store::KeyChange change{old.seal, begin_key_change(config.keys)};
  auto keys = old;
  keys.seal = change.to;
  store::Resealed all;
  for (const auto& column : all_sealed_columns()) {
    const auto done = store::reseal(store, column, change);
    all.rows += done.rows;
    all.lost += done.lost;
  }
  entries::tag_anew(store, old, keys);
  if (!are_right(store, keys)) store.write([&](store::Tx& tx) { remember_new_seal_key(tx, keys); });
  store.forget_deleted();  // what was sealed with the old key stands in no free page either
  finish_key_change(config.keys);
  make_ready(store, *open_blobs(config.data),
             keys);  // rows are told now, not when somebody starts the service
  return all;
}

}  // namespace

std::vector<store::SealedColumn> all_sealed_columns() {
  std::vector<store::SealedColumn> all;
  for (const auto& part : {store::sealed_columns(), api::sealed_columns(), uploads::sealed_columns(),
                           entries::sealed_columns(), judging::sealed_columns()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

int run_key_rotate(const CommandLine& line) {
  const KeysHold alone(line.config.keys, KeysHold::How::alone);
  const auto store = store::Store::open(line.config.database);
  const auto done = change_seal_key(*store, line.config);
  say(line, "app.key_rotated",
      {{"rows", std::to_string(done.rows)}, {"file", (line.config.keys / "seal.key").string()}});
  if (done.lost > 0) say(line, "app.key_rotated_lost", {{"lost", std::to_string(done.lost)}});
  return 0;
}

}  // namespace guong::app
