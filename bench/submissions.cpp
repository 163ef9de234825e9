// Final submissions, durable, over HTTP: a text of 10 kB and a file of 200 kB that is already uploaded, at 32
// connections. Beside it, the same rows inserted by the raw SQLite API with the same durability, one
// transaction each.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/base/embedded.h"
#include "guong/contests/contest.h"
#include "guong/entries/use_cases.h"
#include "support/installation.h"
#include "support/load.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

constexpr int kConnections = 32;
constexpr int kAuthors = 64;  // two for each connection
const int kEach = sized(80, 4);
constexpr std::size_t kTextBytes = 10'000;
constexpr std::size_t kFileBytes = 200'000;

ContestId open_contest(Installation& on) {
  auto rules = nlohmann::json::parse(*embedded("schema/examples/demo.json"));
  const Timestamp now = system_now();
  rules["slug"] = "nop-bai";
  rules["calendar"] = {{"opens", to_rfc3339(now - days(1))}, {"deadline", to_rfc3339(now + days(1))}};
  rules["eligibility"].erase("max_entries");
  const auto organiser = on.account("organiser").id;
  const auto id = on.as(organiser, now - days(2), [&](store::Tx& tx, const api::UseCaseContext& context) {
    return contests::create_contest(tx, context, rules);
  });
  // A right on the host unit reaches the contest only from the next act on.
  on.as(organiser, now - days(2), [&](store::Tx& tx, const api::UseCaseContext& context) {
    contests::open_contest(tx, context, id, contests::find_contest(tx, id).revision);
    return 0;
  });
  return id;
}

entries::Draft draft_of(app::DemoTexts& texts) {
  auto draft = texts.draft("bai-viet", {"own_work", "real_people", "data_consent", "publish_consent"}).draft;
  const std::string once = draft.content.body;
  while (draft.content.body.size() + once.size() <= kTextBytes) draft.content.body += "\n\n" + once;
  return draft;
}

struct Ready {
  EntryId id;
  Revision revision;
  std::size_t author;
};

/// Drafts with their file, ready to be submitted, of one author. The file's rendition counts as made: that
/// happens after the upload, long before the submission.
std::vector<Ready> drafts_of(Installation& on, ContestId contest, std::size_t author, app::DemoTexts& texts,
                             const Digest& photo) {
  return on.as(on.account("entrant", author).id, system_now(),
               [&](store::Tx& tx, const api::UseCaseContext& context) {
                 std::vector<Ready> out;
                 for (int i = 0; i < kEach; ++i) {
                   const auto made = entries::create_entry(tx, context, contest, draft_of(texts));
                   entries::NewFile file{
                       "anh.jpg", "image/jpeg", {"photo", "jpeg", kFileBytes, std::nullopt, 1200, 800},
                       photo,     photo,        std::string(32, 'k')};
                   entries::attach_file(tx, context, made.id, file);
                   const auto revision = tx.number("select revision from entry where id = $1", {made.id});
                   out.push_back({made.id, Revision{revision}, author});
                 }
                 tx.exec(R"(insert into entry_rendition (file_id, state, sha256, size, media_type)
select id, 'ready', sha256, size, media_type from entry_file where id not in (select file_id from entry_rendition))");
                 tx.exec("delete from job");
                 return out;
               });
}

Load submit_all(Installation& on, const std::vector<std::string>& cookies,
                const std::vector<std::vector<Ready>>& drafts) {
  std::vector<std::size_t> done(kConnections, 0);
  return run_load(on.port(), kConnections, 120, [&](int connection) -> std::optional<std::string> {
    const auto c = static_cast<std::size_t>(connection);
    if (done[c] == drafts[c].size()) return std::nullopt;
    const Ready& next = drafts[c][done[c]++];
    return json_request("POST", "/api/entries/" + std::to_string(next.id.value) + "/submit",
                        cookies[next.author], "{}",
                        "If-Match: \"r" + std::to_string(next.revision.value) +
                            "\"\r\nIdempotency-Key: " + std::to_string(next.id.value) + "\r\n");
  });
}

void run(sqlite3* db, const std::string& sql) {
  char* error = nullptr;
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &error) != SQLITE_OK) {
    std::fprintf(stderr, "%s: %s\n", sql.c_str(), error);
    std::exit(1);
  }
}

/// Copies what each submission wrote, by entry, from the service's database into a fresh one; the figure is
/// submissions a second.
double raw_rate(const Installation& on, const std::vector<std::vector<Ready>>& drafts) {
  const auto file = on.data() / "raw.db";
  store::Store::open(file);  // makes the same tables
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  run(db, "attach '" + on.database().string() + "' as service");
  run(db,
      "pragma main.journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000; pragma "
      "foreign_keys = off");
  std::vector<sqlite3_stmt*> statements;
  for (const std::string table : {"entry", "entry_version", "entry_event", "entry_word", "entry_name_tag"}) {
    sqlite3_stmt* statement = nullptr;
    const std::string key = table == "entry" ? "id" : "entry_id";
    const std::string sql =
        "insert into main." + table + " select * from service." + table + " where " + key + " = ?";
    sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
    statements.push_back(statement);
  }
  sqlite3_stmt* record = nullptr;
  sqlite3_prepare_v2(db, "insert into main.ledger_record select * from service.ledger_record where seq = ?",
                     -1, &record, nullptr);
  std::int64_t seq = 0;
  std::size_t count = 0;
  const auto start = system_now();
  for (const auto& list : drafts) {
    for (const Ready& one : list) {
      run(db, "begin immediate");
      for (sqlite3_stmt* statement : statements) {
        sqlite3_bind_int64(statement, 1, one.id.value);
        if (sqlite3_step(statement) != SQLITE_DONE) std::abort();
        sqlite3_reset(statement);
      }
      sqlite3_bind_int64(record, 1, seq++);
      if (sqlite3_step(record) != SQLITE_DONE) std::abort();
      sqlite3_reset(record);
      run(db, "commit");
      ++count;
    }
  }
  const double seconds = static_cast<double>((system_now() - start).micros) / 1e6;
  for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  sqlite3_finalize(record);
  sqlite3_close(db);
  return static_cast<double>(count) / seconds;
}

int measure() {
  Installation on;
  on.fill({20, kAuthors});
  const auto contest = open_contest(on);
  app::DemoTexts texts(system_random());
  const auto photo = on.blobs().put(std::string("\xff\xd8\xff\xe0", 4) + std::string(kFileBytes - 4, 'j'));
  std::vector<std::vector<Ready>> drafts(kConnections);
  for (std::size_t i = 0; i < kAuthors; ++i) {
    const auto more = drafts_of(on, contest, i, texts, photo);
    auto& list = drafts[i % kConnections];
    list.insert(list.end(), more.begin(), more.end());
  }
  on.serve();
  std::vector<std::string> cookies;
  for (std::size_t i = 0; i < kAuthors; ++i) cookies.push_back(on.sign_in(on.account("entrant", i)));
  const auto load = submit_all(on, cookies, drafts);
  on.stop();
  print_load("submissions", load);
  const double raw = raw_rate(on, drafts);
  std::printf("%-34s %8.0f/s\nratio to raw SQLite: %.2f   (wanted: at least 1,000/s, p99 under 100 ms)\n",
              "raw SQLite, the same rows", raw, load.rate() / raw);
  return load.refused == 0 ? 0 : 1;
}

}  // namespace
}  // namespace guong::bench

int main() { return guong::bench::measure(); }
