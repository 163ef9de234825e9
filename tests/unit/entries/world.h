// A small contest that takes entries, with everybody in it, for the tests of this module.
#pragma once

#include <catch2/catch.hpp>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "guong/api/call.h"
#include "guong/entries/use_cases.h"
#include "support/blobs.h"
#include "support/databases.h"

namespace guong::entries::test {

Timestamp at(std::string_view rfc3339);

/// Categories: "bai-viet" (5 to 20 words, or a "work" file; 3 authors; 2 entries), "anh" (1 to 3 "photo"
/// files png/jpeg).
nlohmann::json contest_document();

struct World {
  explicit World(const guong::test::TestDatabase& database,
                 const guong::test::BlobsKind& kind = guong::test::kBlobsKinds[0]);
  World(const guong::test::TestDatabase& database, const nlohmann::json& document,
        const guong::test::BlobsKind& kind = guong::test::kBlobsKinds[0]);

  api::UseCaseContext context(const api::Actor& actor, Timestamp now) { return {actor, now, random, keys}; }
  api::Actor make_account(const std::string& email, const std::string& name, std::optional<UnitId> unit);
  void grant(api::Actor& actor, api::Role role);

  /// A draft that lacks nothing.
  Draft good_draft() const;
  /// The same under another title.
  Draft titled(const std::string& title) const;
  CreatedEntry create(const api::Actor& author, Timestamp now);
  CreatedEntry create(const api::Actor& author, Timestamp now, const Draft& draft);
  Receipt submit(const api::Actor& author, EntryId entry, Timestamp now);
  /// Created and submitted.
  EntryId submitted(const api::Actor& author, Timestamp now);
  /// By somebody whom the entry names as author.
  void confirm(const api::Actor& named, EntryId entry, Timestamp now);
  EntryId accepted(const api::Actor& author, Timestamp now);
  /// What follows is done to an entry as it stands, whatever its revision.
  void save(const api::Actor& author, EntryId entry, Timestamp now, const Draft& draft);
  void reopen(const api::Actor& author, EntryId entry, Timestamp now);
  void withdraw(const api::Actor& author, EntryId entry, Timestamp now);
  void accept(const api::Actor& secretary, EntryId entry, Timestamp now);
  void return_until(EntryId entry, Timestamp now, Timestamp reply_by);
  /// A picture, by its name; what is in it does not matter.
  EntryFileId attach(const api::Actor& author, EntryId entry, const std::string& name,
                     std::string_view bytes);
  void remove(const api::Actor& author, EntryId entry, EntryFileId file);
  std::vector<EntryFileId> files_of(EntryId entry);
  std::string title_of(EntryId entry);
  /// Runs what is due, by the program's own jobs but for the pictures'.
  void run_jobs(Timestamp now);
  Revision revision_of(EntryId entry);
  State state_of(EntryId entry);
  std::string code_of(EntryId entry);

  template <class F>
  auto write(F f) {
    return store->write(f);
  }
  template <class F>
  auto read(F f) {
    return store->read(f);
  }

  std::unique_ptr<store::Store> store;
  guong::test::TemporaryFolder folder;
  std::unique_ptr<store::Blobs> own_blobs;
  store::Blobs& blobs;
  SeededRandom random{11};
  api::Keys keys{std::string(32, 'k'), std::string(32, 's'), "test.invalid/ledger"};
  UnitId province, district, commune, other;
  api::Actor organiser, secretary, head, author, second, stranger;
  ContestId contest;
  Timestamp opens = at("2026-01-05T08:00:00+07:00");
  Timestamp early = at("2026-01-10T08:00:00+07:00");
  Timestamp deadline = at("2026-02-05T17:00:00+07:00");
};

/// The Error that `f` throws; fails when it throws none.
template <class F>
Error error_of(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was thrown");
  return Error(ErrorKind::internal, "");
}
/// "/title entries.title_missing" for each.
std::vector<std::string> told(const std::vector<Fault>& faults);
/// The same of the Error that `f` throws.
template <class F>
std::vector<std::string> faults_of(F f) {
  return told(error_of(f).faults());
}
using Told = std::vector<std::string>;

}  // namespace guong::entries::test
