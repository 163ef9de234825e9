// Publishing: documents are frozen, the ledger's head is signed over the record of it, an earlier result is
// superseded.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "guong/accounts/account.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/text.h"
#include "guong/contests/kept_rows.h"
#include "guong/ledger/canonical_json.h"
#include "guong/results/ledger_check.h"
#include "guong/results/published.h"
#include "guong/store/log_subset.h"
#include "guong/store/public_log.h"
#include "guong/units/unit.h"
#include "results/documents.h"
#include "results/file_records.h"
#include "results/public_search_store.h"
#include "results/publication_store.h"
#include "results/recheck.h"
#include "results/record.h"
#include "results/result_store.h"
#include "results/steps.h"
#include "results/witnessing.h"

namespace guong::results {
namespace {

using nlohmann::json;

constexpr std::string_view kJob = "publish_result";
constexpr std::size_t kSlugMax = 60;
constexpr std::size_t kSlugTail = 6;

std::vector<UnitId> units_named(const Publication& p) {
  std::set<UnitId> out;
  for (const auto& award : p.awards) {
    if (award.unit) out.insert(*award.unit);
    const auto work = p.prizes.works.find(award.code);
    if (work == p.prizes.works.end()) continue;
    for (const auto& author : work->second.identity.authors)
      if (author.unit) out.insert(*author.unit);
  }
  return {out.begin(), out.end()};
}

std::vector<AccountId> deciders(const Publication& p) {
  std::vector<AccountId> out;
  for (const auto& one : p.prizes.decided) out.push_back(one.by);
  return out;
}

std::string new_slug(Random& random, const std::string& title) {
  auto base = slug(title).substr(0, kSlugMax);
  while (base.ends_with('-')) base.pop_back();
  auto tail = random.code(kSlugTail);
  for (char& c : tail)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return base.empty() ? tail : base + "-" + tail;
}

Publication gather(store::Reader& reader, const api::Keys& keys, const Result& result, Timestamp now) {
  Publication p;
  p.result = result;
  p.contest = contests::find_contest(reader, result.contest);
  p.prizes = load_prizes(reader, keys, result);
  p.rules_document = contests::rule_book_document(reader, result.contest, p.prizes.ranking.rules_version);
  p.awards = load_awards(reader, result.id);
  p.units = units::unit_names(reader, units_named(p));
  for (const auto& award : p.awards)
    if (award.unit) p.unit_codes[*award.unit] = units::find_unit(reader, *award.unit).value().code;
  p.people = accounts::account_names(reader, deciders(p));
  p.author_salt = "results/authors/" + std::to_string(result.id.value) + "/" + keys.seal;
  p.left = load_left_works(reader, result.contest);
  for (const auto& old : published_results(reader, result.contest))
    p.earlier.push_back({old.number, to_hex(as_text(sha256(old.document)))});
  p.now = now;
  if (result.supersedes) p.superseded_number = find_result(reader, result.contest, *result.supersedes).number;
  return p;
}

/// Whether the work that the award is for may be read by everybody.
bool in_full(const Publication& p, const std::string& code) {
  const auto work = p.prizes.works.find(code);
  return work != p.prizes.works.end() && work->second.publish_consent;
}

/// An address for each work that may be read; a work keeps the one that it had.
void give_addresses(store::Reader& reader, Random& random, Publication& p) {
  for (const auto& award : p.awards) {
    if (!in_full(p, award.code) || p.slugs.contains(award.code)) continue;
    const auto& work = p.prizes.works.at(award.code);
    p.slugs[award.code] = known_slug(reader, work.entry).value_or(new_slug(random, work.title));
  }
}

void publish_works(store::Tx& tx, const Publication& p) {
  for (const auto& [code, work_slug] : p.slugs) {
    const auto& entry = p.prizes.works.at(code);
    const auto work = entries::anonymous_work(tx, p.contest.id, code);
    if (!work) continue;
    const PublishedWork published{
        entry.entry, p.contest.id, p.result.id, work_slug, work_document(p, entry, *work).dump(), p.now};
    put_published_work(tx, published);
    index_work(tx, published, p.contest.name);
  }
  delete_words(tx, p.contest.id, p.result.id);
  delete_works_of_others(tx, p.contest.id, p.result.id);
}

void add_records(store::Reader& reader, const api::Keys& keys, std::vector<standings::OpenedRecord> records,
                 std::int64_t size, standings::LedgerSeal& seal) {
  seal.key = ledger::format_verifier_key(keys.origin, as_text(ed25519_public_key(keys.signing_seed)));
  std::vector<std::int64_t> seqs;
  for (const auto& each : records) seqs.push_back(ledger::parse_record(each.record).value().seq);
  seal.records = std::move(records);
  seal.nodes = store::prove_subset(reader, size, seqs);
}

/// The log is filled before: the record's number, which everybody reads, must not count what people did. The
/// head that is signed covers the record of this publication, which commits to all of the file but `ledger`: with
/// the record and its path in the file, anybody who holds the public key can tell this file from any other.
std::string sealed_file(store::Tx& tx, const api::UseCaseContext& context, const Publication& p) {
  store::fill_log(tx, context.now, context.log_writer());
  auto file = results_file(p);
  auto records = records_of_file(tx, context.keys, file);
  if (records) file.v = 4;
  const auto hash = standings::results_file_hash(standings::results_file_json(p.rules(), file));
  const auto appended = record(
      tx, context, "result.published", p.result,
      {{"ranking_sha256", to_hex(as_text(p.result.ranking_sha256))}, {"file_sha256", to_hex(as_text(hash))}});
  const auto head = store::sign_head(tx, context.now, context.keys.head_signer());
  file.ledger = {context.keys.origin, head.note, appended.record, appended.path, "", {}, {}};
  if (records) add_records(tx, context.keys, std::move(*records), head.frontier.size(), *file.ledger);
  return standings::results_file_json(p.rules(), file).dump();
}

void supersede(store::Tx& tx, const api::UseCaseContext& context, const Result& fresh) {
  if (!fresh.supersedes) return;
  const auto old = begin_step(tx, fresh.contest, *fresh.supersedes, ResultAction::supersede);
  finish_step(tx, old);
  record(tx, context, "result.superseded", old, {{"by", std::to_string(fresh.number)}});
}

void publish_contest(store::Tx& tx, ContestId contest) {
  if (contests::find_contest(tx, contest).state == contests::ContestState::settled)
    contests::set_contest_state(tx, contest, contests::ContestState::settled,
                                contests::ContestState::published);
}

/// The record that stands in the file cannot tell of the file's own row: this one does, and of what everybody
/// may read now.
void record_publication(store::Tx& tx, const api::UseCaseContext& context, const Result& result) {
  auto rows = contests::contest_rows(tx, context.keys, result.contest);
  for (const auto& each : load_results(tx, result.contest))
    rows += store::tell_rows(tx, context.keys.seal, publication_tables(), result.contest, each.id.value);
  record(tx, context, "result.kept", result, {}, {{std::string(store::kRowsTold), rows}});
}

/// Asks them, if they were not yet, and keeps the hour: the result is published as soon as enough have cosigned.
/// Nobody is asked about a result that can no longer be published.
bool wait_for_witnesses(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id) {
  begin_step(tx, contest, id, ResultAction::publish);  // looks whether it may be published at all
  auto result = find_result(tx, contest, id);
  if (witnessing_of(tx, result).wanted == 0) return false;
  refuse_if_ground_moved(tx, result, load_prizes(tx, context.keys, result));
  ask_witnesses(tx, context, result);
  if (witnessing_of(tx, result).complete()) return false;
  if (!result.publish_at || *result.publish_at > context.now) {
    result.publish_at = context.now;
    finish_step(tx, result);
    record(tx, context, "result.publication_set", result, {{"at", to_rfc3339(context.now)}});
  }
  return true;
}

void publish_now(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id) {
  if (wait_for_witnesses(tx, context, contest, id)) return;
  auto result = begin_step(tx, contest, id, ResultAction::publish);
  result.published_at = context.now;
  auto publication = gather(tx, context.keys, result, context.now);
  refuse_if_ground_moved(tx, result, publication.prizes);
  require_ledger_agrees(tx, context.keys, contest);
  give_addresses(tx, context.random, publication);
  publish_works(tx, publication);
  supersede(tx, context, result);
  finish_step(tx, result);
  insert_published_result(tx, contest, id, sealed_file(tx, context, publication), context.now);
  publish_contest(tx, contest);
  record_publication(tx, context, result);
  store::publish_head(tx, context.now, context.log_writer());
}

/// Sets or moves the hour; an earlier job finds another hour in the row and does nothing.
void schedule(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
              Timestamp at) {
  auto result = find_result(tx, contest, id);
  if (result.state != ResultState::approved)
    throw Error(ErrorKind::conflict, "results.wrong_state",
                {{"state", std::string(state_name(result.state))}});
  refuse_if_ground_moved(tx, result, load_prizes(tx, context.keys, result));
  require_ledger_agrees(tx, context.keys, contest);
  result.publish_at = at;
  finish_step(tx, result);
  ask_witnesses(tx, context, result);
  store::enqueue(
      tx, context.random, at, kJob,
      ledger::canonical_json({{"at", at.micros}, {"contest", contest.value}, {"result", id.value}}));
  record(tx, context, "result.publication_set", result, {{"at", to_rfc3339(at)}});
}

struct Due {
  ContestId contest;
  ResultId result;
  Timestamp at;
};
Due parse_due(const std::string& payload) {
  Due due;
  const auto object = ledger::parse_canonical_json(payload);
  if (!object) throw Error(ErrorKind::internal, "base.internal");
  for (const auto& [name, value] : *object) {
    const auto number = std::get<std::int64_t>(value);
    if (name == "at") due.at = {number};
    if (name == "contest") due.contest = {number};
    if (name == "result") due.result = {number};
  }
  return due;
}

/// The approver stands in the record, without roles: rights were checked when the hour was set. Never dated before
/// that hour, even where this machine's clock is behind.
template <class F>
void for_approver(const api::Services& services, const Due& due, Timestamp now, F act) {
  services.store.write([&](store::Tx& tx) {
    auto result = load_result(tx, due.contest, due.result);
    // What is published, superseded or set to another hour is left alone.
    if (!result || result->state != ResultState::approved || result->publish_at != due.at) return;
    const api::Actor approver{*result->approved_by, {}, {}};
    act(tx, api::UseCaseContext{approver, std::max(now, due.at), services.random, services.keys}, *result);
  });
}

/// What the result rested on may have moved since the hour was set. Then it is not published, the hour is gone, and
/// why stands in the ledger; people find the same words when they publish by hand.
void publish_due(const api::Services& services, const Due& due, Timestamp now) {
  try {
    for_approver(services, due, now, [&](auto& tx, const auto& context, const Result&) {
      publish_now(tx, context, due.contest, due.result);
    });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    for_approver(services, due, now, [&](auto& tx, const auto& context, Result& result) {
      result.publish_at.reset();
      finish_step(tx, result);
      record(tx, context, "result.publication_refused", result, {{"why", error.key()}});
    });
  }
}

}  // namespace

json publication_preview(store::Reader& reader, const api::Keys& keys, ContestId contest, ResultId id,
                         Timestamp now) {
  const auto p = gather(reader, keys, find_result(reader, contest, id), now);
  auto awards = standings::results_file_json(p.rules(), results_file(p)).at("awards");
  for (std::size_t i = 0; i < awards.size(); ++i) awards[i]["in_full"] = in_full(p, p.awards[i].code);
  return {{"awards", std::move(awards)}};
}

void publish_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                    std::optional<Timestamp> at) {
  using api::Role;
  api::require_any(context.actor, Role::organiser | Role::head, contest);
  if (at && *at > context.now)
    schedule(tx, context, contest, id, *at);
  else
    publish_now(tx, context, contest, id);
}

void publish_witnessed(const api::Services& services, Timestamp now) {
  const auto waiting =
      services.store.read([&](store::Reader& reader) { return awaiting_witnesses(reader, now); });
  for (const auto& result : waiting) {
    const auto enough =
        services.store.read([&](store::Reader& reader) { return witnessing_of(reader, result).complete(); });
    if (enough) publish_due(services, {result.contest, result.id, *result.publish_at}, now);
  }
}

std::map<std::string, store::JobHandler> result_jobs(api::Services& services,
                                                     std::function<Timestamp()> clock) {
  return {{std::string(kJob), [&services, clock = std::move(clock)](const std::string& payload) {
             publish_due(services, parse_due(payload), clock());
           }}};
}

http::Response published_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                              std::string_view slug, int position) {
  const auto work = published_work(reader, slug);
  if (!work) throw Error::not_found();
  const auto code = nlohmann::json::parse(work->document).at("code").get<std::string>();
  return entries::anonymous_file(reader, blobs, request, work->contest, code, position);
}

}  // namespace guong::results
