// The installation's secrets, one file each in a folder of their own: not in the database, not in backups.
#pragma once

#include <filesystem>
#include <string>

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

/// The key that will be in seal.key's place, made durably before anything is sealed with it. Until it is there
/// nothing but the change itself runs: load_keys() throws "app.key_change_unfinished".
bool key_change_begun(const std::filesystem::path& folder);
std::string begin_key_change(const std::filesystem::path& folder);
void finish_key_change(const std::filesystem::path& folder);
/// The keys that a change begins from, or goes on from.
api::Keys keys_to_change(const std::filesystem::path& folder, const std::string& name);

/// Held while the keys are in use, by any number; or alone, to change them. Throws Error{unavailable}
/// "app.keys_changing" or, alone, "app.keys_in_use".
class KeysHold {
 public:
  enum class How { in_use, alone };
  KeysHold(const std::filesystem::path& folder, How how);
  ~KeysHold();
  KeysHold(const KeysHold&) = delete;

 private:
  int folder_ = -1;
};

}  // namespace guong::app
