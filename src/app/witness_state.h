// What a witness keeps on disk of a log: the last head that it cosigned, and evidence of what was wrong.
#pragma once

#include <filesystem>
#include <string>

#include "app/witness.h"

namespace guong::app {

/// Nobody else changes what the witness keeps while this lives: another process, another thread waits.
class WitnessState {
 public:
  WitnessState(const Witness& witness, const ledger::VerifierKey& log);
  ~WitnessState();
  WitnessState(const WitnessState&) = delete;
  WitnessState& operator=(const WitnessState&) = delete;

  /// The note as it was served; empty when none was seen yet.
  const std::string& note() const { return note_; }
  /// Nothing when none was seen. Error{unavailable, "app.key_malformed"} when the file is no head of this log.
  std::optional<ledger::Checkpoint> head() const;
  /// On the disk when it returns.
  void keep(const std::string& note);
  /// Both heads in a file, with `alarm` above them.
  void keep_evidence(const std::string& alarm, const std::string& note, Timestamp now) const;
  /// Puts the last head aside. False when there was none.
  bool give_up(Timestamp now);

 private:
  const std::filesystem::path folder_, file_;
  const ledger::VerifierKey log_;
  std::string note_;
  int lock_ = -1;
};

}  // namespace guong::app
