// What can be done with entries. Each function checks the right first, works in the transaction it is given,
// and appends one ledger record where the action touches a result. Another's entry looks as if it did not
// exist (Error{not_found}).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/entries/entry.h"
#include "guong/entries/receipt.h"
#include "guong/store/blobs.h"
#include "guong/store/jobs.h"
#include "guong/store/resealing.h"
#include "guong/store/store.h"

namespace guong::entries {

// --- The author.

struct CreatedEntry {
  EntryId id;
  std::string number;
  Revision revision;
};
/// Begins a draft in a contest that takes entries now.
CreatedEntry create_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                          const Draft& draft);
/// Writes the whole draft over the old one. Also after the deadline: what was written is never lost.
Revision save_draft(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, Revision expected,
                    const Draft& draft);

/// A file whose bytes are in the blob store already.
struct NewFile {
  std::string name, media_type;
  FileFacts facts;
  Digest sha256{};  // of what was sent
  Digest blob{};    // of its sealed bytes, and the name of their blob
  std::string key;  // opens them
};
/// Adds the file to a draft and asks for its anonymised rendition.
EntryFileId attach_file(store::Tx& tx, const api::UseCaseContext& context, EntryId entry,
                        const NewFile& file);
void remove_entry_file(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, EntryFileId file);
/// `order` names every file of the entry once.
void order_entry_files(store::Tx& tx, const api::UseCaseContext& context, EntryId entry,
                       const std::vector<EntryFileId>& order);

/// What a submission would be refused for now; nothing when it is complete.
std::vector<Fault> faults_now(store::Reader& reader, const api::UseCaseContext& context, EntryId entry,
                              Lang lang);

/// All that is slow in a submission (checks, hashes, signature, sealing), made from a snapshot before the
/// transaction.
struct Prepared;
std::shared_ptr<const Prepared> prepare_submission(store::Reader& reader, const api::UseCaseContext& context,
                                                   EntryId entry, Revision expected, Lang lang = Lang::vi);
struct Submission {
  Receipt receipt;
  Revision revision;  // of the entry, now that it is submitted
};
/// Submits what was prepared, provided that nothing it rests on has changed.
Submission submit_prepared(store::Tx& tx, const api::UseCaseContext& context, const Prepared& prepared);
/// Both at once.
Receipt submit_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, Revision expected,
                     Lang lang = Lang::vi);

/// Back to a draft, to be changed; the version last submitted counts until another is.
Revision reopen_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, Revision expected);
Revision withdraw_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, Revision expected);

// --- The secretary's desk, by number; nothing here gives out a code.

/// What the leak check found in a work: the kind of trait ("name", "phone", "email", "address", "unit") and
/// where, as a JSON pointer ("/title", "/body", "/files/2").
struct LeakHit {
  std::string kind, pointer;
};
/// Looks for the authors' traits in title, text and the text of files. Reads files, so it runs before the
/// transaction.
std::vector<LeakHit> check_leaks(store::Store& store, const store::Blobs& blobs,
                                 const api::UseCaseContext& context, ContestId contest, EntryId entry);

struct Acceptance {
  EntryId entry;
  Revision expected;
  std::vector<LeakHit> leaks;                 // of check_leaks()
  std::optional<std::string> release_reason;  // lets an entry pass in spite of them
  bool unconfirmed = false;     // the secretary knows that a co-author has not confirmed in time
  bool confirms_units = false;  // by the secretary's word the authors are of the units that the entry says
};
/// Draws the code. Error{invalid, "entries.leaks_found"} with a fault per hit unless there is a reason to let
/// it pass; Error{conflict, "entries.co_author_not_confirmed"}; "entries.unit_not_confirmed" where
/// only members of units may enter.
Revision accept_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const Acceptance& acceptance);
Revision return_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId entry,
                      Revision expected, const std::string& reason, Timestamp reply_by);
Revision refuse_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId entry,
                      Revision expected, const std::string& reason);
/// By the organiser or the head, by a numbered decision.
Revision disqualify_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, EntryId entry,
                          Revision expected, const std::string& reason, const std::string& decision_number);

// --- What the program does by itself.

/// Asks the authors whom entries of releases up to 0.2.0 name: nobody was asked then.
void ask_old_authors(store::Store& store, const api::UseCaseContext& context);

/// Seals the files that releases up to 0.2.0 kept open; gives the blobs that their rows named before. One
/// whose bytes are gone stays as it is. May be cut off and run again.
std::vector<Digest> seal_old_originals(store::Store& store, store::Blobs& blobs, Random& random,
                                       const api::Keys& keys);

/// What of this module stands sealed under the installation's key.
std::vector<store::SealedColumn> sealed_columns();
/// Tags of owners and names anew, by this key, once what is sealed is sealed by it. May be cut off and run again.
void tag_anew(store::Store& store, const api::Keys& from, const api::Keys& to);

/// Brings a reopened draft back to the version last submitted, once intake is over for it. False when it is
/// not, or is no such draft.
bool restore_last_submitted(store::Tx& tx, Random& random, const api::Keys& keys, Timestamp now,
                            EntryId entry);
/// Forgets files that were removed more than a day ago and were in nothing that was submitted. Their bytes
/// are then named by nothing. At most `limit`; gives how many.
int forget_removed_files(store::Tx& tx, Timestamp now, int limit);
inline constexpr std::string_view kRenditionJob = "rendition";
/// Handlers of "rendition" (the anonymised copy of a file) and "close_intake" (restores a reopened draft at
/// the deadline).
std::map<std::string, store::JobHandler> entry_jobs(store::Store& store, store::Blobs& blobs, Random& random,
                                                    const api::Keys& keys,
                                                    std::function<Timestamp()> clock = system_now);

}  // namespace guong::entries
