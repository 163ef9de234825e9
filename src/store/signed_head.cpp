// Signing the head, and the file that holds the service to what it signed. Only what is new is read: the file's
// frontier stands for all records before.
#include "guong/store/signed_head.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/log.h"
#include "store/durable.h"
#include "store/log_rows.h"
#include "store/unchecked_head.h"

namespace guong::store {
namespace {

namespace fs = std::filesystem;
using ledger::Frontier;

constexpr std::string_view kTitle = "guong ledger head 1";

std::string public_key_of(const HeadSigner& signer) {
  return std::string(as_text(ed25519_public_key(signer.seed)));
}

/// Whether this key signed just this tree.
bool signed_tree(const HeadSigner& signer, const std::string& note, const Frontier& frontier) {
  const auto head = ledger::open_checkpoint(note, signer.origin, public_key_of(signer));
  return head && head->size == frontier.size() && head->root == frontier.root();
}

/// Whether the log is what the file's head was, and then more.
bool continues(Reader& reader, const SignedHead& last, const Frontier& now) {
  if (last.frontier.size() > now.size()) return false;
  Frontier grown = last.frontier;
  each_leaf(reader, grown.size(), now.size(), [&](const Digest& leaf) { grown.append(leaf); });
  return grown == now;
}

Error rewritten(const HeadSigner& signer, std::string key) {
  return {ErrorKind::conflict, std::move(key), {{"file", signer.file.string()}}};
}

void write_whole(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// One process after another: the service and a command may sign at once. Kept in a file of its own, since the
/// head's is replaced.
class Turn {
 public:
  explicit Turn(const fs::path& file) {
    auto path = file;
    path += ".lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX) != 0) throw_system_error(errno);
  }
  ~Turn() { ::close(descriptor_); }
  Turn(const Turn&) = delete;

 private:
  int descriptor_ = -1;
};

void replace(const fs::path& file, const std::string& text) {
  auto part = file;
  part += ".part";
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) throw_system_error(errno);
  try {
    write_whole(descriptor, text);
    if (::fsync(descriptor) != 0) throw_system_error(errno);
  } catch (...) {
    ::close(descriptor);
    throw;
  }
  ::close(descriptor);
  if (::rename(part.c_str(), file.c_str()) != 0) throw_system_error(errno);
  make_durable(file.parent_path());
}

}  // namespace

SignedHead sign_frontier(Tx& tx, Timestamp now, const HeadSigner& signer, const Frontier& frontier) {
  auto note =
      ledger::sign_checkpoint({std::string(signer.origin), frontier.size(), frontier.root()}, signer.seed);
  insert_checkpoint(tx, frontier.size(), note, now);
  return {std::move(note), frontier};
}

std::string head_file_text(const SignedHead& head) {
  return std::string(kTitle) + "\n" + to_hex(as_text(head.frontier.to_bytes())) + "\n" + head.note;
}

std::optional<SignedHead> read_head_file(const HeadSigner& signer) {
  if (signer.file.empty() || !fs::exists(signer.file)) return std::nullopt;
  std::ifstream in(signer.file, std::ios::binary);
  std::string title, digits;
  std::getline(in, title);
  std::getline(in, digits);
  std::ostringstream note;
  note << in.rdbuf();
  const auto bytes = from_hex(digits);
  const auto frontier = bytes ? Frontier::from_bytes(as_text(*bytes)) : std::nullopt;
  if (title != kTitle || !frontier || !signed_tree(signer, note.str(), *frontier))
    throw rewritten(signer, "ledger.head_file_wrong");
  return SignedHead{note.str(), *frontier};
}

void keep_head(const HeadSigner& signer, const SignedHead& head) {
  if (signer.file.empty()) return;
  const Turn turn(signer.file);
  const auto last = read_head_file(signer);
  if (last && last->frontier.size() >= head.frontier.size()) return;
  replace(signer.file, head_file_text(head));
}

std::optional<std::string> head_fault(Reader& reader, const HeadSigner& signer) {
  if (signer.file.empty()) return std::nullopt;
  const auto now = find_head(reader);
  if (!now) return "store.log_damaged";
  try {
    const auto last = read_head_file(signer);
    if (last) return continues(reader, *last, *now) ? std::nullopt : std::optional("ledger.head_rewritten");
  } catch (const Error& error) {
    return error.key();
  }
  // There is no file in an installation of before it, and where somebody took it away: then every head in the
  // database must hold before the first is written.
  if (!has_checkpoints(reader)) return std::nullopt;
  return verify_log(reader, signer.origin, public_key_of(signer)) ? std::optional("ledger.head_rewritten")
                                                                  : std::nullopt;
}

SignedHead sign_head(Tx& tx, Timestamp now, const HeadSigner& signer) {
  if (auto fault = head_fault(tx, signer)) throw rewritten(signer, std::move(*fault));
  const Frontier frontier = load_head(tx);
  const auto known = checkpoint_note(tx, frontier.size());
  if (!known) return sign_frontier(tx, now, signer, frontier);
  if (!signed_tree(signer, *known, frontier)) throw rewritten(signer, "ledger.head_rewritten");
  return {*known, frontier};
}

void replace_head(const HeadSigner& signer, const SignedHead& abandoned, const SignedHead& head) {
  const Turn turn(signer.file);
  auto aside = signer.file;
  aside += ".abandoned-" + std::to_string(abandoned.frontier.size());
  fs::rename(signer.file, aside);
  replace(signer.file, head_file_text(head));
}

}  // namespace guong::store
