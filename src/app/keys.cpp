// Secret keys as files. Made only for an installation without data: new keys beside old data would make all
// that is sealed unreadable, and nobody would notice at first.
#include "guong/app/keys.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "app/durable_file.h"
#include "guong/base/bytes.h"
#include "guong/base/error.h"
#include "guong/base/random.h"

namespace guong::app {
namespace {

constexpr std::size_t kKeyBytes = 32;

[[noreturn]] void refuse(std::string key, const std::filesystem::path& file) {
  throw Error(ErrorKind::unavailable, std::move(key), {{"file", file.string()}});
}

std::string read_key(const std::filesystem::path& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) refuse("app.key_missing", file);
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) refuse("app.key_open_to_others", file);
  std::ifstream in(file);
  std::string text;
  in >> text;
  const auto bytes = from_hex(text);
  if (!bytes || bytes->size() != kKeyBytes) refuse("app.key_malformed", file);
  return std::string(as_text(*bytes));
}

std::string read_or_make(const std::filesystem::path& file, bool may_create) {
  if (!std::filesystem::exists(file)) {
    if (!may_create) refuse("app.key_missing", file);
    std::filesystem::create_directories(file.parent_path());
    write_durably(file, to_hex(as_text(system_random().bytes(kKeyBytes))) + "\n", S_IRUSR | S_IWUSR);
  }
  return read_key(file);
}

constexpr const char* kNameFile = "ledger.name";
constexpr const char* kSealFile = "seal.key";
constexpr const char* kNextFile = "seal.key.new";
constexpr const char* kPartFile = "seal.key.part";

/// Under its name once it is whole.
void write_seal_key(const std::filesystem::path& folder, std::string_view key, const char* name) {
  DurableFile file(folder / kPartFile, S_IRUSR | S_IWUSR, IfThere::take_over);
  file.write(to_hex(key) + "\n");
  file.done_as(folder / name);
}

/// The ledger's name stays what it was at first, also when the public address changes: its checkpoints carry
/// it.
std::string read_name(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string name;
  in >> name;
  if (name.empty()) refuse("app.key_malformed", file);
  return name;
}

api::Keys read_keys(const std::filesystem::path& folder, const std::string& name, bool may_create,
                    LedgerName naming) {
  api::Keys keys{read_or_make(folder / kSealFile, may_create),
                 read_or_make(folder / "signing.key", may_create), name, folder / "ledger.head"};
  const auto file = folder / kNameFile;
  if (!ledger_is_named(folder) && naming == LedgerName::settle)
    write_durably(file, name + "\n", S_IRUSR | S_IWUSR);
  if (ledger_is_named(folder)) keys.origin = read_name(file);
  return keys;
}

}  // namespace

bool ledger_is_named(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / kNameFile);
}

api::Keys load_keys(const std::filesystem::path& folder, const std::string& name, bool may_create,
                    LedgerName naming) {
  if (key_change_begun(folder)) refuse("app.key_change_unfinished", folder / kNextFile);
  return read_keys(folder, name, may_create, naming);
}

bool key_change_begun(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / kNextFile);
}

std::string begin_key_change(const std::filesystem::path& folder) {
  if (!key_change_begun(folder)) write_seal_key(folder, as_text(system_random().bytes(kKeyBytes)), kNextFile);
  return read_key(folder / kNextFile);
}

void finish_key_change(const std::filesystem::path& folder) {
  write_seal_key(folder, read_key(folder / kNextFile), kSealFile);
  std::filesystem::remove(folder / kNextFile);
}

api::Keys keys_to_change(const std::filesystem::path& folder, const std::string& name) {
  return read_keys(folder, name, false, LedgerName::look);
}

KeysHold::KeysHold(const std::filesystem::path& folder, How how) {
  std::filesystem::create_directories(folder);
  folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const auto kind = how == How::alone ? LOCK_EX : LOCK_SH;
  if (folder_ >= 0 && ::flock(folder_, kind | LOCK_NB) == 0) return;
  if (folder_ >= 0) ::close(folder_);
  refuse(how == How::alone ? "app.keys_in_use" : "app.keys_changing", folder);
}

KeysHold::~KeysHold() { ::close(folder_); }

}  // namespace guong::app
