// The only queries that touch codes: anonymous works for judges, and sealed authors by code for what happens
// after joining.
#pragma once

#include <functional>
#include <map>

#include "guong/entries/identity.h"
#include "guong/entries/judging_view.h"
#include "guong/store/store.h"

namespace guong::entries {

struct SealedEntry {
  std::string code, number, category, field, title;
  bool publish_consent = false;
  SealedIdentity identity;
  Bytes units;  // sealed; empty where the entry was accepted before units were confirmed
  std::string exemplar_name;
  std::optional<UnitId> exemplar_unit;
  bool accepted = false;
};
/// All entries of the contest that have a code, whatever became of them.
std::vector<SealedEntry> sealed_entries(store::Reader& reader, ContestId contest);
/// The same one by one, by code, for what need not hold a whole contest.
void each_sealed_entry(store::Reader& reader, ContestId contest, const std::function<void(SealedEntry)>& f);
std::optional<SealedEntry> find_sealed_entry(store::Reader& reader, ContestId contest, std::string_view code);
/// "accepted 12\ndraft 3": how many entries of the contest are in which state.
std::string tally_text(store::Reader& reader, ContestId contest);

/// The work without its files; `id` for looking those up, never for an answer.
struct FoundWork {
  EntryId id;
  AnonymousWork work;
};
std::optional<FoundWork> find_work(store::Reader& reader, ContestId contest, std::string_view code);
std::vector<AnonymousFile> work_files(store::Reader& reader, EntryId entry);
/// Positions of the files by their ids, both as the text of a work has them.
std::map<std::string, std::string> picture_places(store::Reader& reader, EntryId entry);

struct RenditionRow {
  Digest sha256{};
  std::string media_type, kind;
};
std::optional<RenditionRow> find_rendition(store::Reader& reader, ContestId contest, std::string_view code,
                                           int position);

std::vector<CodedEntry> coded_entries(store::Reader& reader, ContestId contest);
std::vector<std::string> waiting_numbers(store::Reader& reader, ContestId contest, Timestamp now);

}  // namespace guong::entries
