// Asking for a step, taking it in a job, and telling how far it is.
#include "results/asked_step.h"

#include <mutex>
#include <nlohmann/json.hpp>

#include "guong/accounts/session.h"
#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/nullable_json.h"
#include "results/ahead.h"
#include "results/step_bodies.h"
#include "results/step_store.h"

namespace guong::results {
namespace {

using nlohmann::json;

constexpr int kTries = 3;

/// How far steps are that run in this process.
class Progress {
 public:
  struct Now {
    StepId step;
    std::string phase;
    int percent = 0;
  };
  void tell(ContestId contest, Now now) {
    const std::lock_guard lock(mutex_);
    running_[contest] = std::move(now);
  }
  std::optional<Now> of(const AskedStep& step) {
    const std::lock_guard lock(mutex_);
    const auto found = running_.find(step.contest);
    if (found == running_.end() || found->second.step != step.id) return std::nullopt;
    return found->second;
  }
  void forget(ContestId contest) {
    const std::lock_guard lock(mutex_);
    running_.erase(contest);
  }

 private:
  std::mutex mutex_;
  std::map<ContestId, Now> running_;
};

/// Bound to its contest and number: what is not of this program's making is not taken.
Bytes mac_of(const api::Keys& keys, const AskedStep& step) {
  const auto mac = hmac_sha256(
      "result step/" + keys.seal,
      json::array({step.contest.value, step.id.value, step.action, step.request, step.asked_at.micros})
          .dump());
  return {mac.begin(), mac.end()};
}

json refusal_json(const Error& error) {
  json faults = json::array();
  for (const auto& [pointer, key, params] : error.faults())
    faults.push_back({{"pointer", pointer}, {"key", key}, {"params", params}});
  return {{"kind", static_cast<int>(error.kind())},
          {"key", error.key()},
          {"params", error.params()},
          {"faults", std::move(faults)}};
}

/// In the reader's words, as a request would have been refused.
json problem_of(const Error& error, Lang lang) {
  return json::parse(std::get<std::string>(api::problem(error, lang).body));
}
json problem_of(const std::string& refusal, Lang lang) {
  const auto told = json::parse(refusal);
  std::vector<Fault> faults;
  for (const auto& fault : told.at("faults"))
    faults.push_back({fault.at("pointer"), fault.at("key"), fault.at("params").get<Params>()});
  return problem_of(Error(static_cast<ErrorKind>(told.at("kind").get<int>()), told.at("key"),
                          told.at("params").get<Params>(), std::move(faults)),
                    lang);
}

bool has_lapsed(const AskedStep& step, Timestamp now) { return step.asked_at + kStepLife <= now; }
Error lapsed() { return {ErrorKind::conflict, "results.step_lapsed"}; }

/// A step that a job runs: who asked, of which result, with which body.
struct Asked {
  AccountId by;
  ResultId result;
  Step step;
};
Asked read_asked(const api::Keys& keys, const AskedStep& row, Timestamp now) {
  if (!equal_in_constant_time(as_text(row.request_mac), as_text(mac_of(keys, row))))
    throw Error(ErrorKind::conflict, "results.step_not_asked");
  if (has_lapsed(row, now)) throw lapsed();
  const auto request = json::parse(row.request);
  return {{request.at("by").get<std::int64_t>()},
          {request.at("result").get<std::int64_t>()},
          read_step(row.action, request.at("body"))};
}

/// True when it was taken, or is no longer to be; false when what was read ahead no longer stands.
bool try_once(const api::Services& services, AskedStep row, const Asked& asked, Timestamp now, bool last) {
  const TellProgress tell = [&](std::string_view phase, int percent) {
    services.store.state().of<Progress>().tell(row.contest, {row.id, std::string(phase), percent});
  };
  const auto actor = services.store.read(
      [&](store::Reader& reader) { return accounts::acting_account(reader, asked.by, now); });
  const api::UseCaseContext context{actor, now, services.random, services.keys};
  const auto ahead = read_ahead(services, context, row.contest, asked.result, asked.step, tell);
  tell("writing", 0);
  return services.store.write([&](store::Tx& tx) {
    const auto there = load_step(tx, row.contest);
    if (!there || there->id != row.id || there->state != "waiting") return true;
    // Doing it all again in here would keep every writer waiting.
    if (!last && ahead && !stands_for(tx, ahead, row.contest, asked.result)) return false;
    if (!api::same_rights(actor, accounts::acting_account(tx, asked.by, now))) throw Error::not_found();
    row.result = asked.step.take(tx, context, row.contest, asked.result, ahead);
    row.state = "done";
    row.ended_at = now;
    end_step(tx, row);
    return true;
  });
}

void refuse(const api::Services& services, AskedStep row, const Error& error, Timestamp now) {
  row.state = "refused";
  row.ended_at = now;
  row.refusal = refusal_json(error).dump();
  services.store.write([&](store::Tx& tx) { end_step(tx, row); });
}

}  // namespace

void ask_for_step(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                  std::string_view action, const json& body) {
  AskedStep step{
      .contest = contest,
      .id = context.random.id<StepId>(),
      .action = std::string(action),
      .state = "waiting",
      .request = json{{"by", context.actor.account.value}, {"result", result.value}, {"body", body}}.dump(),
      .request_mac = {},
      .asked_at = context.now,
      .ended_at = {},
      .result = {},
      .refusal = {}};
  step.request_mac = mac_of(context.keys, step);
  if (put_step(tx, step, context.now - kStepLife) == 0)
    throw Error(ErrorKind::conflict, "results.step_under_way");
  store::enqueue(tx, context.random, context.now, kStepJob,
                 json{{"contest", contest.value}, {"step", step.id.value}}.dump());
}

void take_asked_step(const api::Services& services, const std::string& payload, Timestamp now) {
  const auto named = json::parse(payload);
  const ContestId contest{named.at("contest").get<std::int64_t>()};
  const auto row = services.store.read([&](store::Reader& reader) { return load_step(reader, contest); });
  if (!row || row->id.value != named.at("step") || row->state != "waiting") return;
  try {
    const auto asked = read_asked(services.keys, *row, now);
    for (int left = kTries; left > 0 && !try_once(services, *row, asked, now, left == 1); --left) {
    }
  } catch (const Error& error) {
    // What the database or the disk met may pass: the job is tried again.
    if (error.kind() == ErrorKind::unavailable) throw;
    refuse(services, *row, error, now);
  }
  services.store.state().of<Progress>().forget(contest);
}

json asked_step_json(store::Reader& reader, store::ModuleState& state, ContestId contest, Timestamp now,
                     Lang lang) {
  const auto step = load_step(reader, contest);
  if (!step) return nullptr;
  const bool gone = step->state == "waiting" && has_lapsed(*step, now);
  const auto progress = state.of<Progress>().of(*step);
  const bool running = step->state == "waiting" && progress && !gone;
  return {{"id", step->id.value},
          {"action", step->action},
          {"state", gone ? "refused" : step->state},
          {"phase", running ? json(progress->phase) : json(nullptr)},
          {"percent", running ? json(progress->percent) : json(nullptr)},
          {"asked_at", to_rfc3339(step->asked_at)},
          {"ended_at", or_null(step->ended_at)},
          {"result", step->result ? json(step->result->value) : json(nullptr)},
          {"problem", gone                     ? problem_of(lapsed(), lang)
                      : !step->refusal.empty() ? problem_of(step->refusal, lang)
                                               : json(nullptr)}};
}

}  // namespace guong::results
