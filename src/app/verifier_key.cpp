// A key as text, on the command line or in a file.
#include "app/verifier_key.h"

#include <fstream>

#include "guong/base/error.h"

namespace guong::app {

ledger::VerifierKey read_verifier_key(const std::string& given) {
  if (const auto key = ledger::parse_verifier_key(given)) return *key;
  std::ifstream in(given);
  std::string line;
  std::getline(in, line);
  const auto key = ledger::parse_verifier_key(line);
  if (!key) throw Error(ErrorKind::malformed, "app.not_a_verifier_key", {{"key", given}});
  return *key;
}

}  // namespace guong::app
