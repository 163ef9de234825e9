// The routes of the secretary's desk, joined to the author's in entry_routes().
#pragma once

#include <span>

#include "guong/api/route.h"
#include "guong/entries/entry.h"

namespace guong::entries {

std::span<const api::Route> secretary_routes();

/// An original, under the author's name for it.
http::Response original_file(const api::ReadCall& call, const Bytes& sha256, std::string_view media_type, std::string_view name);

}  // namespace guong::entries
