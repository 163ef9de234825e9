// What the administrator sees of the installation as a whole: database, files, jobs, ledger, backups. Figures
// only, no content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/comparison.h"
#include "app/head_push.h"
#include "guong/api/use_case_context.h"
#include "guong/base/time.h"
#include "guong/store/blobs.h"
#include "guong/store/failed_jobs.h"
#include "guong/store/store.h"

namespace guong::app {

struct LedgerHead {
  std::int64_t size = 0;
  std::optional<Timestamp> signed_at;
  std::optional<std::string> refused;  // key of the message that says why it is not signed any more
};
struct BackupFile {
  std::string name;
  std::uint64_t bytes = 0;
  Timestamp made_at;
};
struct InstallationFigures {
  bool sqlite = true;
  std::uint64_t database_bytes = 0;  // of a SQLite file; 0 for PostgreSQL
  std::uint64_t free_bytes = 0;      // on the file system of the data folder
  store::JobCounts jobs;
  LedgerHead ledger;
  std::optional<Comparison> compared;  // with the ledger, last night
  std::vector<Finding> findings;       // of that
  std::vector<SilentWitness> silent;
  std::vector<BackupFile> backups;  // the newest first
};
InstallationFigures installation_figures(store::Reader& reader, const store::Store& store,
                                         const std::filesystem::path& data);

/// Lets a failed job be tried anew; Error{not_found} when it is none.
void retry_job(store::Tx& tx, const api::UseCaseContext& context, JobId job);

inline constexpr std::string_view kBackupJob = "backup";
/// Asks for a backup into DATA/backups, by a job. Gives its file's name.
std::string ask_for_backup(store::Tx& tx, const api::UseCaseContext& context);
/// Makes it; does nothing when it is there already.
void make_backup(store::Store& store, const store::Blobs& blobs, const std::filesystem::path& data,
                 const std::string& name);

/// Removes blobs that nothing names, unless they were stored within a day: what names them may be on its way.
/// Gives how many.
int collect_blobs(store::Store& store, store::Blobs& blobs, Timestamp now);

}  // namespace guong::app
