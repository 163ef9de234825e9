// Verifies a published results file by nothing but itself and, if there is one, the installation's public key:
// computes every score, rank and award anew, and follows the file into the signed head of the ledger. Needs no
// database, no network and no other part of the program. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "guong/base/byte_source.h"
#include "guong/base/error.h"
#include "guong/ledger/checkpoint.h"
#include "guong/standings/reading_limits.h"

namespace guong::standings {

struct Verification {
  /// What does not hold, each with its place in the file; none when the file is what was computed and published.
  std::vector<Fault> faults;
  /// What was looked at: the arithmetic, the records, the signature.
  std::vector<Fault> checked;
  /// What a reader should know of a file that holds: exceptions in the awards, that no key was given.
  std::vector<Fault> remarks;
};

/// `file`: as it was downloaded; it is read where it lies, several times. In memory are the marks: some kilobytes for
/// each work. Without a key the arithmetic is checked and not who published it.
Verification verify_results_file(const ByteSource& file, const std::optional<ledger::VerifierKey>& key,
                                 const ReadingLimits& limits = kResultsFileLimits);
Verification verify_results_file(std::string_view text, const std::optional<ledger::VerifierKey>& key);

}  // namespace guong::standings
