// The routes of the secretary's desk, joined to the author's in entry_routes().
#pragma once

#include <span>

#include "entries/list_store.h"
#include "guong/api/route.h"
#include "guong/entries/entry.h"

namespace guong::entries {

std::span<const api::Route> secretary_routes();

/// What the list is narrowed to by ?state=, ?category= and ?q= (words of authors' names for the secretary alone).
/// Error{malformed} when that cannot be read.
ListFilter filter_of(const api::ReadCall& call, ContestId contest);

}  // namespace guong::entries
