// Reopening and withdrawing by the author, and what becomes of a reopened draft when intake ends.
#include <algorithm>

#include "entries/co_authors.h"
#include "entries/entry_access.h"
#include "entries/jobs.h"
#include "entries/submitted_work.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

/// When a reopened draft has lost its last chance to be submitted anew.
Timestamp last_chance(const rules::Calendar& calendar, std::optional<Timestamp> reply_by) {
  return std::max(calendar.deadline + calendar.grace, intake_end(calendar, reply_by));
}

/// Looked at every hour too, so that a deadline that was brought forward is noticed.
void watch_draft(store::Tx& tx, Random& random, Timestamp now, EntryId entry, Timestamp end) {
  store::enqueue(tx, random, std::min(end + seconds(1), now + hours(1)), kCloseIntakeJob,
                 std::to_string(entry.value));
}

/// Content and files as they were last submitted; the row that says so is still to be written.
void bring_back(store::Tx& tx, const api::Keys& keys, Timestamp now, Entry& entry) {
  auto document = submitted_document(tx, keys, entry);
  std::vector<EntryFileId> files;
  for (const auto& file : document.files) files.push_back(file.id);
  restore_files(tx, entry.id, files, now);
  entry.content = std::move(document.content);
  fill_confirmed(tx, keys, entry.id, document.identity);
  entry.identity = seal_identity(keys, entry.id, document.identity);
  entry.updated_at = now;
}

}  // namespace

Revision reopen_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId id, Revision expected) {
  auto entry = own_entry(tx, context, id);
  entry.state = require_transition(entry, EntryAction::reopen, expected);
  const auto contest = contest_now(tx, entry.contest);
  const auto& calendar = contest.rules->calendar;
  if (!contest.open() || context.now > intake_end(calendar, entry.reply_by))
    throw Error(ErrorKind::conflict, "entries.too_late_to_reopen",
                {{"time", to_local_text(intake_end(calendar, entry.reply_by), calendar.zone)}});
  entry.updated_at = context.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "reopened", context.now);
  record(tx, context, entry, "entry.reopened");
  watch_draft(tx, context.random, context.now, id, last_chance(calendar, entry.reply_by));
  return revision;
}

Revision withdraw_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId id, Revision expected) {
  auto entry = own_entry(tx, context, id);
  const bool was_submitted = entry.version > 0, draft = entry.state == State::draft;
  entry.state = require_transition(entry, EntryAction::withdraw, expected);
  if (!contest_now(tx, entry.contest).open()) throw Error(ErrorKind::conflict, "entries.judging_has_begun");
  entry.updated_at = context.now;
  // What was never submitted does not come before the desk by being withdrawn.
  if (was_submitted && draft) bring_back(tx, context.keys, context.now, entry);
  const auto revision = update_entry(tx, entry);
  add_event(tx, id, "withdrawn", context.now);
  if (was_submitted) record(tx, context, entry, "entry.withdrawn");
  return revision;
}

bool restore_last_submitted(store::Tx& tx, Random& random, const api::Keys& keys, Timestamp now, EntryId id) {
  auto entry = find_by_id(tx, id);
  if (!entry || entry->state != State::draft || entry->version == 0) return false;
  const auto contest = contest_now(tx, entry->contest);
  const auto end = last_chance(contest.rules->calendar, entry->reply_by);
  if (contest.open() && now <= end) {
    watch_draft(tx, random, now, id, end);
    return false;
  }
  const api::Actor program;
  const api::UseCaseContext context{program, now, random, keys};
  bring_back(tx, keys, now, *entry);
  entry->state = entry->reply_by ? State::returned : State::submitted;
  update_entry(tx, *entry);
  add_event(tx, id, "restored", now);
  record(tx, context, *entry, "entry.restored");
  return true;
}

}  // namespace guong::entries
