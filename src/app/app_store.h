// The few questions that the program as a whole asks its database.
#pragma once

#include <string>
#include <vector>

#include "app/installation.h"
#include "guong/api/role.h"
#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::app {

/// Answers whether the database answers.
bool is_alive(store::Reader& reader);
/// Whether anything was ever recorded or sealed: the keys must then exist already.
bool has_keys(store::Reader& reader);
bool is_administrator(store::Reader& reader, AccountId account, Timestamp now);

bool has_accounts(store::Reader& reader);
/// The roles that an account holds now, as a session would find them.
std::vector<api::Grant> grants_of(store::Reader& reader, AccountId account, Timestamp now);
/// Every blob that a row names, removed files too: earlier versions have them.
std::vector<Digest> named_blobs(store::Reader& reader);
LedgerHead ledger_head(store::Reader& reader);
Revision entry_revision(store::Reader& reader, EntryId entry);

/// An invariant and how many rows break it, with the first of them.
struct BrokenInvariant {
  std::string name;
  std::size_t rows;
  std::string first;
};
/// Runs every statement of schema/invariants: each must give nothing.
std::vector<BrokenInvariant> broken_invariants(store::Reader& reader);

}  // namespace guong::app
