// What the author and the secretary may see of an entry, one struct each, and its JSON. Neither has a code: a
// code and an author never stand in one value before the codes are joined.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "entries/document.h"
#include "entries/entry_store.h"
#include "entries/search_store.h"
#include "guong/api/use_case_context.h"

namespace guong::entries {

struct FileView {
  VersionFile file;
  std::string rendition;  // waiting | ready | failed
};

/// An entry as its author sees it.
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
  std::vector<std::string> can;  // save, submit, reopen, withdraw
};
EntrantView entrant_view(store::Reader& reader, const api::UseCaseContext& context, EntryId entry);
nlohmann::json to_json(const EntrantView& view);
/// `identity`: the line's, opened; its author is named when a coordinator handed the work in.
nlohmann::json to_json(const OwnedEntry& line, const Identity& identity, Lang lang);
std::vector<FileView> file_views(store::Reader& reader, const api::Keys& keys, EntryId entry);
nlohmann::json to_json(const FileView& view);

/// An entry on the secretary's desk: the version last submitted, with its authors.
struct DeskView {
  EntryId id;
  std::string number;
  State state = State::submitted;
  Revision revision;
  Content content;
  Identity identity;
  std::vector<FileView> files;
  std::vector<VersionLine> versions;
  std::vector<Event> events;
  std::int64_t version = 0;
  std::string reason;
  std::optional<Timestamp> reply_by, submitted_at;
};
DeskView desk_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                   EntryId entry);
nlohmann::json to_json(const DeskView& view);
/// One earlier version, as it was submitted.
struct VersionView {
  std::int64_t version = 0;
  Timestamp submitted_at;
  Document document;
};
VersionView version_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                         EntryId entry, std::int64_t version);
nlohmann::json to_json(const VersionView& view);
nlohmann::json to_json(const ListedEntry& line);

}  // namespace guong::entries
