// A witness of somebody else's log: what it has seen, and what it makes of the next look. Run by another office on its
// own machine, it needs nothing of an installation but the public addresses below /ledger/.
#pragma once

#include <filesystem>
#include <string>

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
  std::string seen_before;  // the last one that was cosigned
  std::string cosignature;  // a line; empty with an alarm
};

/// Looks at the log's checkpoint, holds it against the last one by the log's tiles, and cosigns it; the state is on the
/// disk before the cosignature is given out. With an alarm the state stays, and both heads are put into a file.
Sighting look_at_log(const Witness& witness, const ledger::VerifierKey& log, const LogReader& reader,
                     Timestamp now);
/// Forgets the last head, so that the next one is taken as it is: after a restore that the log's operator has explained.
/// What was seen is put aside. False when nothing was seen yet.
bool accept_break(const Witness& witness, const ledger::VerifierKey& log, Timestamp now);

}  // namespace guong::app
