// One file for each log, replaced whole; a lock on the folder for whoever reads it to change it.
#include "app/witness_state.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "app/durable_file.h"
#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong::app {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void replace_file(const fs::path& file, const std::string& text) {
  auto part = file;
  part += ".part";
  DurableFile out(part, kPrivate, IfThere::take_over);
  out.write(text);
  out.done_as(file);
}

/// "20260520T100000": for the name of a file.
std::string stamp(Timestamp now) {
  auto text = to_rfc3339(now).substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

WitnessState::WitnessState(const Witness& witness, const ledger::VerifierKey& log)
    : folder_(witness.folder),
      file_(folder_ / (to_hex(as_text(sha256(log.name))).substr(0, 16) + ".head")),
      log_(log),
      lock_(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (lock_ < 0 || ::flock(lock_, LOCK_EX) != 0)
    throw Error(ErrorKind::unavailable, "app.cannot_write",
                {{"file", folder_.string()}, {"why", std::generic_category().message(errno)}});
  if (fs::exists(file_)) note_ = read_file(file_);
}

WitnessState::~WitnessState() {
  if (lock_ >= 0) ::close(lock_);
}

std::optional<ledger::Checkpoint> WitnessState::head() const {
  if (note_.empty()) return std::nullopt;
  auto head = ledger::open_checkpoint(note_, log_.name, as_text(log_.public_key));
  if (!head) throw Error(ErrorKind::unavailable, "app.key_malformed", {{"file", file_.string()}});
  return head;
}

void WitnessState::keep(const std::string& note) {
  replace_file(file_, note);
  note_ = note;
}

void WitnessState::keep_evidence(const std::string& alarm, const std::string& note, Timestamp now) const {
  replace_file(folder_ / ("alarm-" + stamp(now) + ".txt"), alarm + "\n\n" + note_ + "\n\n" + note);
}

bool WitnessState::give_up(Timestamp now) {
  if (note_.empty()) return false;
  auto aside = file_;
  aside += ".given-up-" + stamp(now);
  fs::rename(file_, aside);
  note_.clear();
  return true;
}

}  // namespace guong::app
