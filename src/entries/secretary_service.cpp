#include "entries/file_store.h"
#include "entries/lookup.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

constexpr std::size_t kCodeLength = 6;

std::string draw_code(store::Reader& reader, Random& random, ContestId contest) {
  for (int tries = 0; tries < 20; ++tries) {
    auto code = random.code(kCodeLength);
    if (!code_taken(reader, contest, code)) return code;
  }
  throw Error(ErrorKind::internal, "base.internal");
}

void refuse_leaks(const std::vector<LeakHit>& leaks) {
  std::vector<Fault> faults;
  for (const auto& hit : leaks) faults.push_back({hit.pointer, "entries.leak_" + hit.kind, {}});
  if (!faults.empty()) throw Error(ErrorKind::invalid, "entries.leaks_found", {}, std::move(faults));
}

void refuse_broken_files(store::Reader& reader, EntryId entry) {
  for (const auto& file : list_files(reader, entry))
    if (file.rendition_state == "failed")
      throw Error(ErrorKind::conflict, "entries.rendition_failed", {{"position", std::to_string(file.position)}});
}

/// Nothing about intake can change once results are being settled.
void refuse_after_judging(store::Reader& reader, ContestId contest) {
  using contests::ContestState;
  const auto state = contests::find_contest(reader, contest).state;
  if (state != ContestState::open && state != ContestState::judging) throw Error(ErrorKind::conflict, "entries.intake_is_over");
}

}  // namespace

Revision accept_entry(store::Tx& tx, const api::Act& act, ContestId contest, const Acceptance& acceptance) {
  api::require(act.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, acceptance.entry);
  entry.state = moved(entry, Deed::accept, acceptance.expected);
  refuse_after_judging(tx, contest);
  refuse_broken_files(tx, entry.id);
  if (!acceptance.release_reason) refuse_leaks(acceptance.leaks);
  const auto code = draw_code(tx, act.random, contest);
  entry.updated_at = act.now;
  const auto revision = update_accepted(tx, entry, code);
  add_event(tx, entry.id, "accepted", act.now);
  std::map<std::string, std::string> secret{{"code", code}};
  const bool released = acceptance.release_reason && !acceptance.leaks.empty();
  if (released) secret["release_reason"] = *acceptance.release_reason;
  record(tx, act, entry, "entry.accepted", {{"leak_check", released ? "released" : "clean"}}, std::move(secret));
  return revision;
}

Revision return_entry(store::Tx& tx, const api::Act& act, ContestId contest, EntryId id, Revision expected,
                      const std::string& reason, Timestamp reply_by) {
  api::require(act.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = moved(entry, Deed::send_back, expected);
  if (!contest_now(tx, contest).open()) throw Error(ErrorKind::conflict, "entries.intake_is_over");
  if (reply_by <= act.now) refuse_if_any({{"/reply_by", "entries.reply_by_past", {}}});
  entry.reason = reason;
  entry.reply_by = reply_by;
  entry.updated_at = act.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "returned", act.now, reason);
  record(tx, act, entry, "entry.returned", {}, {{"reason", reason}});
  return revision;
}

Revision refuse_entry(store::Tx& tx, const api::Act& act, ContestId contest, EntryId id, Revision expected,
                      const std::string& reason) {
  api::require(act.actor, api::Role::secretary, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = moved(entry, Deed::refuse, expected);
  refuse_after_judging(tx, contest);
  entry.reason = reason;
  entry.reply_by.reset();
  entry.updated_at = act.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "refused", act.now, reason);
  record(tx, act, entry, "entry.refused", {}, {{"reason", reason}});
  return revision;
}

Revision disqualify_entry(store::Tx& tx, const api::Act& act, ContestId contest, EntryId id, Revision expected,
                          const std::string& reason, const std::string& decision_number) {
  api::require_any(act.actor, api::Role::organiser | api::Role::head, contest);
  auto entry = desk_entry(tx, contest, id);
  entry.state = moved(entry, Deed::disqualify, expected);
  entry.reason = reason;
  entry.reply_by.reset();
  entry.updated_at = act.now;
  const auto revision = update_state(tx, entry);
  add_event(tx, id, "disqualified", act.now, reason);
  record(tx, act, entry, "entry.disqualified", {{"decision", decision_number}}, {{"reason", reason}});
  return revision;
}

}  // namespace guong::entries
