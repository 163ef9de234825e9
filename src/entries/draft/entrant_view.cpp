// What the author can still do is told with the entry, so that a page offers nothing that would be refused.
#include "entries/draft/entrant_view.h"

#include "entries/co_authors.h"
#include "entries/draft/draft_service.h"
#include "entries/entry_access.h"
#include "entries/entry_json.h"
#include "entries/seal.h"
#include "guong/uploads/upload.h"

namespace guong::entries {
namespace {

using nlohmann::json;

std::vector<std::string> possible(store::Reader& reader, const Entry& entry, const ContestNow& contest,
                                  Timestamp now) {
  const auto& calendar = contest.rules->calendar;
  const bool open = contest.open();
  const bool across =
      now > calendar.deadline && uploads::finished_across(reader, entry.id.value, calendar.deadline);
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

}  // namespace

EntrantView entrant_view(store::Reader& reader, const api::UseCaseContext& context, EntryId id) {
  const auto entry = own_entry(reader, context, id);
  const auto contest = contest_now(reader, entry.contest);
  const auto identity = open_identity(context.keys, entry.identity);
  return {id,
          entry.contest,
          contest.head.slug,
          entry.number,
          entry.state,
          entry.revision,
          draft_of(entry.content, identity),
          file_views(reader, context.keys, id),
          list_events(reader, id),
          entry.version,
          entry.reason,
          entry.reply_by,
          entry.submitted_at,
          entry.created_at,
          entry.updated_at,
          intake_end(contest.rules->calendar, entry.reply_by),
          possible(reader, entry, contest, context.now),
          confirmations(reader, context.keys, id, identity)};
}

json to_json(const EntrantView& view) {
  auto out = content_json(view.draft.content);
  auto& co_authors = out["co_authors"] = json::array();
  for (std::size_t i = 0; i < view.draft.co_authors.size(); ++i)
    co_authors.push_back(author_json(view.draft.co_authors[i], view.confirmations[i + 1]));
  out["author"] = view.draft.author ? author_json(*view.draft.author, view.confirmations[0]) : json();
  out["pen_name"] = view.draft.pen_name;
  out["phone"] = view.draft.phone;
  out["email"] = view.draft.email;
  out["address"] = view.draft.address;
  out["declared_interests"] = view.draft.declared_interests;
  out["id"] = view.id.value;
  out["contest"] = {{"id", view.contest.value}, {"slug", view.contest_slug}};
  out["number"] = view.number;
  out["state"] = state_name(view.state);
  out["revision"] = view.revision.value;
  out["version"] = view.version;
  out["files"] = to_json(view.files);
  out["events"] = events_json(view.events);
  out["reason"] = text_or_null(view.reason);
  out["reply_by"] = or_null(view.reply_by);
  out["submitted_at"] = or_null(view.submitted_at);
  out["created_at"] = to_rfc3339(view.created_at);
  out["updated_at"] = to_rfc3339(view.updated_at);
  out["deadline"] = to_rfc3339(view.deadline);
  out["can"] = view.can;
  return out;
}

json to_json(const OwnedEntry& line, const Identity& identity, Lang lang) {
  const auto& name =
      lang == Lang::en && !line.contest_name_en.empty() ? line.contest_name_en : line.contest_name_vi;
  return {{"id", line.id.value},
          {"contest", {{"id", line.contest.value}, {"slug", line.contest_slug}, {"name", name}}},
          {"number", line.number},
          {"state", state_name(line.state)},
          {"revision", line.revision.value},
          {"category", line.category},
          {"title", line.title},
          {"author",
           identity.authors.front().account == identity.owner ? json() : json(identity.authors.front().name)},
          {"version", line.version},
          {"reply_by", or_null(line.reply_by)},
          {"created_at", to_rfc3339(line.created_at)},
          {"updated_at", to_rfc3339(line.updated_at)},
          {"submitted_at", or_null(line.submitted_at)}};
}

}  // namespace guong::entries
