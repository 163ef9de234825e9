// One proof for many leaves of a log: the roots of the ranges that hold none of them, once each. Far shorter
// than a path for each leaf. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "guong/ledger/merkle.h"

namespace guong::ledger {

/// From left to right. Throws std::out_of_range unless every one of `indices` is a leaf; they are sorted, each once.
Proof subset_proof(Leaves leaves, const std::vector<std::int64_t>& indices);
/// The root of a log of `size` records that has these leaves at these places; nothing when the proof is of
/// another length or a place is outside.
std::optional<Digest> subset_root(std::int64_t size, const std::map<std::int64_t, Digest>& leaves,
                                  const Proof& proof);

}  // namespace guong::ledger
