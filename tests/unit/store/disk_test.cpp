// What must hold when the program is killed, the disk is full, or the disk fails. The disk is that of
// SQLite's files: a server answers for its own.
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>

#include "at_once.h"
#include "small_schema.h"
#include "support/blobs.h"

namespace {
/// How the paths end whose fsync fails; none when null.
std::atomic<const char*> failing = nullptr;

bool fails(int descriptor) {
  const char* suffix = failing;
  if (!suffix) return false;
  char path[4096];
  const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
  return length > 0 && std::string_view(path, static_cast<std::size_t>(length)).ends_with(suffix);
}

int sync_or_fail(long call, int descriptor) {
  if (fails(descriptor)) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(call, descriptor));
}
}  // namespace

// These stand in for the C library's in this program, SQLite's calls included.
extern "C" int fsync(int descriptor) { return sync_or_fail(SYS_fsync, descriptor); }
extern "C" int fdatasync(int descriptor) { return sync_or_fail(SYS_fdatasync, descriptor); }

namespace guong::store {
namespace {

using namespace test;

class FailingDisk {
 public:
  explicit FailingDisk(const char* suffix = "") { failing = suffix; }
  ~FailingDisk() { failing = nullptr; }
};

/// No file can grow beyond `bytes`: to a program the same as a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

/// Commits things one after the other and says so after each, until killed.
[[noreturn]] void commit_for_ever(const TestDatabase& database, std::int64_t from, int acknowledge) {
  const auto store = open_small(database);
  for (std::int64_t i = from;; ++i) {
    store->write([&](Tx& tx) {
      insert_thing(tx, i, std::to_string(i) + std::string(500, 'x'));
      tx.exec(R"(insert into pair (a, b) values ($1, 'x'))", {i});
    });
    if (::write(acknowledge, &i, sizeof i) != sizeof i) ::_exit(1);
  }
}

/// Runs it in a process of its own, kills that in the midst of its work; gives the last
/// acknowledged number.
std::int64_t killed_after(const TestDatabase& database, std::int64_t from, std::int64_t commits) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      commit_for_ever(database, from, ends[1]);
    } catch (...) {
      ::_exit(2);
    }
  }
  ::close(ends[1]);
  std::int64_t last = from - 1;
  std::int64_t number = 0;
  while (::read(ends[0], &number, sizeof number) == sizeof number) {
    last = number;
    if (last == from + commits) ::kill(child, SIGKILL);
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  return last;
}

TEST_CASE("Every acknowledged commit survives a kill, and nothing survives by half") {
  for (auto& database : empty_databases()) {
    INFO(database.name());
    std::int64_t next = 1;
    for (const std::int64_t commits : {3, 50, 117, 400}) {
      const std::int64_t last = killed_after(database, next, commits);
      REQUIRE(last >= next + commits);
      const auto store = open_small(database);
      const auto things = store->read(count_things);
      CHECK(things >= last);
      CHECK(things <= last + 1);
      CHECK(store->read([](Reader& reader) { return reader.number(R"(select count(*) from pair)"); }) ==
            things);
      next = things + 1;
    }
  }
}

TEST_CASE(
    "A full disk refuses further writes, keeps what there is, and goes on when there is room "
    "again") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  std::int64_t next = 1;
  const auto add = [&] {
    store->write([&](Tx& tx) { insert_thing(tx, next, std::to_string(next) + std::string(20'000, 'x')); });
    ++next;
  };
  add();
  {
    const FullDisk full(400'000);
    std::string outcome = "nothing thrown";
    for (int i = 0; i < 100 && outcome == "nothing thrown"; ++i) outcome = error_of(add);
    CHECK(outcome == "unavailable store.disk_full");
    CHECK(error_of(add) == "unavailable store.disk_full");
    CHECK(store->read(count_things) == next - 1);
    const auto backup = (database.folder() / "backup.db").string();
    const FullDisk fuller(10'000);
    CHECK(error_of([&] { store->backup_to(backup); }) == "unavailable store.disk_full");
    CHECK_FALSE(std::filesystem::exists(backup));
    CHECK_FALSE(std::filesystem::exists(backup + ".partial"));
  }
  add();
  CHECK(store->read(count_things) == next - 1);
  CHECK(open_small(database)->read(count_things) == next - 1);
}

TEST_CASE("After a failed fsync the commit is in doubt and nothing more is written until a restart") {
  const auto database = TestDatabase::sqlite();
  {
    const auto store = open_small(database);
    store->write([](Tx& tx) { insert_thing(tx, 1, "a"); });
    int tries = 0;
    {
      const FailingDisk failing;
      CHECK(error_of([&] {
              store->write([&](Tx& tx) {
                ++tries;
                insert_thing(tx, 2, "b");
              });
            }) == "unavailable store.in_doubt");
    }
    CHECK(tries == 1);
    CHECK(error_of([&] { store->write([](Tx& tx) { insert_thing(tx, 3, "c"); }); }) ==
          "unavailable store.disk_failed");
    CHECK(store->read(count_things) == 1);
  }
  const auto store = open_small(database);
  store->write([](Tx& tx) { insert_thing(tx, 4, "d"); });
  CHECK(store->read([](Reader& r) { return r.number(R"(select count(*) from thing where id in (1, 4))"); }) ==
        2);
}

TEST_CASE("Works that share a commit share its doubt, and none is told otherwise") {
  const auto database = TestDatabase::sqlite();
  const auto store = open_small(database);
  std::vector<std::string> told;
  {
    const FailingDisk failing;
    std::vector<std::function<void(Tx&)>> works;
    for (std::int64_t id = 1; id <= 4; ++id)
      works.emplace_back([id](Tx& tx) { insert_thing(tx, id, std::to_string(id)); });
    told = told_at_once(*store, works);
  }
  CHECK(std::ranges::count(told, "unavailable store.in_doubt") >= 1);
  CHECK(std::ranges::count(told, "unavailable store.in_doubt") +
            std::ranges::count(told, "unavailable store.disk_failed") ==
        4);
}

TEST_CASE("A failed fsync while the log is carried over into the database does not go unseen") {
  const auto database = TestDatabase::sqlite();
  {
    const auto store = open_small(database);
    const FailingDisk disk("/guong.db");
    const auto add = [&](std::int64_t id) {
      return error_of([&] {
        store->write([&](Tx& tx) {
          insert_thing(tx, id, std::to_string(id));
          // NOLINTNEXTLINE(bugprone-string-constructor): so much on purpose.
          tx.exec(R"(update thing set note = $1)", {std::string(40'000'000, 'x')});
        });
      });
    };
    CHECK(add(1) == "nothing thrown");  // it is safe in the log
    CHECK(add(2) == "unavailable store.disk_failed");
  }
  CHECK(open_small(database)->read(count_things) == 1);
}

TEST_CASE("A blob is stored whole or not at all") {
  const TemporaryFolder folder;
  FolderBlobs blobs(folder.path() / "blobs");
  const std::string big(100'000, 'x');
  {
    const FullDisk full(50'000);
    CHECK(error_of([&] { blobs.put(big); }) == "unavailable store.disk_full");
  }
  {
    const FailingDisk failing;
    CHECK(error_of([&] { blobs.put(big); }) == "unavailable store.files_failed");
  }
  CHECK(std::filesystem::is_empty(blobs.temporary_folder()));
  CHECK(std::filesystem::is_empty(folder.path() / "blobs" / "objects"));
  CHECK((read_whole(*blobs.open(blobs.put(big))) == big));
}

}  // namespace
}  // namespace guong::store
