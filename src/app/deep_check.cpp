// Puts the checks of all parts together; none of them stops the others.
#include "app/deep_check.h"

#include <algorithm>

#include "app/app_store.h"
#include "guong/base/crypto.h"
#include "guong/contests/contest.h"
#include "guong/results/ledger_check.h"
#include "guong/results/published.h"
#include "guong/standings/verify.h"
#include "guong/store/cosignatures.h"
#include "guong/store/data_keys.h"
#include "guong/store/log.h"
#include "guong/store/public_log.h"

namespace guong::app {
namespace {

using store::Differences;

void check_log(store::Reader& reader, const api::Keys& keys, Differences& out) {
  const auto public_key = ed25519_public_key(keys.signing_seed);
  if (const auto broken = store::verify_log(reader, keys.origin, as_text(public_key))) {
    const auto seq = std::to_string(broken->seq);
    out.push_back({"/ledger/" + seq, broken->key, {{"seq", seq}}});
  }
  if (const auto fault = store::head_fault(reader, keys.head_signer()))
    out.push_back({"/ledger/head", *fault, {{"file", keys.head_file.string()}}});
  if (!store::blocks_hold(reader)) out.push_back({"/ledger/tiles", "app.tiles_differ", {}});
  for (const auto& witness : store::false_cosigners(reader))
    out.push_back({"/ledger/cosignatures", "app.cosignature_differs", {{"witness", witness}}});
}

/// A file is held against the record that it carries by the same code that anybody has.
void check_published(store::Reader& reader, const store::Blobs& blobs, const api::Keys& keys,
                     Differences& out) {
  const auto bytes = ed25519_public_key(keys.signing_seed);
  const ledger::VerifierKey key{keys.origin, bytes};
  for (const auto contest : contests::every_contest(reader))
    for (const auto& published : results::published_results(reader, contest))
      for (auto& fault :
           standings::verify_results_file(*results::results_file_bytes(reader, blobs, published.id), key)
               .faults) {
        if (fault.key == "standings.no_record")
          continue;  // a file of version 1: its row was told by the upgrade
        out.push_back({"/contests/" + std::to_string(contest.value) + "/results/" +
                           std::to_string(published.number) + fault.pointer,
                       std::move(fault.key), std::move(fault.params)});
      }
}

void check_invariants(store::Reader& reader, Differences& out) {
  for (const auto& broken : broken_invariants(reader))
    out.push_back({"/invariants/" + broken.name,
                   "app.invariant_broken",
                   {{"name", broken.name}, {"rows", std::to_string(broken.rows)}, {"first", broken.first}}});
}

void check_data_keys(store::Reader& reader, const api::Keys& keys, Differences& out) {
  for (const auto contest : store::unopened_data_keys(reader, keys.seal))
    out.push_back({"/contests/" + std::to_string(contest.value) + "/data_key", "app.data_key_differs", {}});
}

/// What was bent may be bent so that it cannot be read at all: that is found too, and stops no other check.
template <class Check>
void attempt(const char* place, Differences& out, Check check) {
  try {
    check();
  } catch (const Error& error) {
    out.push_back({place, error.key(), error.params()});
  } catch (const std::exception& error) {
    out.push_back({place, "app.unreadable", {{"cause", error.what()}}});
  }
}

/// Why a file is not what its name says; nothing when it is.
const char* blob_fault(const store::Blobs& blobs, const Digest& name) {
  try {
    const auto bytes = blobs.open(name);
    Hasher hasher;
    each_piece(*bytes, [&](std::string_view piece) { hasher.update(piece); });
    return as_text(hasher.digest()) == as_text(name) ? nullptr : "store.blob_damaged";
  } catch (const Error& error) {
    return error.key() == "store.blob_missing" ? "store.blob_missing" : "store.files_failed";
  }
}

void check_blobs(const std::vector<Digest>& names, const store::Blobs& blobs, Differences& out) {
  for (const auto& name : names)
    if (const char* fault = blob_fault(blobs, name)) {
      const auto hex = to_hex(as_text(name));
      out.push_back({"/blobs/" + hex, fault, {{"sha256", hex}, {"cause", ""}}});
    }
}

}  // namespace

Differences deep_differences(store::Store& store, const store::Blobs& blobs, const api::Keys& keys) {
  std::vector<Digest> names;
  auto out = store.read([&](store::Reader& reader) {
    Differences found;
    attempt("/ledger", found, [&] { check_log(reader, keys, found); });
    attempt("/rows", found, [&] {
      auto rows = results::all_differences(reader, keys);
      std::ranges::move(rows, std::back_inserter(found));
    });
    attempt("/results", found, [&] { check_published(reader, blobs, keys, found); });
    attempt("/data_keys", found, [&] { check_data_keys(reader, keys, found); });
    attempt("/invariants", found, [&] { check_invariants(reader, found); });
    attempt("/blobs", found, [&] { names = named_blobs(reader); });
    return found;
  });
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  check_blobs(names, blobs, out);
  return out;
}

}  // namespace guong::app
