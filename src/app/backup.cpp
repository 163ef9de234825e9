// Backup and restore of SQLite database and blobs as one tar. Its first file lists the hash of every other,
// so that a restore trusts nothing that it has not checked.
#include "guong/app/backup.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <vector>

#include "app/app_store.h"
#include "app/blobs_folder.h"
#include "app/tar.h"
#include "app/upgrade_store.h"
#include "guong/accounts/session.h"
#include "guong/app/upgrade.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/temporary_file.h"

namespace guong::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "guong-backup-1/";
constexpr std::string_view kSums = "SHA256SUMS";
constexpr std::string_view kDatabase = "guong.db";
constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;

/// A file of the archive. Opened only when its turn has come: there may be more than descriptors.
struct Listed {
  std::string name;  // below the archive's folder
  std::string sha256;
  std::function<std::shared_ptr<const ByteSource>()> open;
};

std::string file_sha256(const ByteSource& file) {
  Hasher hasher;
  each_piece(file, [&](std::string_view bytes) { hasher.update(bytes); });
  return to_hex(as_text(hasher.digest()));
}

std::vector<Listed> listed(const store::Blobs& blobs, const std::vector<Digest>& digests) {
  std::vector<Listed> list;
  for (const auto& digest : digests) {
    const auto hex = to_hex(as_text(digest));
    list.push_back({"blobs/" + hex.substr(0, 2) + "/" + hex.substr(2), hex,
                    [&blobs, digest] { return blobs.open(digest); }});
  }
  return list;
}

/// What the database names and the folder lacks is told now, not when the backup is needed.
void refuse_if_missing(const std::vector<Digest>& named, const std::vector<Digest>& there) {
  for (const auto& digest : named) {
    if (!std::ranges::binary_search(there, digest))
      throw Error(ErrorKind::internal, "app.blob_missing", {{"file", to_hex(as_text(digest))}});
  }
}

/// Adds one file and checks on the way that it is what the list says: a blob gone bad is found at backup, not
/// at restore. Gives its size.
std::uint64_t add_file(TarWriter& tar, const Listed& listed) {
  const auto file = listed.open();
  tar.begin(std::string(kFolder) + listed.name, file->size());
  Hasher hasher;
  each_piece(*file, [&](std::string_view bytes) {
    hasher.update(bytes);
    tar.write(bytes);
  });
  tar.end();
  if (to_hex(as_text(hasher.digest())) != listed.sha256)
    throw Error(ErrorKind::internal, "app.blob_damaged", {{"file", listed.name}});
  return file->size();
}

std::map<std::string, std::string> parse_sums(const std::string& text) {
  std::map<std::string, std::string> sums;
  std::istringstream lines(text);
  for (std::string hash, name; lines >> hash >> name;) sums[name] = hash;
  return sums;
}

[[noreturn]] void damaged() { throw Error(ErrorKind::invalid, "app.backup_damaged"); }

/// A data folder that is being filled; emptied again unless kept.
struct Filling {
  fs::path data;
  bool kept = false;
  ~Filling() {
    if (kept) return;
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm"})
      fs::remove(data / (std::string(kDatabase) + ending), ignored);
    fs::remove_all(blobs_folder(data), ignored);
  }
};

/// Who was signed in then is not any more, and whoever has the keys first marks the restore in the ledger.
void begin_anew(const fs::path& database, const store::Blobs& blobs) {
  const auto store = store::Store::open(database.string());
  refuse_if_missing(store->read([](store::Reader& reader) { return named_blobs(reader); }), blobs.list());
  store->write([](store::Tx& tx) {
    accounts::end_all_sessions(tx);
    add_step(tx, std::string(kMarkRestore));
  });
}

void restore_one(TarReader& tar, const TarEntry& entry, const std::string& name, const std::string& expected,
                 const fs::path& data, store::Blobs& blobs) {
  const bool is_database = name == kDatabase;
  const auto target = is_database ? data / kDatabase : blobs.temporary_folder() / expected;
  Hasher hasher;
  DurableFile file(target, kPrivate);
  tar.read(entry, [&](std::string_view bytes) {
    hasher.update(bytes);
    file.write(bytes);
  });
  const auto digest = hasher.digest();
  if (to_hex(as_text(digest)) != expected) damaged();
  file.done();
  if (is_database) return;
  Digest sha256{};
  std::ranges::copy(digest, sha256.begin());
  blobs.adopt(target, sha256);
  fs::remove(target);
}

}  // namespace

BackupFigures backup(store::Store& store, const store::Blobs& blobs, const fs::path& file) {
  if (!store.is_sqlite()) throw Error(ErrorKind::conflict, "app.backup_postgresql");
  if (fs::exists(file)) throw Error(ErrorKind::conflict, "app.file_exists", {{"file", file.string()}});
  // What was to be sealed would lie in the archive as it is.
  if (!store.read([](store::Reader& reader) { return upgrade_steps(reader); }).empty())
    throw Error(ErrorKind::conflict, "app.upgrade_unfinished");
  auto part = file;
  part += ".part";
  DurableFile out(part, kPrivate, IfThere::take_over);
  auto copy = file;
  copy += ".db";
  fs::remove(copy);  // like the part, of a backup that was killed
  const TemporaryFile database(copy);
  const auto named = store.read([](store::Reader& reader) { return named_blobs(reader); });
  store.backup_to(database.path().string());
  // Blobs are listed after the database was copied: every blob that the copy names was durable before.
  const auto there = blobs.list();
  refuse_if_missing(named, there);
  auto files = listed(blobs, there);
  auto copied = open_file_source(database.path());
  files.insert(files.begin(), {std::string(kDatabase), file_sha256(*copied), [&] { return copied; }});

  std::string sums;
  for (const auto& one : files) sums += one.sha256 + "  " + one.name + "\n";
  TarWriter tar(out);
  tar.begin(std::string(kFolder) + std::string(kSums), sums.size());
  tar.write(sums);
  tar.end();
  BackupFigures figures{files.size() - 1, 0};
  for (const auto& one : files) figures.bytes += add_file(tar, one);
  tar.finish();
  out.done_as(file);
  return figures;
}

BackupFigures restore(const fs::path& file, const fs::path& data) {
  if (fs::exists(data))
    for (const auto& item : fs::directory_iterator(data))
      if (item.path().filename() != "keys")
        throw Error(ErrorKind::conflict, "app.restore_not_empty", {{"folder", data.string()}});
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file.string()}});
  fs::create_directories(data);
  Filling filling{data};
  const auto blobs = open_blobs(data);
  TarReader tar(in);

  const auto first = tar.next();
  if (!first || first->name != std::string(kFolder) + std::string(kSums)) damaged();
  std::string text;
  tar.read(*first, [&](std::string_view bytes) { text += bytes; });
  auto sums = parse_sums(text);
  BackupFigures figures;
  while (const auto entry = tar.next()) {
    if (!entry->name.starts_with(kFolder)) damaged();
    const auto name = entry->name.substr(kFolder.size());
    const auto found = sums.find(name);
    if (found == sums.end()) damaged();
    restore_one(tar, *entry, name, found->second, data, *blobs);
    figures.bytes += entry->size;
    if (name != kDatabase) ++figures.blobs;
    sums.erase(found);
  }
  if (!sums.empty()) damaged();
  if (!fs::exists(data / kDatabase)) throw Error(ErrorKind::invalid, "app.backup_without_database");
  begin_anew(data / kDatabase, *blobs);
  filling.kept = true;
  return figures;
}

}  // namespace guong::app
