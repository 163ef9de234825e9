// Files of a draft: attached, removed, put in order. Bytes arrive by uploads (upload_service.cpp).
#include <algorithm>

#include "entries/entry_access.h"
#include "entries/file_store.h"
#include "entries/jobs.h"
#include "entries/original_file.h"
#include "entries/seal.h"
#include "guong/entries/use_cases.h"
#include "guong/store/data_keys.h"
#include "guong/uploads/upload.h"

namespace guong::entries {
namespace {

Entry own_draft(store::Reader& reader, const api::UseCaseContext& context, EntryId id) {
  auto entry = own_entry(reader, context, id);
  require_transition(entry, EntryAction::save);
  return entry;
}

}  // namespace

EntryFileId attach_file(store::Tx& tx, const api::UseCaseContext& context, EntryId entry,
                        const NewFile& file) {
  const auto draft = own_draft(tx, context, entry);
  const auto id = context.random.id<EntryFileId>();
  const auto data_key = store::data_key(tx, context.random, context.keys.seal, draft.contest);
  insert_file(tx, {id,
                   entry,
                   next_position(tx, entry),
                   seal_file_name(context.keys, id, file.name),
                   file.facts,
                   file.media_type,
                   {file.blob.begin(), file.blob.end()},
                   seal_original(data_key, id, {file.key, file.sha256})});
  store::enqueue(tx, context.random, context.now, kRenditionJob, std::to_string(id.value));
  return id;
}

void remove_entry_file(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, EntryFileId file) {
  const auto draft = own_draft(tx, context, entry);
  const auto deadline = contest_now(tx, draft.contest).rules->calendar.deadline;
  // What came only then was not part of what the entry said at the deadline.
  if (!uploads::finished_after(tx, entry.value, file.value, deadline))
    require_not_frozen(tx, draft, context.now);
  const auto files = list_files(tx, entry);
  if (std::ranges::none_of(files, [&](const EntryFile& one) { return one.id == file; }))
    throw Error::not_found();
  remove_file(tx, file, context.now);
}

void order_entry_files(store::Tx& tx, const api::UseCaseContext& context, EntryId entry,
                       const std::vector<EntryFileId>& order) {
  require_not_frozen(tx, own_draft(tx, context, entry), context.now);
  std::vector<EntryFileId> have, wanted = order;
  for (const auto& file : list_files(tx, entry)) have.push_back(file.id);
  std::ranges::sort(have);
  std::ranges::sort(wanted);
  if (have != wanted) refuse_if_any({{"/order", "entries.order_incomplete", {}}});
  restore_files(tx, entry, order, context.now);
}

int forget_removed_files(store::Tx& tx, Timestamp now, int limit) {
  return delete_removed_files(tx, now - days(1), limit);
}

}  // namespace guong::entries
