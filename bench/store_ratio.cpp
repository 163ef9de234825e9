// The store against the raw SQLite C API on the same work: point reads, scans, durable inserts.
// Prints rates and their ratio (1 is as fast as raw). Both sides prepare once, read inside one
// transaction and run SQLite with the same settings.
#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "guong/store/store.h"
#include "support/databases.h"
#include "support/smoke.h"

namespace {

using namespace guong;
using store::Reader;
using store::Row;
using store::Store;
using store::Tx;

const std::int64_t kRows = bench::sized<std::int64_t>(20'000, 500);
const int kPointReads = bench::sized(200'000, 1000);
const int kScans = bench::sized(20, 2);
const int kInserts = bench::sized(500, 10);
const int kRounds = bench::sized(5, 1);
const char* const kPoint = R"(select code, name, revision from unit where id = $1)";
const char* const kScan = R"(select id, code, name, revision from unit order by id)";
const char* const kInsert =
    R"(insert into unit (id, code, type, name, short_name, folded) values ($1, $2, 'xa', $3, 'Hòa Tiến', 'hoa tien'))";

std::int64_t sink = 0;  // keeps the compiler from dropping the work

/// Reading is measured in this thread's own time, which other programs disturb less; writing waits
/// for the disk.
double now(clockid_t clock) {
  timespec t{};
  ::clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

double seconds_of(const std::function<void()>& work, clockid_t clock) {
  const double start = now(clock);
  work();
  return now(clock) - start;
}

class Raw {
 public:
  explicit Raw(const std::string& file) {
    check(sqlite3_open(file.c_str(), &db_));
    run("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma "
        "cache_size = -8000");
    check(sqlite3_prepare_v2(db_, kPoint, -1, &point_, nullptr));
    check(sqlite3_prepare_v2(db_, kScan, -1, &scan_, nullptr));
    check(sqlite3_prepare_v2(db_, kInsert, -1, &insert_, nullptr));
  }
  ~Raw() {
    for (sqlite3_stmt* statement : {point_, scan_, insert_}) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  void run(const char* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }
  void point(std::int64_t id) {
    sqlite3_bind_int64(point_, 1, id);
    while (sqlite3_step(point_) == SQLITE_ROW) {
      sink += static_cast<std::int64_t>(text(point_, 0).size() + text(point_, 1).size()) +
              sqlite3_column_int64(point_, 2);
    }
    sqlite3_reset(point_);
  }
  void scan() {
    while (sqlite3_step(scan_) == SQLITE_ROW) {
      sink += static_cast<std::int64_t>(text(scan_, 1).size() + text(scan_, 2).size()) +
              sqlite3_column_int64(scan_, 0) + sqlite3_column_int64(scan_, 3);
    }
    sqlite3_reset(scan_);
  }
  void insert(std::int64_t id, const std::string& code, const std::string& name) {
    run("begin immediate");
    sqlite3_bind_int64(insert_, 1, id);
    sqlite3_bind_text(insert_, 2, code.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_text(insert_, 3, name.c_str(), -1, SQLITE_STATIC);
    if (sqlite3_step(insert_) != SQLITE_DONE) std::abort();
    sqlite3_reset(insert_);
    run("commit");
  }

 private:
  static void check(int code) {
    if (code != SQLITE_OK) std::abort();
  }
  static std::string text(sqlite3_stmt* statement, int column) {
    return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                       static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* point_ = nullptr;
  sqlite3_stmt* scan_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

void store_insert(Tx& tx, std::int64_t id, const std::string& code, const std::string& name) {
  tx.exec(kInsert, {id, code, name});
}
void store_point(Reader& reader, std::int64_t id) {
  sink += reader
              .one(kPoint, {id},
                   [](const Row& r) {
                     return static_cast<std::int64_t>(r.text(0).size() + r.text(1).size()) + r.i64(2);
                   })
              .value_or(0);
}
void store_scan(Reader& reader) {
  reader.each(kScan, {}, [](const Row& r) {
    sink += static_cast<std::int64_t>(r.text(1).size() + r.text(2).size()) + r.i64(0) + r.i64(3);
  });
}

std::int64_t id_of(int i) { return i * 7919 % kRows + 1; }
std::string name_of(std::int64_t id) { return "Xã Hòa Tiến số " + std::to_string(id); }

/// The best of some rounds of each side, taken in turn, so that both meet the same disturbances.
void compare(const char* what, double count, const std::function<void()>& raw,
             const std::function<void()>& ours, clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
  double best_raw = 1e9;
  double best_ours = 1e9;
  for (int i = 0; i < kRounds; ++i) {
    best_raw = std::min(best_raw, seconds_of(raw, clock));
    best_ours = std::min(best_ours, seconds_of(ours, clock));
  }
  std::printf("%-34s raw %11.0f/s   store %11.0f/s   ratio %.2f\n", what, count / best_raw, count / best_ours,
              best_raw / best_ours);
}

}  // namespace

int main() {
  const auto database = test::TestDatabase::sqlite();
  const auto store = database.open();
  store->write([](Tx& tx) {
    for (std::int64_t id = 1; id <= kRows; ++id) store_insert(tx, id, std::to_string(id), name_of(id));
  });
  Raw raw(database.url());

  compare(
      "point reads, one snapshot", kPointReads,
      [&] {
        raw.run("begin");
        for (int i = 0; i < kPointReads; ++i) raw.point(id_of(i));
        raw.run("commit");
      },
      [&] {
        store->read([](Reader& reader) {
          for (int i = 0; i < kPointReads; ++i) store_point(reader, id_of(i));
        });
      });
  compare(
      "point reads, a snapshot for each", kPointReads,
      [&] {
        for (int i = 0; i < kPointReads; ++i) raw.point(id_of(i));
      },
      [&] {
        for (int i = 0; i < kPointReads; ++i)
          store->read([&](Reader& reader) { store_point(reader, id_of(i)); });
      });
  compare(
      "rows scanned", static_cast<double>(kScans) * static_cast<double>(kRows),
      [&] {
        for (int i = 0; i < kScans; ++i) raw.scan();
      },
      [&] {
        for (int i = 0; i < kScans; ++i) store->read(store_scan);
      });
  std::int64_t next = kRows;
  const auto inserts = [&](auto insert) {
    for (int i = 0; i < kInserts; ++i) {
      ++next;
      insert(next, std::to_string(next), name_of(next));
    }
  };
  compare(
      "durable inserts, one a commit", kInserts,
      [&] { inserts([&](auto id, auto code, auto name) { raw.insert(id, code, name); }); },
      [&] {
        inserts([&](auto id, auto code, auto name) {
          store->write([&](Tx& tx) { store_insert(tx, id, code, name); });
        });
      },
      CLOCK_MONOTONIC);
  return sink == 42;
}
