// The installation's secrets, one file each in a folder of their own: not in the database, not in backups.
#pragma once

#include <filesystem>

#include "guong/api/use_case_context.h"

namespace guong::app {

/// Reads seal.key and signing.key (64 hexadecimal digits), or makes them (mode 0600) when there is none and
/// `may_create`; and ledger.name, which is made from the public address once and then stays.
/// Error{unavailable} "app.key_open_to_others", "app.key_malformed", "app.key_missing".
api::Keys load_keys(const std::filesystem::path& folder, const std::string& base_url, bool may_create);

}  // namespace guong::app
