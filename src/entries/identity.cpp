// Sealing and keyed tags. A context names the kind and the row of what is sealed, so that a value copied into
// another row does not open there. Tags of authors and names have the contest in them, so that they link nobody
// across contests.
#include "guong/entries/identity.h"

#include "entries/document.h"
#include "entries/seal.h"
#include "guong/base/crypto.h"

namespace guong::entries {
namespace {

std::string number_text(std::int64_t n) { return std::to_string(n); }

Bytes tag_of(const api::Keys& keys, const std::string& message) {
  const auto digest = hmac_sha256(keys.seal, message);
  return {digest.begin(), digest.end()};
}

std::string identity_context(EntryId entry) { return "identity/" + number_text(entry.value); }

}  // namespace

Bytes owner_tag(const api::Keys& keys, AccountId account) {
  return tag_of(keys, "owner/" + number_text(account.value));
}

Bytes author_tag(const api::Keys& keys, ContestId contest, AccountId account) {
  return tag_of(keys, "author/" + number_text(contest.value) + "/" + number_text(account.value));
}

Bytes identifier_tag(const api::Keys& keys, std::string_view identifier) {
  return tag_of(keys, "co-author/" + std::string(identifier));
}

Bytes name_tag(const api::Keys& keys, ContestId contest, std::string_view folded_word) {
  return tag_of(keys, "name/" + number_text(contest.value) + "/" + std::string(folded_word));
}

SealedIdentity seal_identity(const api::Keys& keys, EntryId entry, const Identity& identity) {
  return {entry, seal(keys.seal, identity_context(entry), identity_text(identity))};
}

Identity open_identity(const api::Keys& keys, const SealedIdentity& sealed) {
  return read_identity(unseal(keys.seal, identity_context(sealed.entry()), as_text(sealed.bytes())));
}

Bytes seal_file_name(const api::Keys& keys, EntryFileId file, std::string_view name) {
  return seal(keys.seal, "file/" + number_text(file.value), name);
}
std::string open_file_name(const api::Keys& keys, EntryFileId file, const Bytes& sealed) {
  return unseal(keys.seal, "file/" + number_text(file.value), as_text(sealed));
}
Bytes seal_upload_name(const api::Keys& keys, UploadId upload, std::string_view name) {
  return seal(keys.seal, "upload/" + number_text(upload.value), name);
}
std::string open_upload_name(const api::Keys& keys, UploadId upload, const Bytes& sealed) {
  return unseal(keys.seal, "upload/" + number_text(upload.value), as_text(sealed));
}

std::string version_context(std::string_view what, EntryId entry, std::int64_t version) {
  return std::string(what) + "/" + number_text(entry.value) + "/" + number_text(version);
}

}  // namespace guong::entries
