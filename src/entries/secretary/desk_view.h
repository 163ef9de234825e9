// An entry as the secretary sees it: the version last submitted, with its authors. No code: a code and an
// author never stand in one value before the codes are joined.
#pragma once

#include "entries/author_units.h"
#include "entries/document.h"
#include "entries/file_view.h"
#include "entries/list_store.h"
#include "guong/api/use_case_context.h"

namespace guong::entries {

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
  std::vector<std::optional<std::string>> confirmations;  // of the authors, in order
  std::vector<UnitFact> units;                            // the same; as they stood when it was accepted
};
DeskView desk_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                   EntryId entry);
nlohmann::json to_json(const DeskView& view);
/// One earlier version, as it was submitted.
struct VersionView {
  std::int64_t version = 0;
  Timestamp submitted_at;
  Document document;
  std::vector<std::optional<std::string>> confirmations;
  std::vector<UnitFact> units;  // as they stand now
};
VersionView version_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                         EntryId entry, std::int64_t version);
nlohmann::json to_json(const VersionView& view);
nlohmann::json to_json(const ListedEntry& line);

}  // namespace guong::entries
