// Signing without looking at the file of the last head: only for going on after it was given up.
#pragma once

#include "guong/store/signed_head.h"

namespace guong::store {

SignedHead sign_frontier(Tx& tx, Timestamp now, const HeadSigner& signer, const ledger::Frontier& frontier);
/// Puts the file aside under a name with its size, and writes another.
void replace_head(const HeadSigner& signer, const SignedHead& abandoned, const SignedHead& head);

}  // namespace guong::store
