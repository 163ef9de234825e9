// Settings: defaults, the order of sources, and refusals that name setting and place.
#include <catch2/catch.hpp>
#include <fstream>

#include "guong/app/config.h"
#include "guong/base/error.h"
#include "support/databases.h"

using namespace guong;
using namespace guong::app;
using guong::test::TemporaryFolder;

namespace {

using Texts = std::map<std::string, std::string>;

ConfigSources sources(const Texts& flags, const Texts& variables = {}) {
  return {flags, [variables](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
          }};
}

std::string write_file(const TemporaryFolder& folder, const std::string& text) {
  const auto path = (folder.path() / "guong.toml").string();
  std::ofstream(path) << text;
  return path;
}

std::string source_of(const Config& config, const std::string& key) {
  for (const auto& setting : config.settings)
    if (setting.key == key) return setting.source;
  return "";
}

/// The refusal's key and parameters, in one line.
std::string refusal(const ConfigSources& from) {
  try {
    read_config(from);
  } catch (const Error& error) {
    std::string text = error.key();
    for (const auto& [name, value] : error.params()) text += " " + name + "=" + value;
    return text;
  }
  return "";
}

}  // namespace

TEST_CASE("Without any source the defaults hold, and what follows from others follows") {
  const auto config = read_config(sources({{"data", "/srv/guong"}}));
  CHECK(config.port == 8080);
  CHECK(config.database == "/srv/guong/guong.db");
  CHECK(config.keys == "/srv/guong/keys");
  CHECK(config.base_url == "http://127.0.0.1:8080");
  CHECK(config.trusted_proxies.empty());
}

TEST_CASE(
    "A flag wins over a variable, a variable over the file, the file over the default, and each says where "
    "it is from") {
  const TemporaryFolder folder;
  const auto file = write_file(folder, "port = 1001\nevent_threads = 3\nlog_level = \"warn\"\n");
  const auto config = read_config(
      sources({{"config", file}, {"port", "1003"}}, {{"GUONG_PORT", "1002"}, {"GUONG_LOG_LEVEL", "error"}}));
  CHECK(config.port == 1003);
  CHECK(config.log_level == "error");
  CHECK(config.event_threads == 3);
  CHECK(source_of(config, "port") == "--port");
  CHECK(source_of(config, "log_level") == "GUONG_LOG_LEVEL");
  CHECK(source_of(config, "event_threads") == file);
  CHECK(source_of(config, "pool_threads") == "default");
}

TEST_CASE("A list may be a TOML list or text with commas") {
  const TemporaryFolder folder;
  const auto file = write_file(folder, "trusted_proxies = [\"127.0.0.1\", \"10.0.0.1\"]\n");
  CHECK(read_config(sources({{"config", file}})).trusted_proxies ==
        std::vector<std::string>{"127.0.0.1", "10.0.0.1"});
  CHECK(read_config(sources({{"trusted_proxies", "::1, 10.0.0.2,"}})).trusted_proxies ==
        std::vector<std::string>{"::1", "10.0.0.2"});
}

TEST_CASE("A setting that cannot be used is refused by name, place and what it takes") {
  CHECK(refusal(sources({{"port", "70000"}})) ==
        "app.config_wrong expected=0–65535 key=port source=--port value=70000");
  CHECK(refusal(sources({}, {{"GUONG_LOG_FORMAT", "xml"}})) ==
        "app.config_wrong expected=text, json key=log_format source=GUONG_LOG_FORMAT value=xml");
  CHECK(refusal(sources({{"base_url", "guong.vn"}})).find("app.config_wrong") == 0);
  CHECK(refusal(sources({{"pool_threads", "0"}})).find("app.config_wrong") == 0);
}

TEST_CASE("A file with an unknown setting, a fault of form, or missing though named, is refused") {
  const TemporaryFolder folder;
  auto file = write_file(folder, "prot = 1\n");
  CHECK(refusal(sources({{"config", file}})) == "app.config_unknown key=prot source=" + file);
  file = write_file(folder, "port = = 1\n");
  CHECK(refusal(sources({{"config", file}})).find("app.config_unreadable") == 0);
  file = write_file(folder, "[server]\nport = 1\n");
  CHECK(refusal(sources({{"config", file}})).find("app.config_un") == 0);
  CHECK(
      refusal(sources({{"config", (folder.path() / "none.toml").string()}})).find("app.config_unreadable") ==
      0);
}

TEST_CASE("The password in a database address is not shown") {
  CHECK(shown({"database", "postgresql://guong:bí mật@db/guong", ""}) == "postgresql://guong:***@db/guong");
  CHECK(shown({"database", "postgresql://guong@db:5432/guong", ""}) == "postgresql://guong@db:5432/guong");
  CHECK(shown({"base_url", "https://guong.vn", ""}) == "https://guong.vn");
}
