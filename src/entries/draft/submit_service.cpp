// Submitting in two steps: checks, hashes and signatures on a snapshot, then a short transaction that looks
// again.
#include <algorithm>
#include <tuple>

#include "entries/co_authors.h"
#include "entries/draft/submission.h"
#include "entries/entry_access.h"
#include "entries/file_view.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/accounts/account.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/uploads/upload.h"

namespace guong::entries {
namespace {

/// Brings the identity up to date: an owner who is the author by the account's name and unit, others by who has
/// confirmed.
Identity current_identity(store::Reader& reader, const api::Keys& keys, const Entry& entry) {
  auto identity = open_identity(keys, entry.identity);
  auto& first = identity.authors.front();
  if (first.account == identity.owner) {
    const auto owner = accounts::find_account(reader, identity.owner);
    if (owner) std::tie(first.name, first.unit) = std::tie(owner->name, owner->unit);
  }
  fill_confirmed(reader, keys, entry.id, identity);
  return identity;
}

std::vector<std::string> search_words(const Entry& entry) {
  return folded_words(entry.number + " " + entry.content.title + " " + entry.content.exemplar.name);
}

Receipt make_receipt(const api::UseCaseContext& context, const Entry& entry, const std::string& slug,
                     const std::string& text_sha256, const std::vector<VersionFile>& files) {
  Receipt receipt{slug, entry.number, entry.version, context.now, text_sha256, {}, {}, {}};
  for (const auto& file : files) receipt.files.push_back({file.name, file.sha256, file.facts.size});
  sign_receipt(receipt, context.keys.signing_seed);
  return receipt;
}

Version make_version(const api::UseCaseContext& context, const Entry& entry, const Document& document,
                     const Receipt& receipt, const Digest& text_sha256) {
  return {entry.version,
          context.now,
          {text_sha256.begin(), text_sha256.end()},
          seal_document(context.keys, entry.id, entry.version, document),
          seal(context.keys.seal, version_context("receipt", entry.id, entry.version), receipt_text(receipt)),
          std::nullopt};
}

std::vector<NamedFile> facts_of(const std::vector<VersionFile>& files) {
  std::vector<NamedFile> out;
  for (const auto& file : files) out.push_back({file.facts, file.name, file.id});
  return out;
}

std::vector<EntryFileId> ids_of(const std::vector<EntryFile>& files) {
  std::vector<EntryFileId> out;
  for (const auto& file : files) out.push_back(file.id);
  return out;
}

void refuse_closed(const ContestNow& contest) {
  if (contest.open()) return;
  const auto& calendar = contest.rules->calendar;
  throw Error(ErrorKind::conflict, "entries.contest_closed",
              {{"time", to_local_text(calendar.deadline, calendar.zone)}});
}

/// Between preparation and commit a file may have come, the rules may have changed, another entry of the same
/// author may have been submitted, or a role given.
void check_again(store::Tx& tx, const api::UseCaseContext& context, const Prepared& prepared) {
  const auto& entry = prepared.entry;
  const auto contest = contest_now(tx, entry.contest);
  refuse_closed(contest);
  if (contest.head.version != prepared.rule_book_version ||
      ids_of(list_files(tx, entry.id)) != prepared.files)
    throw Error(ErrorKind::stale, "base.stale");
  if (identity_text(current_identity(tx, context.keys, entry)) != identity_text(prepared.identity))
    throw Error(ErrorKind::stale, "base.stale");
  const auto authors = author_facts(tx, context, *contest.rules, entry, prepared.identity);
  refuse_if_any(author_faults(*contest.rules, entry.content.category, authors));
}

Moment moment_of(store::Reader& reader, const rules::Calendar& calendar, const Entry& entry, Timestamp now) {
  Moment moment{now, entry.reply_by, false};
  if (now > calendar.deadline && now <= calendar.deadline + calendar.grace)
    moment.uploaded_in_grace = uploads::finished_across(reader, entry.id.value, calendar.deadline);
  return moment;
}

std::string digests_of(const Receipt& receipt) {
  std::string out;
  for (const auto& file : receipt.files) out += (out.empty() ? "" : " ") + file.sha256;
  return out;
}

/// An entry as it stands, with all that its submission rests on.
struct SubmissionCheck {
  ContestNow contest;
  Identity identity;
  std::vector<EntryFile> rows;
  std::vector<VersionFile> files;
  std::vector<Fault> faults;
};

SubmissionCheck check_submission(store::Reader& reader, const api::UseCaseContext& context,
                                 const Entry& entry, Lang lang) {
  SubmissionCheck out{contest_now(reader, entry.contest),
                      current_identity(reader, context.keys, entry),
                      list_files(reader, entry.id),
                      {},
                      {}};
  out.files = named_files(context.keys, out.rows);
  const auto& rules = *out.contest.rules;
  out.faults = submission_faults(rules, entry.content, facts_of(out.files),
                                 author_facts(reader, context, rules, entry, out.identity),
                                 moment_of(reader, rules.calendar, entry, context.now), lang);
  return out;
}

}  // namespace

std::vector<Bytes> search_tags(const api::Keys& keys, ContestId contest, const Identity& identity) {
  std::vector<Bytes> tags;
  for (const auto account : accounts_of(identity)) tags.push_back(author_tag(keys, contest, account));
  for (const auto& author : identity.authors)
    for (const auto& word : folded_words(author.name + " " + author.pen_name))
      tags.push_back(name_tag(keys, contest, word));
  std::ranges::sort(tags);
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

std::vector<Fault> faults_now(store::Reader& reader, const api::UseCaseContext& context, EntryId id,
                              Lang lang) {
  return check_submission(reader, context, own_entry(reader, context, id), lang).faults;
}

std::shared_ptr<const Prepared> prepare_submission(store::Reader& reader, const api::UseCaseContext& context,
                                                   EntryId id, Revision expected, Lang lang) {
  auto entry = own_entry(reader, context, id);
  const auto next = require_transition(entry, EntryAction::submit, expected);
  const auto [contest, identity, rows, files, faults] = check_submission(reader, context, entry, lang);
  refuse_closed(contest);
  refuse_if_any(faults);
  entry.state = next;
  entry.version += 1;
  entry.reason.clear();
  entry.reply_by.reset();
  entry.updated_at = context.now;
  entry.submitted_at = context.now;
  entry.identity = seal_identity(context.keys, id, identity);
  const auto text_sha256 = sha256(entry.content.body);
  auto receipt = make_receipt(context, entry, contest.head.slug, to_hex(as_text(text_sha256)), files);
  auto version = make_version(context, entry, {entry.content, identity, files}, receipt, text_sha256);
  auto words = search_words(entry);
  auto tags = search_tags(context.keys, entry.contest, identity);
  return std::make_shared<Prepared>(Prepared{std::move(entry), contest.head.version, ids_of(rows),
                                             std::move(version), std::move(receipt), std::move(words),
                                             std::move(tags), identity});
}

Submission submit_prepared(store::Tx& tx, const api::UseCaseContext& context, const Prepared& prepared) {
  const auto& entry = prepared.entry;
  check_again(tx, context, prepared);
  const auto revision = update_entry(tx, entry);
  replace_search(tx, entry.contest, {*entry.submitted_at, entry.id}, entry.version == 1, prepared.words,
                 prepared.tags);
  ask_authors(tx, context, entry.id, prepared.identity);
  add_event(tx, entry.id, "submitted", context.now);
  insert_version(tx, entry.id, prepared.version, store::next_record(tx));
  record(tx, context, entry, "entry.submitted", {},
         {{"text_sha256", prepared.receipt.text_sha256},
          {"files_sha256", digests_of(prepared.receipt)},
          {"version", std::to_string(entry.version)},
          {"receipt", to_hex(as_text(sha256(receipt_bytes(prepared.receipt))))}});
  return {prepared.receipt, revision};
}

Receipt submit_entry(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, Revision expected,
                     Lang lang) {
  return submit_prepared(tx, context, *prepare_submission(tx, context, entry, expected, lang)).receipt;
}

}  // namespace guong::entries
