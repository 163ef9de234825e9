// SQL of the rows of judging that the ledger answers for. How far cards are stands beside assignments too,
// and how many judges a work has beside the work: invariants hold those.
#include "judging/kept_rows_store.h"

#include <algorithm>
#include <array>
#include <set>

namespace guong::judging {
namespace {

constexpr store::KeptTable kAssignment[] = {
    {"assignment", "judging.assignment_differs",
     R"(select a.id, a.code, a.contest_id, a.round, a.entry_id, a.judge_id, a.state, a.extra, a.assigned_at,
  a.assigned_by,
  a.ended_at from assignment a)",
     "a.contest_id", "a.id", "", "a.id"},
    {"card", "judging.card_differs",
     R"(select a.id, a.code, c.state, c.marks, c.comment_jury, c.comment_author, c.reopen_reason, c.updated_at,
  c.submitted_at, c.revision, c.ledger_seq
from assignment a
join card c on c.assignment_id = a.id)",
     "a.contest_id", "a.id", "c.state = 'submitted'", "a.id"},
};

constexpr store::KeptTable kFlag[] = {
    {"work_flag", "judging.flag_differs",
     R"(select f.assignment_id, a.code, f.contest_id, f.round, f.kind, f.note, f.raised_at
from work_flag f
join assignment a on a.id = f.assignment_id)",
     "f.contest_id", "f.assignment_id", "", "f.assignment_id"},
};

constexpr store::KeptTable kRound[] = {
    {"round", "judging.round_differs",
     R"(select r.number, cast(r.number as text), r.contest_id, r.state, r.opened_at, r.locked_at,
  r.revision from round r)",
     "r.contest_id", "r.number", "", "r.number"},
    {"round_entry", "judging.round_entry_differs",
     R"(select r.round, cast(r.round as text), r.contest_id, r.code, r.entry_id, r.category from round_entry r)",
     "r.contest_id", "r.round", "", "r.code"},
};

constexpr store::KeptTable kPanel[] = {
    {"panel", "judging.panel_differs",
     R"(select p.id, p.name, p.contest_id, p.round, p.categories, p.created_at, p.revision from panel p)",
     "p.contest_id", "p.id", "", "p.id"},
    {"panel_member", "judging.panel_member_differs",
     R"(select p.id, p.name, m.account_id from panel p join panel_member m on m.panel_id = p.id)",
     "p.contest_id", "p.id", "", "m.account_id"},
};

constexpr store::KeptTable kJudge[] = {
    {"judge_terms", "judging.terms_differ",
     R"(select t.account_id, cast(t.account_id as text), t.contest_id, t.accepted_at from judge_terms t)",
     "t.contest_id", "t.account_id", "", "t.accepted_at"},
    {"judge_interest", "judging.interest_differs",
     R"(select i.account_id, cast(i.account_id as text), i.id, i.contest_id, i.kind, i.value_sealed,
  i.declared_at, i.ending
from judge_interest i)",
     "i.contest_id", "i.account_id", "", "i.id"},
    {"conflict_waiver", "judging.waiver_differs",
     R"(select w.judge_id, cast(w.judge_id as text), w.contest_id, w.code, w.reason, w.waived_by, w.waived_at
from conflict_waiver w)",
     "w.contest_id", "w.judge_id", "", "w.code"},
    {"judge_unit_request", "judging.unit_request_differs",
     R"(select r.account_id, cast(r.account_id as text), r.contest_id, r.unit_id, r.asked_at
from judge_unit_request r)",
     "r.contest_id", "r.account_id", "", "r.account_id"},
};

constexpr auto kAll = [] {
  std::array<store::KeptTable, std::size(kAssignment) + std::size(kFlag) + std::size(kRound) +
                                   std::size(kPanel) + std::size(kJudge)>
      out{};
  auto at = out.begin();
  for (const auto& tables :
       {std::span<const store::KeptTable>(kAssignment), std::span<const store::KeptTable>(kFlag),
        std::span<const store::KeptTable>(kRound), std::span<const store::KeptTable>(kPanel),
        std::span<const store::KeptTable>(kJudge)})
    at = std::copy(tables.begin(), tables.end(), at);
  return out;
}();

}  // namespace

std::span<const store::KeptTable> kept_tables() { return kAll; }

std::string assignment_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                            AssignmentId assignment) {
  return store::tell_rows(reader, keys.seal, std::span(kAssignment).first(1), contest, assignment.value);
}

std::string card_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                      AssignmentId assignment) {
  return store::tell_rows(reader, keys.seal, std::span(kAssignment).last(1), contest, assignment.value);
}

std::string drawn_rows(store::Reader& reader, const api::Keys& keys, ContestId contest,
                       const std::vector<AssignmentId>& drawn) {
  std::set<std::int64_t> subjects;
  for (const auto id : drawn) subjects.insert(id.value);
  return store::tell_rows(reader, keys.seal, std::span(kAssignment).first(1), contest, subjects);
}

std::string flag_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, AssignmentId flagged) {
  return store::tell_rows(reader, keys.seal, kFlag, contest, flagged.value);
}

std::string round_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, int round) {
  return store::tell_rows(reader, keys.seal, kRound, contest, round);
}

std::string rounds_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, int count) {
  std::string out;
  for (int round = 1; round <= count; ++round) out += round_rows(reader, keys, contest, round);
  return out;
}

std::string panel_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, PanelId panel) {
  return store::tell_rows(reader, keys.seal, kPanel, contest, panel.value);
}

std::string judge_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, AccountId judge) {
  return store::tell_rows(reader, keys.seal, kJudge, contest, judge.value);
}

}  // namespace guong::judging
