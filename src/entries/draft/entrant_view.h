// An entry as its author sees it. No code: a code and an author never stand in one value before the codes are
// joined.
#pragma once

#include "entries/entry_store.h"
#include "entries/file_view.h"
#include "guong/api/use_case_context.h"

namespace guong::entries {

struct EntrantView {
  EntryId id;
  ContestId contest;
  std::string contest_slug, number;
  State state = State::draft;
  Revision revision;
  Draft draft;
  std::vector<FileView> files;
  std::vector<Event> events;
  std::int64_t version = 0;
  std::string reason;
  std::optional<Timestamp> reply_by, submitted_at;
  Timestamp created_at, updated_at, deadline;
  std::vector<std::string> can;                           // save, submit, reopen, withdraw
  std::vector<std::optional<std::string>> confirmations;  // of the authors, the first one first
};
EntrantView entrant_view(store::Reader& reader, const api::UseCaseContext& context, EntryId entry);
nlohmann::json to_json(const EntrantView& view);
/// `identity`: the line's, opened; its author is named when a coordinator handed the work in.
nlohmann::json to_json(const OwnedEntry& line, const Identity& identity, Lang lang);

}  // namespace guong::entries
