// An installation in a temporary folder: filled through the use cases while nothing serves it, then served by
// the real program in a process of its own.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "app/demo.h"
#include "guong/store/folder_blobs.h"
#include "support/databases.h"

namespace guong::bench {

class Installation {
 public:
  Installation();
  ~Installation();  // stops what serves
  Installation(const Installation&) = delete;

  const std::filesystem::path& data() const { return folder_.path(); }
  std::filesystem::path database() const { return data() / "guong.db"; }

  /// Fills it like `guong demo`, in the size wanted; the accounts can then sign in.
  void fill(const app::DemoSize& size);
  /// Runs a use case as an account that fill() made: `f(tx, act)`.
  template <class F>
  auto as(AccountId account, Timestamp at, F f) {
    return open_store().write([&](store::Tx& tx) {
      const api::Actor actor{account, {}, grants(tx, account)};
      const api::UseCaseContext context{actor, at, system_random(), keys_};
      return f(tx, context);
    });
  }
  store::Store& open_store();
  const api::Keys& keys() const { return keys_; }
  store::FolderBlobs blobs() const { return store::FolderBlobs(data() / "blobs"); }
  /// The first account of a role; `n` counts from 0.
  const app::DemoAccount& account(const std::string& role, std::size_t n = 0) const;

  /// Starts the program; gives the milliseconds until its first answer.
  double serve();
  void stop();
  std::uint16_t port() const { return port_; }
  /// Resident memory of the program, in MB.
  double resident() const;
  /// The cookie of a new session.
  std::string sign_in(const app::DemoAccount& account);

 private:
  static std::vector<api::Grant> grants(store::Reader& reader, AccountId account);
  test::TemporaryFolder folder_;
  api::Keys keys_;
  std::unique_ptr<store::Store> store_;
  std::vector<app::DemoAccount> accounts_;
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
};

}  // namespace guong::bench
