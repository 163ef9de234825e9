// What is sealed in an entry, under which context, and the keyed tags. Opening an identity stays inside this
// module.
#pragma once

#include "guong/entries/entry.h"

namespace guong::entries {

Identity open_identity(const api::Keys& keys, const SealedIdentity& sealed);

/// Tag of an author's account within a contest: who stands to which entry.
Bytes author_tag(const api::Keys& keys, ContestId contest, AccountId account);
/// Tag of an e-mail address or phone number in its one form, by which somebody is named as co-author.
Bytes identifier_tag(const api::Keys& keys, std::string_view identifier);
/// Tag of one word of a person's name within a contest, for exact search.
Bytes name_tag(const api::Keys& keys, ContestId contest, std::string_view folded_word);

Bytes seal_file_name(const api::Keys& keys, EntryFileId file, std::string_view name);
std::string open_file_name(const api::Keys& keys, EntryFileId file, const Bytes& sealed);
Bytes seal_upload_name(const api::Keys& keys, UploadId upload, std::string_view name);
std::string open_upload_name(const api::Keys& keys, UploadId upload, const Bytes& sealed);

/// The context that a version's document or receipt is sealed under.
std::string version_context(std::string_view what, EntryId entry, std::int64_t version);

}  // namespace guong::entries
