// The checks of a witness. A head is cosigned only when every record of the last one is still its beginning.
#include "app/witness.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "app/durable_file.h"
#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/random.h"
#include "guong/ledger/cosignature.h"

namespace guong::app {
namespace {

namespace fs = std::filesystem;
using ledger::Checkpoint;

constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
constexpr std::size_t kSeedBytes = 32;

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string first_line(const fs::path& file) {
  const auto text = read_file(file);
  return text.substr(0, text.find('\n'));
}

void replace_file(const fs::path& file, const std::string& text) {
  auto part = file;
  part += ".part";
  DurableFile out(part, kPrivate, IfThere::take_over);
  out.write(text);
  out.done_as(file);
}

/// One file for each log, named by its origin.
fs::path state_file(const Witness& witness, const ledger::VerifierKey& log) {
  return witness.folder / (to_hex(as_text(sha256(log.name))).substr(0, 16) + ".head");
}

/// "20260520T100000": for the name of a file.
std::string stamp(Timestamp now) {
  auto text = to_rfc3339(now).substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

/// How the new head departs from the old one; empty when it continues it and its tiles are those it signs.
std::string departure(const std::optional<Checkpoint>& last, const Checkpoint& head,
                      const LogReader& reader) {
  if (last && head.size < last->size) return "app.witness_shrunk";
  if (last && head.size == last->size) return head.root == last->root ? "" : "app.witness_fork";
  auto tree = reader.tree(head.size);
  if (tree.root() != head.root) return "app.witness_tiles";
  if (last && tree.root_at(last->size) != last->root) return "app.witness_fork";
  return "";
}

void keep_evidence(const Witness& witness, const Sighting& found, Timestamp now) {
  replace_file(witness.folder / ("alarm-" + stamp(now) + ".txt"),
               found.alarm + "\n\n" + found.seen_before + "\n\n" + found.note);
}

}  // namespace

Witness Witness::open(const fs::path& folder, const std::string& name) {
  const auto key = folder / "witness.key", names = folder / "witness.name";
  if (!fs::exists(key)) {
    if (!ledger::valid_origin(name)) throw Error(ErrorKind::malformed, "app.witness_needs_name");
    fs::create_directories(folder);
    write_durably(names, name + "\n", kPrivate);
    write_durably(key, to_hex(as_text(system_random().bytes(kSeedBytes))) + "\n", kPrivate);
  }
  const auto seed = from_hex(first_line(key));
  if (!seed || seed->size() != kSeedBytes)
    throw Error(ErrorKind::unavailable, "app.key_malformed", {{"file", key.string()}});
  return {folder, first_line(names), std::string(as_text(*seed))};
}

std::string Witness::verifier_key() const {
  return ledger::format_witness_key(name, as_text(ed25519_public_key(seed)));
}

Sighting look_at_log(const Witness& witness, const ledger::VerifierKey& log, const LogReader& reader,
                     Timestamp now) {
  const auto state = state_file(witness, log);
  Sighting found;
  found.note = reader.fetch("checkpoint");
  if (fs::exists(state)) found.seen_before = read_file(state);
  const auto key = as_text(log.public_key);
  const auto head = ledger::open_checkpoint(found.note, log.name, key);
  const auto last = ledger::open_checkpoint(found.seen_before, log.name, key);
  if (!found.seen_before.empty() && !last)
    throw Error(ErrorKind::unavailable, "app.key_malformed", {{"file", state.string()}});
  found.alarm = head ? departure(last, *head, reader) : "app.witness_unsigned";
  if (!found.alarm.empty()) {
    keep_evidence(witness, found, now);
    return found;
  }
  if (!last || head->size > last->size) replace_file(state, found.note);
  found.cosignature = ledger::cosign(found.note, witness.name, witness.seed, now);
  return found;
}

bool accept_break(const Witness& witness, const ledger::VerifierKey& log, Timestamp now) {
  const auto state = state_file(witness, log);
  if (!fs::exists(state)) return false;
  auto aside = state;
  aside += ".given-up-" + stamp(now);
  fs::rename(state, aside);
  return true;
}

}  // namespace guong::app
