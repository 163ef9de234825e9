// Secret keys as files. Made only for an installation without data: new keys beside old data would make all
// that is sealed unreadable, and nobody would notice at first.
#include "guong/app/keys.h"

#include <fcntl.h>
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

std::string log_name(std::string_view base_url) {
  const auto scheme = base_url.find("://");
  return std::string(scheme == std::string_view::npos ? base_url : base_url.substr(scheme + 3)) + "/ledger";
}

/// The ledger's name stays what it was at first, also when the public address changes: its checkpoints carry
/// it.
std::string read_or_make_name(const std::filesystem::path& file, std::string_view base_url) {
  if (!std::filesystem::exists(file)) write_durably(file, log_name(base_url) + "\n", S_IRUSR | S_IWUSR);
  std::ifstream in(file);
  std::string name;
  in >> name;
  if (name.empty()) refuse("app.key_malformed", file);
  return name;
}

}  // namespace

api::Keys load_keys(const std::filesystem::path& folder, const std::string& base_url, bool may_create) {
  return {read_or_make(folder / "seal.key", may_create), read_or_make(folder / "signing.key", may_create),
          read_or_make_name(folder / "ledger.name", base_url)};
}

}  // namespace guong::app
