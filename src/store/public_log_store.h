// What making a head public writes.
#pragma once

#include "guong/store/public_log.h"

namespace guong::store {

void mark_public(Tx& tx, std::int64_t size, Timestamp now);
std::optional<Timestamp> last_public_at(Reader& reader);

/// Blocks: roots of complete subtrees of 256^level leaves, level 1 and above, numbered without gaps.
std::int64_t block_count(Reader& reader, int level);
void insert_block(Tx& tx, int level, std::int64_t number, const Digest& hash);
void delete_blocks(Tx& tx);

}  // namespace guong::store
