// Puts the modules together into the running service: store, jobs, routes, server, and the thread of
// recurring upkeep.
#include "guong/app/service.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "app/blobs_folder.h"
#include "app/comparison.h"
#include "app/head_push.h"
#include "app/installation.h"
#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/accounts/session.h"
#include "guong/app/upgrade.h"
#include "guong/base/error.h"
#include "guong/base/messages.h"
#include "guong/contests/contest_name.h"
#include "guong/entries/judging_view.h"
#include "guong/entries/use_cases.h"
#include "guong/judging/assignment.h"
#include "guong/publishing/page_routes.h"
#include "guong/results/public_search.h"
#include "guong/results/result.h"
#include "guong/store/cosignatures.h"
#include "guong/store/public_log.h"
#include "guong/uploads/upload.h"

namespace guong::app {
namespace {

constexpr auto kTick = std::chrono::minutes(1);
constexpr int kTicksPerHour = 60;
constexpr int kWorksAtOnce = 100;

/// Every kind of job, with its handler.
std::map<std::string, store::JobHandler> job_handlers(api::Services& services,
                                                      const ServiceOptions& options) {
  auto handlers =
      entries::entry_jobs(services.store, services.blobs, services.random, services.keys, options.http.clock);
  handlers.merge(results::result_jobs(services, options.http.clock));
  handlers.merge(judging::judging_jobs(services, options.http.clock));
  handlers.emplace(kCompareJob, [&services, clock = options.http.clock](const std::string&) {
    compare_ledger(services, clock());
  });
  handlers.emplace(kBackupJob, [&services](const std::string& name) {
    make_backup(services.store, services.blobs, services.data, name);
  });
  handlers.emplace(kHeadPushJob, [&services, clock = options.http.clock](const std::string& url) {
    push_head(services.store, url, clock());
    results::publish_witnessed(services, clock());
  });
  return handlers;
}

/// What only modules above accounts know: whether somebody has entered the contest that they would judge, and
/// how a contest is called.
void register_lookups(store::Store& store) {
  store.state().of<accounts::ContestNames>().find = contests::contest_name;
  store.state().of<accounts::JudgingBars>().all = {entries::has_entered};
}

/// Reads wait on the worker pool where the database is another process: they get as many threads again as
/// writes and slow work have, so that these do not hold up the quick ones.
http::ServerOptions http_options(const ServiceOptions& options, const store::Store& store) {
  auto out = options.http;
  if (!store.is_in_process()) out.pool_threads *= 2;
  return out;
}

/// Before a job may look at anything.
std::unique_ptr<store::Blobs> ready_blobs(const ServiceOptions& options, store::Store& store) {
  auto blobs = open_blobs(options.data);
  make_ready(store, *blobs, options.keys);
  return blobs;
}

}  // namespace

struct Service::Impl {
  explicit Impl(ServiceOptions given)
      : options(std::move(given)),
        store(store::Store::open(options.database)),
        blobs(ready_blobs(options, *store)),
        services{*store, *blobs, *options.random, options.keys, options.base_url, nullptr, options.data},
        jobs(*store, job_handlers(services, options), options.job_threads,
             std::string(entries::kRenditionJob)) {
    register_lookups(*store);
    store->state().of<uploads::UploadLimits>() = options.uploads;
    store->state().of<store::KnownWitnesses>().keys = options.witnesses;
    for (const auto& url : options.witness_urls) pushes[url] = 0;
    services.jobs = &jobs;
    dispatcher = api::make_dispatcher(services, all_routes(), accounts::authenticator(options.base_url),
                                      publishing::no_page);
    server = std::make_unique<http::Server>(http_options(options, *store), dispatcher);
  }

  /// Once a minute the ledger's head is signed, once an hour what is over is forgotten. A failure is logged
  /// and tried again.
  void keep_up() {
    std::unique_lock lock(mutex);
    for (int tick = 0; !stopping; ++tick) {
      lock.unlock();
      try {
        tend(options.http.clock(), tick % kTicksPerHour == 0);
      } catch (const std::exception& error) {
        spdlog::warn("upkeep: {}", error.what());
      }
      lock.lock();
      wake.wait_for(lock, kTick, [&] { return stopping; });
    }
  }

  /// A log that is not to be signed keeps nothing else from being done: works and cards are still taken.
  void sign_ledger(Timestamp now) {
    const auto signer = options.keys.head_signer();
    try {
      store::keep_head(signer, store->write([&](store::Tx& tx) {
        store::publish_head_if_due(tx, now, {services.random, options.keys.seal, signer});
        return store::sign_head(tx, now, signer);
      }));
    } catch (const Error& error) {
      spdlog::error("the ledger's head is not signed: {}", message(error.key(), Lang::en, error.params()));
    }
  }

  void push_public_head(Timestamp now, bool hourly) {
    if (hourly) keep_pushing(*store, *options.random, now, pushes);
    if (ask_for_pushes(*store, *options.random, now, pushes)) jobs.wake();
  }

  void tend(Timestamp now, bool hourly) {
    sign_ledger(now);
    push_public_head(now, hourly);
    results::publish_witnessed(services, now);
    judging::enqueue_stale_conflict_counts(*store, *options.random, now);
    if (!hourly) return;
    // In pieces: one long transaction would keep every other writer waiting.
    while (store->write([](store::Tx& tx) { return results::index_published(tx, kWorksAtOnce); }) ==
           kWorksAtOnce) {
    }
    uploads::remove_expired(*store, *blobs, now);
    uploads::remove_strays(*store, *blobs, now);
    while (store->write([&](store::Tx& tx) {
      return entries::forget_removed_files(tx, now, kWorksAtOnce);
    }) == kWorksAtOnce) {
    }
    collect_blobs(*store, *blobs, now);
    store->write([&](store::Tx& tx) {
      accounts::prune(tx, now);
      api::prune_idempotency_keys(tx, now);
      store::prune_jobs(tx, now);
      enqueue_comparison(tx, services.random, now);
    });
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    wake.notify_all();
    if (upkeep.joinable()) upkeep.join();
    if (server) server->stop();
  }

  const ServiceOptions options;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::Blobs> blobs;
  api::Services services;
  store::JobRunner jobs;
  std::shared_ptr<http::Dispatcher> dispatcher;
  std::unique_ptr<http::Server> server;
  std::mutex mutex;
  std::condition_variable wake;
  bool stopping = false;
  AskedPushes pushes;
  std::thread upkeep;
};

Service::Service(ServiceOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

Service::~Service() { stop(); }

void Service::start() {
  impl_->server->start();
  if (impl_->options.upkeep) impl_->upkeep = std::thread([this] { impl_->keep_up(); });
}

void Service::stop() { impl_->stop(); }
std::uint16_t Service::port() const { return impl_->server->port(); }
api::Services& Service::services() { return impl_->services; }
http::Dispatcher& Service::dispatcher() { return *impl_->dispatcher; }

}  // namespace guong::app
