// Who wrote an entry: sealed when written, opened only by its owner, by the secretary's desk by number, and
// by everybody else after the joining of codes. What a judge may see (AnonymousWork) is another type and has
// no author in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::entries {
class JoiningToken;
}
namespace guong::results {
/// The one function that makes the proof: it reads who consented. Error{conflict, "entries.not_joined"} unless
/// two people did and the marks are locked.
entries::JoiningToken joined_codes(store::Reader& reader, ContestId contest);
}  // namespace guong::results

namespace guong::entries {

struct Author {
  std::string name;
  std::string pen_name;
  std::optional<UnitId> unit;
  std::optional<AccountId> account;  // a co-author who has an account and was named by it
  std::string contact;               // of a co-author: the e-mail address or phone number it was named by
};

struct Identity {
  AccountId owner;
  std::vector<Author> authors;  // the owner first
  std::string phone, email, address;
  /// Interests that the author declared (teacher, supervisor, relative on the jury), by name.
  std::vector<std::string> declared_interests;
};

/// An identity that cannot be read without one of the keys below. It has no formatter and no JSON.
class SealedIdentity {
 public:
  SealedIdentity(EntryId entry, Bytes bytes) : entry_(entry), bytes_(std::move(bytes)) {}
  EntryId entry() const { return entry_; }
  const Bytes& bytes() const { return bytes_; }

 private:
  EntryId entry_;
  Bytes bytes_;
};

/// Proof that the codes of a contest were joined. Consents and rounds are tables of modules above, which this
/// one does not read: only results::joined_codes() can make the proof.
class JoiningToken {
 public:
  ContestId contest() const { return contest_; }

 private:
  explicit JoiningToken(ContestId contest) : contest_(contest) {}
  ContestId contest_;
  friend JoiningToken results::joined_codes(store::Reader&, ContestId);
};

/// Keyed tag of an account: finds one's own entries, tells nothing without the key.
Bytes owner_tag(const api::Keys& keys, AccountId account);
SealedIdentity seal_identity(const api::Keys& keys, EntryId entry, const Identity& identity);

/// By code, after joining. Batch: one query. In the order of `codes`; a code that is unknown is left out.
struct JoinedEntry {
  std::string code;
  EntryId entry;
  std::string number, category, field, title;
  bool publish_consent = false;
  Identity identity;
};
std::vector<JoinedEntry> open_joined(store::Reader& reader, const api::Keys& keys, const JoiningToken& token,
                                     const std::vector<std::string>& codes);

}  // namespace guong::entries
