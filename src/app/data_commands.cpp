// Commands on the installation's data: backup, restore, invariants.
#include <cstdio>

#include "app/app_store.h"
#include "app/blobs_folder.h"
#include "app/command.h"
#include "app/results_commands.h"
#include "guong/app/backup.h"

namespace guong::app {
namespace {

Params figures_of(const BackupFigures& figures, const std::string& file) {
  return {{"file", file},
          {"blobs", std::to_string(figures.blobs)},
          {"megabytes", std::to_string((figures.bytes + 999'999) / 1'000'000)}};
}

}  // namespace

int run_backup(const CommandLine& line) {
  const auto store = store::Store::open(line.config.database);
  const auto blobs = open_blobs(line.config.data);
  auto params = figures_of(backup(*store, *blobs, line.words[0]), line.words[0]);
  params["keys"] = line.config.keys.string();
  say(line, "app.backup_done", params);
  return 0;
}

int run_restore(const CommandLine& line) {
  auto params = figures_of(restore(line.words[0], line.config.data), line.words[0]);
  params["keys"] = line.config.keys.string();
  say(line, "app.restore_done", params);
  return 0;
}

int run_check(const CommandLine& line) {
  const Installation installation(line.config);
  const auto broken =
      installation.store->read([](store::Reader& reader) { return broken_invariants(reader); });
  for (const auto& each : broken)
    say(line, "app.invariant_broken",
        {{"name", each.name}, {"rows", std::to_string(each.rows)}, {"first", each.first}});
  if (broken.empty()) say(line, "app.check_well");
  return broken.empty() ? 0 : 1;
}

int run_results_verify(const CommandLine& line) {
  const auto key = line.flags.find("key");
  return verify_results(line.words[0], key == line.flags.end() ? "" : key->second, line.lang);
}

int run_config(const CommandLine& line) {
  for (const auto& setting : line.config.settings)
    std::printf("%-16s = %-40s # %s\n", setting.key.c_str(), shown(setting).c_str(), setting.source.c_str());
  return 0;
}

}  // namespace guong::app
