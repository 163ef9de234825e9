// Fills an installation in this process, then starts the program on it.
#include "support/installation.h"

#include <chrono>

#include "app/app_store.h"
#include "guong/accounts/session.h"
#include "guong/app/keys.h"
#include "guong/base/time.h"
#include "guong/works/worker.h"
#include "support/load.h"
#include "support/processes.h"

namespace guong::bench {

Installation::Installation() : port_(free_port()) {
  // The demo's pictures are read in a child, which this program cannot be.
  works::set_worker_program(GUONG_PROGRAM);
  keys_ = app::load_keys(data() / "keys", "127.0.0.1:" + std::to_string(port_) + "/ledger", true);
}

Installation::~Installation() { stop(); }

store::Store& Installation::open_store() {
  if (!store_) store_ = store::Store::open(database());
  return *store_;
}

void Installation::fill(const app::DemoSize& size) {
  auto files = blobs();
  accounts_ = app::fill_demo(open_store(), files, keys_, system_random(), system_now(), size);
}

std::vector<api::Grant> Installation::grants(store::Reader& reader, AccountId account) {
  return app::grants_of(reader, account, system_now());
}

const app::DemoAccount& Installation::account(const std::string& role, std::size_t n) const {
  for (const auto& account : accounts_) {
    if (account.role == role && n-- == 0) return account;
  }
  throw std::runtime_error("no such account: " + role);
}

double Installation::serve() {
  store_.reset();
  const auto start = std::chrono::steady_clock::now();
  process_ = start_process({GUONG_PROGRAM, "serve", "--port", std::to_string(port_), "--data",
                            data().string(), "--log-level", "warn"});
  wait_for_port(port_);
  ask_once(port_, get_request("/", ""));
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void Installation::stop() {
  if (process_ != 0) stop_process(process_);
  process_ = 0;
}

double Installation::resident() const { return resident_megabytes(process_); }

std::string Installation::sign_in(const app::DemoAccount& account) {
  return "guong_session=" + open_store().write([&](store::Tx& tx) {
    return accounts::open_session(tx, system_random(), system_now(), account.id, "bench", "127.0.0.1");
  });
}

}  // namespace guong::bench
