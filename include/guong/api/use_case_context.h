// What a use case is told about the outside: who acts, when, chance and keys.
#pragma once

#include <string>

#include "guong/api/role.h"
#include "guong/base/random.h"
#include "guong/base/time.h"

namespace guong::api {

/// The installation's secrets, read from files at start, never in the database or a log (they have no
/// formatter).
struct Keys {
  std::string seal;          // 32 bytes: sealed identities and ledger openings
  std::string signing_seed;  // 32 bytes: Ed25519, ledger heads and receipts
  std::string origin;        // name of this installation's log, e.g. "guong.example.vn/ledger"
};

struct UseCaseContext {
  const Actor& actor;
  Timestamp now;
  Random& random;
  const Keys& keys;
};

}  // namespace guong::api
