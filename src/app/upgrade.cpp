// The key check is one sealed value: it opens with the right seal.key only and tells the ledger's public key.
#include "guong/app/upgrade.h"

#include <algorithm>

#include "app/app_store.h"
#include "app/upgrade_store.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/random.h"
#include "guong/entries/use_cases.h"
#include "guong/results/ledger_check.h"
#include "guong/results/published_cover.h"
#include "guong/store/log.h"
#include "guong/store/openings.h"
#include "guong/store/signed_head.h"
#include "guong/uploads/upload.h"

namespace guong::app {
namespace {

constexpr std::string_view kCheckContext = "installation_key";

[[noreturn]] void refuse_seal_key() { throw Error(ErrorKind::unavailable, "app.seal_key_wrong"); }

std::string public_key(const api::Keys& keys) {
  return std::string(as_text(ed25519_public_key(keys.signing_seed)));
}

/// Before there was a check, a key is known by the ledger's openings: each record has one.
void check_by_openings(store::Reader& reader, const api::Keys& keys) {
  const auto seq = last_opening(reader);
  if (!seq) return;
  const auto openings = store::find_openings(reader, keys.seal, *seq);
  if (std::ranges::none_of(openings, [](const auto& one) { return one.second.has_value(); }))
    refuse_seal_key();
}

void check_keys(const api::Keys& keys, const Bytes& check) {
  std::string known;
  try {
    known = unseal(keys.seal, kCheckContext, as_text(check));
  } catch (const Error&) {
    refuse_seal_key();
  }
  if (known != public_key(keys)) throw Error(ErrorKind::unavailable, "app.signing_key_wrong");
}

void remember_keys(store::Store& store, const api::Keys& keys) {
  store.write([&](store::Tx& tx) {
    if (const auto check = find_key_check(tx)) return check_keys(keys, *check);
    check_by_openings(tx, keys);
    insert_key_check(tx, seal(keys.seal, kCheckContext, public_key(keys)));
  });
}

/// In pieces that are committed each; what the salts stood in is then written over.
void seal_openings(store::Store& store, const api::Keys& keys) {
  for (bool more = true; more;) {
    more = store.write([&](store::Tx& tx) {
      const auto done = store::seal_old_openings(tx, keys.seal);
      // Single ones may be damaged, and stay so. If all are, the key is another.
      if (done.moved > 0 && done.opened == 0) refuse_seal_key();
      return done.moved > 0;
    });
  }
  store.forget_deleted();
}

/// Files as authors sent them: what lies open goes when no row names it any more.
void seal_originals(store::Store& store, store::Blobs& blobs, const api::Keys& keys) {
  uploads::seal_old_parts(store, blobs, system_random(), keys);
  const auto before = entries::seal_old_originals(store, blobs, system_random(), keys);
  auto named = store.read([](store::Reader& reader) { return named_blobs(reader); });
  std::ranges::sort(named);
  for (const auto& blob : before)
    if (!std::ranges::binary_search(named, blob)) blobs.remove(blob);
  store.forget_deleted();
}

void ask_co_authors(store::Store& store, const api::Keys& keys) {
  const api::Actor nobody{};
  entries::ask_old_authors(store, {nobody, system_now(), system_random(), keys});
}

void ask_for_covers(store::Store& store, const api::Keys& keys) {
  const api::Actor nobody{};
  results::ask_for_old_covers(store, {nobody, system_now(), system_random(), keys});
}

void mark_restore(store::Tx& tx, const api::Keys& keys) {
  const api::Actor nobody{};
  const api::UseCaseContext context{nobody, system_now(), system_random(), keys};
  api::record(tx, context, "installation.restored", std::nullopt,
              {{"records", std::to_string(ledger_head(tx).size)}});
}

/// From here on the ledger answers for rows of which no record told. Whoever writes into the database can ask
/// for the step again: what was told already is not told anew, or changed rows would be true from then on.
void tell_rows(store::Tx& tx, const api::Keys& keys) {
  const api::Actor nobody{};
  const bool whole = !store::head_fault(tx, keys.head_signer()) &&
                     !store::verify_log(tx, keys.origin, as_text(ed25519_public_key(keys.signing_seed)));
  if (!whole || results::rows_are_told(tx, keys)) return;
  results::tell_all_rows(tx, {nobody, system_now(), system_random(), keys});
}

}  // namespace

void require_right_keys(store::Store& store, const api::Keys& keys) {
  const auto check = store.read([](store::Reader& reader) { return find_key_check(reader); });
  if (!check) refuse_seal_key();
  check_keys(keys, *check);
}

void remember_new_seal_key(store::Tx& tx, const api::Keys& keys) {
  const api::Actor nobody{};
  update_key_check(tx, seal(keys.seal, kCheckContext, public_key(keys)));
  add_step(tx, "tell_rows");  // digests of rows are keyed: told anew before anything else runs
  api::record(tx, {nobody, system_now(), system_random(), keys}, std::string(results::kKeyChanged),
              std::nullopt, {});
}

void make_ready(store::Store& store, store::Blobs& blobs, const api::Keys& keys) {
  const auto check = store.read([](store::Reader& reader) { return find_key_check(reader); });
  if (check) check_keys(keys, *check);
  for (const auto& step : store.read([](store::Reader& reader) { return upgrade_steps(reader); })) {
    if (step == "seal_openings") seal_openings(store, keys);
    if (step == "seal_originals") seal_originals(store, blobs, keys);
    if (step == "tell_co_authors") ask_co_authors(store, keys);
    if (step == "want_covers") ask_for_covers(store, keys);
    store.write([&](store::Tx& tx) {
      if (step == kMarkRestore) mark_restore(tx, keys);
      if (step == "tell_rows") tell_rows(tx, keys);
      finish_step(tx, step);
    });
  }
  if (!check) remember_keys(store, keys);
}

}  // namespace guong::app
