// The last signed head of the log, kept in a file beside the keys as well: who can rewrite the database, and with it
// every head in it, cannot rewrite this, so that no new past gets a signature.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "guong/base/time.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/store/store.h"

namespace guong::store {

/// A signed head with the frontier that has its root: whoever has it can go on without the records before.
struct SignedHead {
  std::string note;
  ledger::Frontier frontier;
};

/// Who signs heads, and the file that remembers the last one. An empty path remembers nothing (tests).
struct HeadSigner {
  std::string_view origin;
  std::string_view seed;
  const std::filesystem::path& file;  // must outlive this
};

/// Two lines before the note: a word on what this is, and the frontier in hexadecimal digits.
std::string head_file_text(const SignedHead& head);
/// Nothing when the file is not there. Error{conflict, "ledger.head_file_wrong"} when it is not what this key signed.
std::optional<SignedHead> read_head_file(const HeadSigner& signer);
/// After the commit of what signed it: an uncommitted head must not bind. A smaller one than the file's is passed over.
void keep_head(const HeadSigner& signer, const SignedHead& head);

/// What keeps the log from being signed: the key of a message; nothing when it continues what was signed before.
std::optional<std::string> head_fault(Reader& reader, const HeadSigner& signer);

/// Signs the head of the log as it is now, if it grew since the last one. Error{conflict, "ledger.head_rewritten"} when
/// the log is no continuation of the head in the file.
SignedHead sign_head(Tx& tx, Timestamp now, const HeadSigner& signer);

}  // namespace guong::store
