// A witness of somebody else's log: what it has seen, and what it makes of the next look. Run by another office on its
// own machine, it needs nothing of an installation but the public addresses below /ledger/.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/log_reader.h"
#include "guong/base/time.h"
#include "guong/ledger/checkpoint.h"

namespace guong::app {

/// Who the witness is, and the folder where it keeps its key and the last head that it cosigned.
struct Witness {
  std::filesystem::path folder;
  std::string name, seed;

  /// The key and name in `folder`; made with `name` when there are none. Error{malformed} without either.
  static Witness open(const std::filesystem::path& folder, const std::string& name);
  std::string verifier_key() const;
};

/// What a look at a log found.
struct Sighting {
  /// Key of the message that says how the log is not what it was: "app.witness_fork" and its like. Empty: all well.
  std::string alarm;
  std::string note;         // the checkpoint as it was served
  std::string cosignature;  // a line; empty with an alarm
};

/// Looks at the log's checkpoint, holds it against the last one by the log's tiles, and cosigns it; the state is on the
/// disk before the cosignature is given out. With an alarm the state stays, and both heads are put into a file.
Sighting look_at_log(const Witness& witness, const ledger::VerifierKey& log, const LogReader& reader,
                     Timestamp now);
/// What `POST /add-checkpoint` of C2SP tlog-witness is answered with.
struct CheckpointAnswer {
  int status =
      200;  // 400 unreadable, 403 not signed, 404 another log, 409 another size was last, 422 proof does not hold
  std::string media_type, body;  // with 200 the cosignature, with 409 the size of the last head
  std::string alarm;             // as in a Sighting
};

/// Takes a checkpoint that the log brings. `request`: "old SIZE", up to 63 digests of the consistency proof
/// in base64, a blank line, the note; a line each. A head of the same size with another root leaves evidence,
/// as in look_at_log. Source: c2sp.org/tlog-witness.
CheckpointAnswer add_checkpoint(const Witness& witness, const ledger::VerifierKey& log,
                                std::string_view request, Timestamp now);

/// Forgets the last head, so that the next one is taken as it is: after a restore that the log's operator has
/// explained. What was seen is put aside. False when nothing was seen yet.
bool accept_break(const Witness& witness, const ledger::VerifierKey& log, Timestamp now);

}  // namespace guong::app
