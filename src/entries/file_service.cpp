#include <algorithm>

#include "entries/file_store.h"
#include "entries/jobs.h"
#include "entries/lookup.h"
#include "entries/seal.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

Entry own_draft(store::Reader& reader, const api::Act& act, EntryId id) {
  auto entry = own_entry(reader, act, id);
  moved(entry, Deed::save);
  return entry;
}

}  // namespace

EntryFileId attach_file(store::Tx& tx, const api::Act& act, EntryId entry, const NewFile& file) {
  own_draft(tx, act, entry);
  const auto id = act.random.id<EntryFileId>();
  insert_file(tx, {id,
                   entry,
                   next_position(tx, entry),
                   seal_file_name(act.keys, id, file.name),
                   file.facts,
                   file.media_type,
                   {file.sha256.begin(), file.sha256.end()}});
  store::enqueue(tx, act.random, act.now, kRenditionJob, std::to_string(id.value));
  return id;
}

void remove_entry_file(store::Tx& tx, const api::Act& act, EntryId entry, EntryFileId file) {
  own_draft(tx, act, entry);
  const auto files = list_files(tx, entry);
  if (std::ranges::none_of(files, [&](const EntryFile& one) { return one.id == file; }))
    throw Error(ErrorKind::not_found, "base.not_found");
  remove_file(tx, file, act.now);
}

void order_entry_files(store::Tx& tx, const api::Act& act, EntryId entry, const std::vector<EntryFileId>& order) {
  own_draft(tx, act, entry);
  std::vector<EntryFileId> have, wanted = order;
  for (const auto& file : list_files(tx, entry)) have.push_back(file.id);
  std::ranges::sort(have);
  std::ranges::sort(wanted);
  if (have != wanted) refuse_if_any({{"/order", "entries.order_incomplete", {}}});
  restore_files(tx, entry, order, act.now);
}

}  // namespace guong::entries
