// HTTP of the administrator's view: figures, failed jobs, backups.
#include "app/installation_routes.h"

#include <nlohmann/json.hpp>

#include "app/installation.h"
#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"
#include "guong/store/jobs.h"
#include "guong/store/log.h"

namespace guong::app {
namespace {

using nlohmann::json;

constexpr int kMostFindings = 50;

json comparison_json(const InstallationFigures& f, Lang lang) {
  if (!f.compared) return nullptr;
  json findings = json::array();
  for (const auto& finding : f.findings)
    findings.push_back({{"place", finding.place},
                        {"says", lang == Lang::vi ? finding.says.vi : finding.says.en},
                        {"found_at", to_rfc3339(finding.found_at)}});
  return {{"at", to_rfc3339(f.compared->at)},
          {"differences", f.compared->differences},
          {"findings", std::move(findings)}};
}

json silent_json(const std::vector<SilentWitness>& silent, Lang lang) {
  json out = json::array();
  for (const auto& witness : silent)
    out.push_back({{"url", witness.url},
                   {"since", to_rfc3339(witness.since)},
                   {"says", message(witness.refuses ? "app.witness_refuses" : "app.witness_silent", lang,
                                    {{"url", witness.url},
                                     {"time", to_local_text(witness.since, "Asia/Ho_Chi_Minh")}})}});
  return out;
}

json figures_json(const InstallationFigures& f, const api::Keys& keys, Lang lang) {
  json refused;
  if (f.ledger.refused)
    refused = message(*f.ledger.refused, lang, {{"file", keys.head_file.string()}});
  else if (f.compared && f.compared->differences > 0)
    refused = message("app.ledger_compared_differs", lang,
                      {{"count", std::to_string(f.compared->differences)},
                       {"place", f.compared->first},
                       {"time", to_local_text(f.compared->at, "Asia/Ho_Chi_Minh")}});
  json backups = json::array();
  for (const auto& file : f.backups)
    backups.push_back({{"name", file.name}, {"bytes", file.bytes}, {"made_at", to_rfc3339(file.made_at)}});
  return {{"database", {{"engine", f.sqlite ? "sqlite" : "postgresql"}, {"bytes", f.database_bytes}}},
          {"free_bytes", f.free_bytes},
          {"jobs", {{"waiting", f.jobs.waiting}, {"running", f.jobs.running}, {"failed", f.jobs.failed}}},
          {"ledger",
           {{"size", f.ledger.size},
            {"signed_at", or_null(f.ledger.signed_at)},
            {"refused", refused},
            {"compared", comparison_json(f, lang)},
            {"silent_witnesses", silent_json(f.silent, lang)}}},
          {"backups", std::move(backups)}};
}

http::Response installation(api::ReadCall& call) {
  const auto& services = call.services();
  const auto figures = call.read([&](store::Reader& reader) {
    auto found = installation_figures(reader, services.store, services.data);
    found.ledger.refused = store::head_fault(reader, services.keys.head_signer());
    found.compared = last_comparison(reader);
    found.findings = last_findings(reader, kMostFindings);
    return found;
  });
  return api::json_answer(figures_json(figures, services.keys, call.lang()));
}

http::Response jobs(api::ReadCall& call) {
  std::vector<json> items;
  for (const auto& job : call.read(store::failed_jobs))
    items.push_back({{"id", job.id.value},
                     {"kind", job.kind},
                     {"error", job.error},
                     {"attempts", job.attempts},
                     {"created_at", to_rfc3339(job.created_at)}});
  return api::list_answer(std::move(items));
}

http::Response post_retry(api::WriteCall& call) {
  const auto job = call.path_id<JobId>("job");
  call.write([&](store::Tx& tx) { retry_job(tx, call.context(), job); });
  if (call.services().jobs) call.services().jobs->wake();
  return api::no_content();
}

http::Response post_backup(api::WriteCall& call) {
  if (!call.services().store.is_sqlite()) throw Error(ErrorKind::conflict, "app.backup_postgresql");
  const auto name = call.write([&](store::Tx& tx) { return ask_for_backup(tx, call.context()); });
  if (call.services().jobs) call.services().jobs->wake();
  return api::json_answer({{"name", name}}, 202);
}

http::Response check_ledger(api::ReadCall& call) {
  const auto& keys = call.services().keys;
  const auto key = ed25519_public_key(keys.signing_seed);
  const auto found =
      call.read([&](store::Reader& reader) { return store::verify_log(reader, keys.origin, as_text(key)); });
  json broken;
  if (found)
    broken = {{"record", found->seq},
              {"why", message(found->key, call.lang(), {{"seq", std::to_string(found->seq)}})}};
  return api::json_answer({{"broken", std::move(broken)}});
}

constexpr auto kAdministrator = api::only(api::Role::administrator);
constexpr api::Route kRoutes[] = {
    api::get("/api/installation", "getInstallation", kAdministrator, installation),
    api::get("/api/jobs/failed", "listFailedJobs", kAdministrator, jobs),
    api::post("/api/jobs/{job}/retry", "retryJob", kAdministrator, post_retry),
    api::post("/api/backups", "askForBackup", kAdministrator, post_backup),
    api::heavy(api::slow_get("/api/ledger/check", "checkLedger", kAdministrator, check_ledger)),
};

}  // namespace

std::span<const api::Route> installation_routes() { return kRoutes; }

}  // namespace guong::app
