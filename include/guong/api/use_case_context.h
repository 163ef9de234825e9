// What a use case is told about the outside: who acts, when, chance and keys.
#pragma once

#include <filesystem>
#include <string>

#include "guong/api/role.h"
#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/store/public_log.h"

namespace guong::api {

/// The installation's secrets, read from files at start, never in the database or a log (they have no
/// formatter).
struct Keys {
  std::string seal;                      // 32 bytes: sealed identities and ledger openings
  std::string signing_seed;              // 32 bytes: Ed25519, ledger heads and receipts
  std::string origin;                    // name of this installation's log, e.g. "guong.example.vn/ledger"
  std::filesystem::path head_file = {};  // remembers the last signed head; empty: nothing does

  store::HeadSigner head_signer() const { return {origin, signing_seed, head_file}; }
};

struct UseCaseContext {
  const Actor& actor;
  Timestamp now;
  Random& random;
  const Keys& keys;

  store::LogWriter log_writer() const { return {random, keys.seal, keys.head_signer()}; }
};

}  // namespace guong::api
