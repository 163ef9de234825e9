// Figures of the installation, and backups made by a job: they outlast any request.
#include "app/installation.h"

#include <algorithm>
#include <chrono>

#include "app/app_store.h"
#include "guong/app/backup.h"
#include "guong/base/error.h"
#include "guong/store/jobs.h"

namespace guong::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBackupEnding = ".tar";

fs::path backup_folder(const fs::path& data) { return data / "backups"; }

Timestamp written_at(const fs::directory_entry& file) {
  const auto time = std::chrono::file_clock::to_sys(file.last_write_time());
  return {std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count()};
}

std::vector<BackupFile> backups_in(const fs::path& folder) {
  std::vector<BackupFile> out;
  std::error_code none;
  for (const auto& file : fs::directory_iterator(folder, none))
    if (file.path().extension() == kBackupEnding)
      out.push_back({file.path().filename().string(), file.file_size(), written_at(file)});
  std::ranges::sort(out, [](const BackupFile& a, const BackupFile& b) { return a.made_at > b.made_at; });
  return out;
}

/// "20261123T081500Z": of the time in UTC, safe as the name of a file.
std::string name_of(Timestamp now) {
  std::string out;
  for (const char c : to_rfc3339(now).substr(0, 19))
    if (c != '-' && c != ':') out += c;
  return out + "Z";
}

}  // namespace

InstallationFigures installation_figures(store::Reader& reader, const store::Store& store,
                                         const fs::path& data) {
  InstallationFigures out;
  out.sqlite = store.is_sqlite();
  std::error_code none;
  if (out.sqlite) {
    const auto bytes = fs::file_size(data / "guong.db", none);
    out.database_bytes = none ? 0 : bytes;
  }
  const auto space = fs::space(data, none);
  out.free_bytes = none ? 0 : space.available;
  out.jobs = store::job_counts(reader);
  out.ledger = ledger_head(reader);
  out.silent = silent_witnesses(reader);
  out.backups = backups_in(backup_folder(data));
  return out;
}

void retry_job(store::Tx& tx, const api::UseCaseContext& context, JobId job) {
  if (!store::retry_failed_job(tx, job, context.now)) throw Error::not_found();
}

std::string ask_for_backup(store::Tx& tx, const api::UseCaseContext& context) {
  auto name = "guong-" + name_of(context.now) + std::string(kBackupEnding);
  store::enqueue(tx, context.random, context.now, kBackupJob, name);
  return name;
}

void make_backup(store::Store& store, const store::Blobs& blobs, const fs::path& data,
                 const std::string& name) {
  const auto file = backup_folder(data) / name;
  fs::create_directories(file.parent_path());
  fs::permissions(file.parent_path(), fs::perms::owner_all);
  if (!fs::exists(file)) backup(store, blobs, file);
}

int collect_blobs(store::Store& store, store::Blobs& blobs, Timestamp now) {
  const auto there = blobs.list();
  // Read after the list: what is in it and named later is read as named or was stored again.
  auto named = store.read([](store::Reader& reader) { return named_blobs(reader); });
  std::ranges::sort(named);
  int removed = 0;
  for (const auto& digest : there)
    if (!std::ranges::binary_search(named, digest) && blobs.remove_if_older(digest, now - days(1))) ++removed;
  return removed;
}

}  // namespace guong::app
