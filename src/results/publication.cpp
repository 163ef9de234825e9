// Publishing: documents are frozen, the ledger's head is signed over the record of it, an earlier result is
// superseded.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/error.h"
#include "guong/contests/kept_rows.h"
#include "guong/ledger/canonical_json.h"
#include "guong/results/published.h"
#include "guong/store/public_log.h"
#include "results/ahead.h"
#include "results/asked_step.h"
#include "results/cover_job.h"
#include "results/cover_store.h"
#include "results/documents.h"
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

void publish_works(store::Tx& tx, const api::UseCaseContext& context, const Publication& p) {
  for (const auto& [code, work_slug] : p.slugs) {
    const auto& entry = p.prizes.works.at(code);
    const auto work = entries::anonymous_work(tx, p.contest.id, code);
    if (!work) continue;
    const auto document = work_document(p, entry, *work);
    const PublishedWork published{entry.entry, p.contest.id, p.result.id, work_slug, document.dump(), p.now};
    put_published_work(tx, published);
    index_work(tx, published, p.contest.name);
    ask_for_cover(tx, context, entry.entry, document);
  }
  delete_words(tx, p.contest.id, p.result.id);
  delete_covers(tx, p.contest.id, p.result.id);
  delete_works_of_others(tx, p.contest.id, p.result.id);
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
bool wait_for_witnesses(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id) {
  auto result = find_result(tx, contest, id);
  if (witnessing_of(tx, result).wanted == 0) return false;
  ask_witnesses(tx, context, result);
  if (witnessing_of(tx, result).complete()) return false;
  if (!result.publish_at || *result.publish_at > context.now) {
    result.publish_at = context.now;
    finish_step(tx, result);
    record(tx, context, "result.publication_set", result, {{"at", to_rfc3339(context.now)}});
  }
  return true;
}

void publish_now(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                 const ReadAhead& ahead) {
  // Nobody is asked to witness a result that can no longer be published.
  const auto ground = prize_ground(tx, context, begin_step(tx, contest, id, ResultAction::publish),
                                   ResultAction::publish, ahead);
  if (wait_for_witnesses(tx, context, contest, id)) return;
  auto result = begin_step(tx, contest, id, ResultAction::publish);
  result.published_at = context.now;
  publish_works(tx, context, ground->file->publication);
  supersede(tx, context, result);
  finish_step(tx, result);
  insert_published_result(tx, contest, id, seal_file(tx, context, *ground->file), context.now);
  publish_contest(tx, contest);
  record_publication(tx, context, result);
  store::publish_head(tx, context.now, context.log_writer());
}

/// Sets or moves the hour; an earlier job finds another hour in the row and does nothing.
void schedule(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id, Timestamp at,
              const ReadAhead& ahead) {
  auto result = find_result(tx, contest, id);
  if (result.state != ResultState::approved)
    throw Error(ErrorKind::conflict, "results.wrong_state",
                {{"state", std::string(state_name(result.state))}});
  prize_ground(tx, context, result, ResultAction::approve, ahead);
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
    const api::UseCaseContext before{api::Actor{}, std::max(now, due.at), services.random, services.keys};
    const auto ahead =
        read_ahead(services.store, before, due.contest, due.result, ResultAction::publish, {&services.blobs});
    for_approver(services, due, now, [&](auto& tx, const auto& context, const Result&) {
      publish_now(tx, context, due.contest, due.result, ahead);
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
  auto p = gather(reader, keys, find_result(reader, contest, id), now);
  auto file = results_file(p);
  file.ranking = std::move(p.prizes.ranking);
  auto awards = standings::awards_json(p.rules(), file);
  for (std::size_t i = 0; i < awards.size(); ++i) awards[i]["in_full"] = in_full(p, p.awards[i].code);
  return {{"awards", std::move(awards)}};
}

void publish_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId id,
                    std::optional<Timestamp> at, const ReadAhead& ahead) {
  using api::Role;
  api::require_any(context.actor, Role::organiser | Role::head, contest);
  if (at && *at > context.now)
    schedule(tx, context, contest, id, *at, ahead);
  else
    publish_now(tx, context, contest, id, ahead);
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
  return {
      {std::string(kJob),
       [&services, clock](const std::string& payload) {
         publish_due(services, parse_due(payload), clock());
       }},
      {std::string(kStepJob),
       [&services, clock](const std::string& payload) { take_asked_step(services, payload, clock()); }},
      {std::string(kCoverJob), [&services](const std::string& payload) { make_cover(services, payload); }}};
}

http::Response published_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                              std::string_view slug, int position) {
  const auto work = published_work(reader, slug);
  if (!work) throw Error::not_found();
  const auto code = nlohmann::json::parse(work->document).at("code").get<std::string>();
  return entries::anonymous_file(reader, blobs, request, work->contest, code, position);
}

}  // namespace guong::results
