// Backup and restore. A backup is a POSIX tar with the folder guong-backup-1/: SHA256SUMS first, then
// guong.db (a consistent copy of the SQLite database) and blobs/ab/cdef... `tar -x` and `sha256sum -c` open
// and check it without this program. The secret keys are not in it: without them sealed identities stay
// sealed.
#pragma once

#include <cstddef>
#include <filesystem>

#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::app {

struct BackupFigures {
  std::size_t blobs = 0;
  std::uint64_t bytes = 0;
};

/// May run while the service serves. Error{conflict, "app.backup_postgresql"} for PostgreSQL (pg_dump copies
/// that); Error{unavailable, "app.cannot_write"} when the disk is full, {internal} "app.blob_missing" and
/// "app.blob_damaged" when a file of the service is gone or changed: nothing is left behind then.
BackupFigures backup(store::Store& store, const store::Blobs& blobs, const std::filesystem::path& file);

/// Into a data folder that holds nothing but keys. Every session ends, and the first start with the keys
/// records "installation.restored" in the ledger. Error{conflict, "app.restore_not_empty"}, Error{invalid,
/// "app.backup_damaged"}, {invalid, "app.backup_without_database"}.
BackupFigures restore(const std::filesystem::path& file, const std::filesystem::path& data);

}  // namespace guong::app
