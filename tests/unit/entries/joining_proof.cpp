// The proof of joining for the tests of this module, which know no results: given without asking.
#include "guong/entries/identity.h"

namespace guong::results {

entries::JoiningToken joined_codes(store::Reader&, ContestId contest) {
  return entries::JoiningToken(contest);
}

}  // namespace guong::results
