// The checks of a witness. A head is cosigned only when every record of the last one is still its beginning.
#include "app/witness.h"

#include <sys/stat.h>

#include <fstream>

#include "app/durable_file.h"
#include "app/witness_state.h"
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

std::string first_line(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  std::getline(in, line);
  return line;
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
  WitnessState state(witness, log);
  Sighting found;
  found.note = reader.fetch("checkpoint");
  const auto head = ledger::open_checkpoint(found.note, log.name, as_text(log.public_key));
  const auto last = state.head();
  found.alarm = head ? departure(last, *head, reader) : "app.witness_unsigned";
  if (!found.alarm.empty()) {
    state.keep_evidence(found.alarm, found.note, now);
    return found;
  }
  if (!last || head->size > last->size) state.keep(found.note);
  found.cosignature = ledger::cosign(found.note, witness.name, witness.seed, now);
  return found;
}

bool accept_break(const Witness& witness, const ledger::VerifierKey& log, Timestamp now) {
  return WitnessState(witness, log).give_up(now);
}

}  // namespace guong::app
