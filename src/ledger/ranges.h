// Proofs made from the roots of ranges of leaves, whoever has these: all leaves, or tiles.
#pragma once

#include <cstdint>
#include <functional>

#include "guong/ledger/merkle.h"

namespace guong::ledger {

/// The root of the leaves from `begin` up to `end`.
using RangeRoot = std::function<Digest(std::int64_t begin, std::int64_t end)>;

/// The largest power of two below n, for n > 1: where a tree parts.
std::int64_t split(std::int64_t n);

void add_inclusion(const RangeRoot& root, std::int64_t begin, std::int64_t end, std::int64_t index,
                   Proof& proof);
/// `known`: the checker already holds the root of the first `old_end` leaves' part of this range, as the old head.
void add_consistency(const RangeRoot& root, std::int64_t begin, std::int64_t end, std::int64_t old_end,
                     bool known, Proof& proof);

}  // namespace guong::ledger
