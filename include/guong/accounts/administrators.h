// What the installation tells those who look after it: a notice on the account's page of each administrator.
#pragma once

#include <string>
#include <string_view>

#include "guong/base/random.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::accounts {

/// A sentence, in both languages.
struct Says {
  std::string vi, en;
};
/// Everybody who is an administrator at `now`. `kind` stands in the contract: "comparison.differs".
void tell_administrators(store::Tx& tx, Random& random, Timestamp now, std::string_view kind,
                         const Says& says);

}  // namespace guong::accounts
