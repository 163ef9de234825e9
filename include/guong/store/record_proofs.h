// A record's proof for who may see what it says: the record, the openings that are theirs, its way into the newest public
// head. There is none until a head that covers the record is public.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/store/store.h"

namespace guong::store {

/// As C2SP tlog-proof (ledger/record_proof.h). Nothing when no public head covers the record yet, or when one of the
/// openings does not open.
std::optional<std::string> prove_record(Reader& reader, std::string_view seal_key, std::int64_t seq,
                                        const std::vector<std::string>& openings);

}  // namespace guong::store
