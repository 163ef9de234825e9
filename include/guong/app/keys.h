// The installation's secrets, one file each in a folder of their own: not in the database, not in backups.
#pragma once

#include <filesystem>

#include "guong/api/use_case_context.h"

namespace guong::app {

/// Reads seal.key and signing.key (64 hexadecimal digits), or makes them (mode 0600) when there is none and
/// `may_create`; and ledger.name. Where that is not there yet the ledger is called `name`, for good from the
/// first time on that somebody says so (`settle`): signed heads carry it. Error{unavailable}
/// "app.key_open_to_others", "app.key_malformed", "app.key_missing".
enum class LedgerName { look, settle };
api::Keys load_keys(const std::filesystem::path& folder, const std::string& name, bool may_create,
                    LedgerName naming = LedgerName::settle);
bool ledger_is_named(const std::filesystem::path& folder);

}  // namespace guong::app
