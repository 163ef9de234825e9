// What the operator sets: defaults, one TOML file over them, GUONG_* environment variables over that, flags
// over all. Read once at start; plain data afterwards.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/messages.h"
#include "guong/ledger/checkpoint.h"

namespace guong::app {

/// One setting: its name in the file (flag --like-this, variable GUONG_LIKE_THIS), its default, what it is.
struct SettingRow {
  std::string_view key;
  std::string_view standard;  // "" where it follows from others
  std::string_view vi, en;
};
std::vector<SettingRow> setting_rows();

/// A value in force and where it came from: "default", the file's path, "GUONG_PORT", "--port".
struct SettingValue {
  std::string key, value, source;
};

struct Config {
  std::string address;
  std::uint16_t port = 0;
  std::filesystem::path data, keys;
  std::string database;  // a path or a postgresql:// address
  std::string base_url;
  std::string ledger_name;  // until the ledger has one
  std::vector<std::string> trusted_proxies;
  int account_quota_mb = 0, free_space_mb = 0;
  std::vector<ledger::VerifierKey> witnesses;
  std::vector<std::string> witness_urls;
  int event_threads = 0, pool_threads = 0;
  bool json_log = false;
  std::string log_level;
  std::vector<SettingValue> settings;  // all of them, in the table's order
};

/// What config is read from; given, so that tests need no environment.
struct ConfigSources {
  std::map<std::string, std::string> flags;  // "port" -> "8080"; "config" names the file
  std::function<std::optional<std::string>(const std::string&)> environment;
};
/// Throws Error{invalid} "app.config_*" naming the setting, where it was read and what it takes.
Config read_config(const ConfigSources& sources);

/// For showing: a password inside a database address is hidden.
std::string shown(const SettingValue& setting);

}  // namespace guong::app
