// The row that says whose installation it is. SQL only.
#pragma once

#include "guong/publishing/host.h"

namespace guong::publishing {

/// Changes whenever the host does.
std::string host_fingerprint(store::Reader& reader);
/// For answers that must not wait for a database elsewhere: as it was when a page was last made.
Host known_host(store::Store& store);
/// Whether the row was still at that revision.
bool update_host(store::Tx& tx, Revision expected, const Host& host);
void update_emblem(store::Tx& tx, const std::optional<Digest>& emblem);

}  // namespace guong::publishing
