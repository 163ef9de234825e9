// What an entry is: its content, its states, and what makes a submission complete. Pure values; no database,
// no clock.
//
//   draft ──submit──▶ submitted ──accept──▶ accepted          submitted ──refuse──▶ refused
//     ▲                 │   │                                  returned ──refuse──▶ refused
//     └─────reopen──────┘   └──send back──▶ returned
//     └─────reopen───────────────────────────┘                any but a bare draft ──disqualify──▶ disqualified
//   draft, submitted, returned, accepted ──withdraw──▶ withdrawn (by the author, until judging starts)
//
// The row of an entry is its working copy, and differs from the version last submitted only in the state
// `draft`. A draft that was submitted before (version > 0) still counts: when intake ends it goes back to
// that version (restore_last_submitted).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/base/messages.h"
#include "guong/base/time.h"
#include "guong/base/transitions.h"
#include "guong/entries/identity.h"
#include "guong/rules/rule_book.h"

namespace guong::entries {

enum class State { draft, submitted, returned, accepted, refused, withdrawn, disqualified };
std::string_view state_name(State state);
std::optional<State> state_from_name(std::string_view name);
/// For a row: Error{internal} when it has a state that this program does not know.
State read_state(std::string_view name);

enum class EntryAction { save, submit, reopen, withdraw, accept, send_back, refuse, disqualify };
inline constexpr Transition<State, EntryAction> kEntryTransitions[] = {
    {State::draft, EntryAction::save, State::draft},
    {State::draft, EntryAction::submit, State::submitted},
    {State::submitted, EntryAction::reopen, State::draft},
    {State::returned, EntryAction::reopen, State::draft},
    {State::submitted, EntryAction::accept, State::accepted},
    {State::submitted, EntryAction::send_back, State::returned},
    {State::submitted, EntryAction::refuse, State::refused},
    {State::returned, EntryAction::refuse, State::refused},
    {State::draft, EntryAction::withdraw, State::withdrawn},
    {State::submitted, EntryAction::withdraw, State::withdrawn},
    {State::returned, EntryAction::withdraw, State::withdrawn},
    {State::accepted, EntryAction::withdraw, State::withdrawn},
    {State::submitted, EntryAction::disqualify, State::disqualified},
    {State::returned, EntryAction::disqualify, State::disqualified},
    {State::accepted, EntryAction::disqualify, State::disqualified},
    {State::refused, EntryAction::disqualify, State::disqualified},
    {State::withdrawn, EntryAction::disqualify, State::disqualified},
};
std::optional<State> next_state(State from, EntryAction action);

struct Exemplar {
  std::string kind;  // person | collective | household | model, or empty
  std::string name;
  std::optional<UnitId> unit;
  std::string place;
  friend bool operator==(const Exemplar&, const Exemplar&) = default;
};

/// What will be judged.
struct Content {
  std::string category, field, title, body;
  std::string language = "vi";
  Exemplar exemplar;
  std::set<std::string> declarations;  // ids of those that were made
  friend bool operator==(const Content&, const Content&) = default;
};

/// Everything that an author types.
struct Draft {
  Content content;
  /// For whom a coordinator hands it in; nothing when its owner wrote it.
  std::optional<Author> author = {};
  std::string pen_name;
  std::vector<Author> co_authors;
  std::string phone, email, address;
  std::vector<std::string> declared_interests;
};

/// The facts about a file that rules speak of.
struct FileFacts {
  std::string purpose, kind;
  std::int64_t size = 0;
  std::optional<std::int64_t> duration_ms, width, height;
};
/// What one file breaks of its rule, without the counts. `name` is the author's name for it.
std::vector<Fault> file_faults(const rules::FileRule& rule, const FileFacts& file, std::string_view name,
                               std::string_view pointer, Lang lang);
const rules::FileRule* find_file_rule(const rules::Category& category, std::string_view purpose);

/// What rules ask of one author, looked up before.
struct AuthorFacts {
  bool has_unit = false;
  std::set<std::string> unit_codes;    // of the unit and all above it
  std::set<std::string> member_codes;  // the same of the unit that has confirmed the author, if it is another
  std::set<std::string> roles;         // held on the contest
  int entries_in_contest = 0;          // others that count, alone or together
  int entries_in_category = 0;
};

struct NamedFile {
  FileFacts facts;
  std::string name;
  EntryFileId id{};
};

/// When a submission comes too late or too early. `uploaded_in_grace`: a file begun before the deadline was
/// finished after it.
struct Moment {
  Timestamp now;
  std::optional<Timestamp> reply_by;  // of an entry that was sent back
  bool uploaded_in_grace = false;
};
/// Until when the author may begin to change what is submitted: the deadline, or the later date given with a
/// return.
Timestamp intake_end(const rules::Calendar& calendar, std::optional<Timestamp> reply_by);
bool intake_open(const rules::Calendar& calendar, const Moment& moment);

/// What the authors break of the rules: how many, who may not enter, how many entries. Checked again when a
/// submission commits.
std::vector<Fault> author_faults(const rules::RuleBook& rules, std::string_view category,
                                 const std::vector<AuthorFacts>& authors);

/// Every fault at once. `authors` begins with the owner, in the order of the identity.
std::vector<Fault> submission_faults(const rules::RuleBook& rules, const Content& content,
                                     const std::vector<NamedFile>& files,
                                     const std::vector<AuthorFacts>& authors, const Moment& moment,
                                     Lang lang);

}  // namespace guong::entries
