// The other times that a contest was held.
#pragma once

#include "guong/rules/rule_book.h"
#include "publishing/html.h"
#include "publishing/public_store.h"

namespace guong::publishing {

/// All editions, this one marked, the newest first; nothing where there is only this one. Contests belong
/// together whose rules name the same series; without one, those of the same host that are called alike but
/// for figures ("... 2025", "... 2026").
Html editions(store::Reader& reader, const ContestRow& contest, Lang lang);

}  // namespace guong::publishing
