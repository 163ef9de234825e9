// Gathers what each view shows; opens identities for those who may see them.
#include "entries/entry_views.h"

#include "entries/draft_service.h"
#include "entries/entry_access.h"
#include "entries/file_store.h"
#include "entries/seal.h"
#include "entries/submission.h"
#include "entries/submitted_work.h"
#include "entries/upload_store.h"

namespace guong::entries {
namespace {

std::vector<std::string> possible(store::Reader& reader, const Entry& entry, const ContestNow& contest,
                                  Timestamp now) {
  const auto& calendar = contest.rules->calendar;
  const bool open = contest.open();
  const bool across = now > calendar.deadline && uploaded_across(reader, entry.id, calendar.deadline);
  std::vector<std::string> can;
  if (next_state(entry.state, EntryAction::save)) can.emplace_back("save");
  if (next_state(entry.state, EntryAction::submit) && open &&
      intake_open(calendar, {now, entry.reply_by, across}))
    can.emplace_back("submit");
  if (next_state(entry.state, EntryAction::reopen) && open && now <= intake_end(calendar, entry.reply_by))
    can.emplace_back("reopen");
  if (next_state(entry.state, EntryAction::withdraw) && open) can.emplace_back("withdraw");
  return can;
}

std::vector<FileView> views_of(store::Reader& reader, EntryId entry, const std::vector<VersionFile>& files) {
  const auto states = rendition_states(reader, entry);
  std::vector<FileView> out;
  for (const auto& file : files) out.push_back({file, states.at(file.id)});
  return out;
}

Version need_version(store::Reader& reader, EntryId entry, std::int64_t version) {
  auto found = find_version(reader, entry, version);
  if (!found) throw Error::not_found();
  return std::move(*found);
}

}  // namespace

std::vector<FileView> file_views(store::Reader& reader, const api::Keys& keys, EntryId entry) {
  const auto rows = list_files(reader, entry);
  auto files = named_files(keys, rows);
  std::vector<FileView> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({std::move(files[i]), rows[i].rendition_state});
  return out;
}

EntrantView entrant_view(store::Reader& reader, const api::UseCaseContext& context, EntryId id) {
  const auto entry = own_entry(reader, context, id);
  const auto contest = contest_now(reader, entry.contest);
  return {id,
          entry.contest,
          contest.head.slug,
          entry.number,
          entry.state,
          entry.revision,
          draft_of(entry.content, open_identity(context.keys, entry.identity)),
          file_views(reader, context.keys, id),
          list_events(reader, id),
          entry.version,
          entry.reason,
          entry.reply_by,
          entry.submitted_at,
          entry.created_at,
          entry.updated_at,
          intake_end(contest.rules->calendar, entry.reply_by),
          possible(reader, entry, contest, context.now)};
}

DeskView desk_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest, EntryId id) {
  api::require(context.actor, api::Role::secretary, contest);
  const auto entry = desk_entry(reader, contest, id);
  DeskView view{id,
                entry.number,
                entry.state,
                entry.revision,
                {},
                {},
                {},
                list_versions(reader, id),
                list_events(reader, id),
                entry.version,
                entry.reason,
                entry.reply_by,
                entry.submitted_at};
  auto last = submitted_document(reader, context.keys, entry);
  view.files = views_of(reader, id, last.files);
  view.content = std::move(last.content);
  view.identity = std::move(last.identity);
  return view;
}

VersionView version_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                         EntryId id, std::int64_t version) {
  api::require(context.actor, api::Role::secretary, contest);
  const auto entry = desk_entry(reader, contest, id);
  const auto row = need_version(reader, entry.id, version);
  return {version, row.submitted_at, open_document(context.keys, id, version, row.document_sealed)};
}

}  // namespace guong::entries
