// Settings from file, environment and command line, the later over the earlier; one row of a table for each.
#include "guong/app/config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "app/toml_file.h"
#include "guong/base/error.h"
#include "guong/ledger/cosignature.h"

namespace guong::app {
namespace {

constexpr std::string_view kDefaultFile = "/etc/guong/guong.toml";

constexpr std::array kRows{
    SettingRow{"address", "127.0.0.1", "Địa chỉ mạng để nghe", "Network address to listen on"},
    SettingRow{"port", "8080", "Cổng để nghe (0: cổng trống bất kỳ)", "Port to listen on (0: any free one)"},
    SettingRow{"data", "data", "Thư mục dữ liệu: cơ sở dữ liệu, tệp, khóa",
               "Data folder: database, files, keys"},
    SettingRow{"database", "", "Tệp SQLite hoặc postgresql://... (mặc định: DATA/guong.db)",
               "SQLite file or postgresql://... (default: DATA/guong.db)"},
    SettingRow{"keys", "", "Thư mục khóa bí mật (mặc định: DATA/keys)",
               "Folder of the secret keys (default: DATA/keys)"},
    SettingRow{"base_url", "", "Địa chỉ công khai, dùng trong liên kết (mặc định: http://ADDRESS:PORT)",
               "Public address, for links (default: http://ADDRESS:PORT)"},
    SettingRow{
        "ledger_name", "",
        "Tên sổ cái, cố định từ lần chạy guong serve đầu tiên (mặc định: tên miền của base_url, rồi /ledger)",
        "Name of the ledger, which stays from the first guong serve on (default: host of base_url, then "
        "/ledger)"},
    SettingRow{"trusted_proxies", "",
               "Địa chỉ hoặc dải địa chỉ (10.0.0.0/8) của các proxy được tin, cách nhau bằng dấu phẩy",
               "Addresses or networks (10.0.0.0/8) of trusted proxies, separated by commas"},
    SettingRow{"account_quota_mb", "20000", "Số MB tệp nhiều nhất của một tài khoản, kể cả tệp vừa bỏ",
               "Megabytes of files that one account may have, those just removed included"},
    SettingRow{"free_space_mb", "500",
               "Số MB đĩa chừa lại cho phiếu chấm và biên nhận, không nhận tệp vào đó",
               "Megabytes of disk left to cards and receipts: files are not taken into them"},
    SettingRow{"witnesses", "", "Khóa công khai của các bên chứng kiến sổ cái, cách nhau bằng dấu phẩy",
               "Public keys of the ledger's witnesses, separated by commas"},
    SettingRow{
        "witness_urls", "",
        "Địa chỉ của các bên chứng kiến chờ sổ cái đưa mốc đến (trước /add-checkpoint), cách nhau bằng dấu "
        "phẩy",
        "Addresses of witnesses that wait for the ledger's heads (before /add-checkpoint), separated by "
        "commas"},
    SettingRow{"event_threads", "2", "Số luồng đọc và gửi", "Threads that read and send"},
    SettingRow{"pool_threads", "16", "Số luồng ghi và việc chậm", "Threads for writes and slow work"},
    SettingRow{"log_format", "text", "Dạng nhật ký: text hoặc json", "Log format: text or json"},
    SettingRow{"log_level", "info", "Mức nhật ký: debug, info, warn, error",
               "Log level: debug, info, warn, error"},
};

bool is_setting(std::string_view key) {
  return std::ranges::any_of(kRows, [&](const SettingRow& row) { return row.key == key; });
}

std::string with(std::string_view key, char from, char to, bool upper) {
  std::string out(key);
  for (char& c : out) {
    if (c == from) c = to;
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

[[noreturn]] void refuse(const SettingValue& setting, std::string_view expected) {
  throw Error(ErrorKind::invalid, "app.config_wrong",
              {{"key", setting.key},
               {"value", shown(setting)},
               {"source", setting.source},
               {"expected", std::string(expected)}});
}

int number(const SettingValue& setting, int min, int max) {
  int value = 0;
  const auto& text = setting.value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max)
    refuse(setting, std::to_string(min) + "–" + std::to_string(max));
  return value;
}

const std::string& choice(const SettingValue& setting, std::initializer_list<std::string_view> choices) {
  if (std::ranges::find(choices, setting.value) == choices.end()) {
    std::string list;
    for (const auto& each : choices) list += (list.empty() ? "" : ", ") + std::string(each);
    refuse(setting, list);
  }
  return setting.value;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  for (const char c : text) {
    if (c == ',') {
      if (!item.empty()) items.push_back(std::exchange(item, ""));
    } else if (c != ' ') {
      item += c;
    }
  }
  if (!item.empty()) items.push_back(item);
  return items;
}

/// The file that was named must exist; the usual one may be missing.
std::map<std::string, std::string> read_file(const ConfigSources& sources, std::string& path) {
  const auto flag = sources.flags.find("config");
  const auto named =
      flag != sources.flags.end() ? std::optional(flag->second) : sources.environment("GUONG_CONFIG");
  path = named.value_or(std::string(kDefaultFile));
  if (!named && !std::filesystem::exists(path)) return {};
  auto values = read_toml(path);
  for (const auto& [key, value] : values)
    if (!is_setting(key))
      throw Error(ErrorKind::invalid, "app.config_unknown", {{"key", key}, {"source", path}});
  return values;
}

std::vector<SettingValue> collect(const ConfigSources& sources) {
  std::string path;
  const auto file = read_file(sources, path);
  std::vector<SettingValue> settings;
  for (const auto& row : kRows) {
    const std::string key(row.key);
    SettingValue setting{key, std::string(row.standard), "default"};
    if (const auto found = file.find(key); found != file.end()) setting = {key, found->second, path};
    const auto variable = "GUONG_" + with(key, '_', '_', true);
    if (const auto value = sources.environment(variable)) setting = {key, *value, variable};
    if (const auto found = sources.flags.find(key); found != sources.flags.end())
      setting = {key, found->second, "--" + with(key, '_', '-', false)};
    settings.push_back(std::move(setting));
  }
  return settings;
}

}  // namespace

std::vector<SettingRow> setting_rows() { return {kRows.begin(), kRows.end()}; }

Config read_config(const ConfigSources& sources) {
  Config config;
  config.settings = collect(sources);
  const auto at = [&](std::string_view key) -> SettingValue& {
    return *std::ranges::find(config.settings, key, &SettingValue::key);
  };
  const auto fill = [&](std::string_view key, const std::string& value) {
    if (at(key).value.empty()) at(key).value = value;
  };
  config.address = at("address").value;
  config.port = static_cast<std::uint16_t>(number(at("port"), 0, 65535));
  config.data = at("data").value;
  fill("database", (config.data / "guong.db").string());
  fill("keys", (config.data / "keys").string());
  fill("base_url", "http://" + config.address + ":" + std::to_string(config.port));
  config.database = at("database").value;
  config.keys = at("keys").value;
  config.base_url = at("base_url").value;
  if (!config.base_url.starts_with("http://") && !config.base_url.starts_with("https://"))
    refuse(at("base_url"), "http://..., https://...");
  while (config.base_url.ends_with('/')) config.base_url.pop_back();
  fill("ledger_name", config.base_url.substr(config.base_url.find("://") + 3) + "/ledger");
  config.ledger_name = at("ledger_name").value;
  if (config.ledger_name.find_first_of(" \t\n+") != std::string::npos)
    refuse(at("ledger_name"), "guong.example.vn/ledger");
  config.trusted_proxies = split_list(at("trusted_proxies").value);
  config.account_quota_mb = number(at("account_quota_mb"), 1, 100'000'000);
  config.free_space_mb = number(at("free_space_mb"), 0, 100'000'000);
  config.witness_urls = split_list(at("witness_urls").value);
  for (const auto& text : split_list(at("witnesses").value)) {
    const auto key = ledger::parse_witness_key(text);
    if (!key) refuse(at("witnesses"), "guong witness key");
    config.witnesses.push_back(*key);
  }
  config.event_threads = number(at("event_threads"), 1, 64);
  config.pool_threads = number(at("pool_threads"), 1, 256);
  config.json_log = choice(at("log_format"), {"text", "json"}) == "json";
  config.log_level = choice(at("log_level"), {"debug", "info", "warn", "error"});
  return config;
}

std::string shown(const SettingValue& setting) {
  const auto scheme = setting.value.find("://");
  const auto at = setting.value.rfind('@');
  if (scheme == std::string::npos || at == std::string::npos) return setting.value;
  const auto colon = setting.value.find(':', scheme + 3);
  if (colon == std::string::npos || colon > at) return setting.value;
  return setting.value.substr(0, colon + 1) + "***" + setting.value.substr(at);
}

}  // namespace guong::app
