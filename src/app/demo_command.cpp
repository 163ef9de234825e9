// The command that fills an empty installation with the demo, and what it prints to sign in with.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/blobs_folder.h"
#include "app/command.h"
#include "app/demo.h"

namespace guong::app {
namespace {

void write_private(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  std::filesystem::permissions(file,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  out << text;
  if (!out.flush())
    throw Error(ErrorKind::unavailable, "app.cannot_write", {{"file", file.string()}, {"why", "write"}});
}

/// One entrant is enough to show.
std::vector<DemoAccount> worth_showing(std::vector<DemoAccount> all) {
  const auto entrant = std::ranges::find(all, "entrant", &DemoAccount::role);
  all.erase(entrant + 1, all.end());
  return all;
}

std::string table_of(const std::vector<DemoAccount>& accounts, Lang lang) {
  std::string out;
  for (const auto& account : accounts) {
    out += "  " + account.identifier;
    out.append(account.identifier.size() < 26 ? 26 - account.identifier.size() : 1, ' ');
    out += account.password + "  " + message("app.role_" + account.role, lang) + "\n";
  }
  return out;
}

}  // namespace

int run_demo(const CommandLine& line) {
  Installation installation(line.config, LedgerName::settle);
  say(line, "app.demo_filling");
  const auto accounts = worth_showing(fill_demo(*installation.store, *open_blobs(line.config.data),
                                                installation.keys, system_random(), system_now()));
  auto list = nlohmann::json::array();
  for (const auto& a : accounts) {
    list.push_back(
        {{"role", a.role}, {"identifier", a.identifier}, {"password", a.password}, {"name", a.name}});
  }
  const std::string table = message("app.demo_accounts", line.lang) + "\n" + table_of(accounts, line.lang);
  write_private(line.config.data / "demo-accounts.json", list.dump(2) + "\n");
  write_private(line.config.data / "demo-accounts.txt", table);
  std::cout << table;
  return 0;
}

}  // namespace guong::app
