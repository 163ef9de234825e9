// What of entries stands under the installation's key: sealed values, and the keyed tags by which owners and
// names are found.
#include "entries/author_units.h"
#include "entries/co_authors.h"
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

struct KeysBeside {
  const api::Keys &from, &to;
};

std::string key_number(const store::RowKey& key, std::size_t i) {
  return std::to_string(std::get<std::int64_t>(key.at(i)));
}

auto of_version(std::string what) {
  return [what = std::move(what)](const store::RowKey& key) {
    return version_context(what, store::id_in<EntryId>(key), std::get<std::int64_t>(key.at(1)));
  };
}

/// Those of the version last submitted, as when it was.
void tag_names(store::Tx& tx, const KeysBeside& keys, const TaggedEntry& entry) {
  const auto version = find_version(tx, entry.id, entry.version);
  if (!version) return;
  const auto identity = open_document(keys.to, entry.id, entry.version, version->document_sealed).identity;
  tag_authors_anew(tx, keys.from, keys.to, entry.id, identity);
  if (const auto place = place_in_search(tx, entry.id))
    replace_tags(tx, entry.contest, {*place, entry.id}, search_tags(keys.to, entry.contest, identity));
}

void tag_entry(store::Tx& tx, const KeysBeside& keys, const TaggedEntry& entry) {
  try {
    const auto identity = open_identity(keys.to, SealedIdentity(entry.id, entry.identity_sealed));
    const auto owner = owner_tag(keys.to, identity.owner);
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
      {"entry",
       "units_sealed",
       {id},
       [](const auto& key) { return units_context(store::id_in<EntryId>(key)); },
       kSetUnits},
      {"entry_version", "document_sealed", {entry, version}, of_version("document"), kSetDocument},
      {"entry_version", "receipt_sealed", {entry, version}, of_version("receipt"), kSetReceipt},
      {"entry_file",
       "name_sealed",
       {id},
       [](const auto& key) { return "file/" + key_number(key, 0); },
       kSetFileName},
      {"co_author",
       "account_sealed",
       {entry, store::bytes_key("contact_tag")},
       [](const auto& key) { return co_author_context(store::id_in<EntryId>(key)); },
       kSetCoAuthor},
  };
}

void tag_anew(store::Store& store, const api::Keys& from, const api::Keys& to) {
  EntryId last{};
  for (bool more = true; more;) {
    const auto reached = store.write([&](store::Tx& tx) {
      const auto entries = tagged_entries(tx, last, kEntriesAtOnce);
      for (const auto& entry : entries) tag_entry(tx, {from, to}, entry);
      return entries.empty() ? std::nullopt : std::optional(entries.back().id);
    });
    more = reached.has_value();
    if (more) last = *reached;
  }
}

}  // namespace guong::entries
