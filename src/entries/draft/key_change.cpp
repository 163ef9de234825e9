// What of entries stands under the installation's key: sealed values, and the keyed tags by which owners and names are found.
#include "entries/document.h"
#include "entries/draft/submission.h"
#include "entries/entry_store.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/base/error.h"
#include "guong/entries/use_cases.h"
#include "guong/uploads/upload.h"

namespace guong::entries {
namespace {

constexpr int kEntriesAtOnce = 200;

std::string key_number(const store::RowKey& key, std::size_t i) {
  return std::to_string(std::get<std::int64_t>(key.at(i)));
}

auto of_version(std::string what) {
  return [what = std::move(what)](const store::RowKey& key) {
    return version_context(what, store::id_in<EntryId>(key), std::get<std::int64_t>(key.at(1)));
  };
}

/// Those of the version last submitted, as when it was.
void tag_names(store::Tx& tx, const api::Keys& keys, const TaggedEntry& entry) {
  const auto place = place_in_search(tx, entry.id);
  const auto version = place ? find_version(tx, entry.id, entry.version) : std::nullopt;
  if (!version) return;
  const auto identity = open_document(keys, entry.id, entry.version, version->document_sealed).identity;
  replace_tags(tx, entry.contest, {*place, entry.id}, search_tags(keys, entry.contest, identity));
}

void tag_entry(store::Tx& tx, const api::Keys& keys, const TaggedEntry& entry) {
  try {
    const auto identity = open_identity(keys, SealedIdentity(entry.id, entry.identity_sealed));
    const auto owner = owner_tag(keys, identity.owner);
    set_owner_tag(tx, entry.id, owner);
    uploads::set_owner_tag(tx, entry.id.value, owner);
    tag_names(tx, keys, entry);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::internal) throw;  // what is damaged stays as it is
  }
}

}  // namespace

std::vector<store::SealedColumn> sealed_columns() {
  const auto id = store::number_key("id"), entry = store::number_key("entry_id"),
             version = store::number_key("version");
  return {
      {"entry",
       "identity_sealed",
       {id},
       [](const auto& key) { return "identity/" + key_number(key, 0); },
       kSetIdentity},
      {"entry_version", "document_sealed", {entry, version}, of_version("document"), kSetDocument},
      {"entry_version", "receipt_sealed", {entry, version}, of_version("receipt"), kSetReceipt},
      {"entry_file",
       "name_sealed",
       {id},
       [](const auto& key) { return "file/" + key_number(key, 0); },
       kSetFileName},
  };
}

void tag_anew(store::Store& store, const api::Keys& keys) {
  EntryId last{};
  for (bool more = true; more;) {
    const auto reached = store.write([&](store::Tx& tx) {
      const auto entries = tagged_entries(tx, last, kEntriesAtOnce);
      for (const auto& entry : entries) tag_entry(tx, keys, entry);
      return entries.empty() ? std::nullopt : std::optional(entries.back().id);
    });
    more = reached.has_value();
    if (more) last = *reached;
  }
}

}  // namespace guong::entries
