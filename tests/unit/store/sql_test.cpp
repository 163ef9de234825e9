// The rules that keep one SQL text right on two engines, held against the source files themselves.
#include <sqlite3.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <sstream>

#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;
namespace fs = std::filesystem;

struct SqlText {
  std::string place;  // "src/store/job_store.cpp:12"
  std::string sql;
  bool whole = true;  // not glued together with other text
};

std::string slurp(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::vector<fs::path> sources() {
  std::vector<fs::path> out;
  for (const auto& item : fs::recursive_directory_iterator(fs::path(GUONG_SOURCE_DIR) / "src")) {
    if (item.path().extension() == ".cpp" || item.path().extension() == ".h") out.push_back(item.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_store_file(const fs::path& path) {
  return path.stem().string().ends_with("_store") && path.extension() == ".cpp";
}

char neighbour(const std::string& text, std::size_t at, int step) {
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])))
    at += static_cast<std::size_t>(step);
  return at < text.size() ? text[at] : '\0';
}

struct Literal {
  std::size_t from = 0, to = 0;  // with its quotes
  std::string text;
};

/// Where a comment, a character or a string that begins at `at` ends; `at + 1` when none begins
/// there.
std::size_t end_of_token(const std::string& text, std::size_t at) {
  const auto until = [&](const std::string& mark) {
    const auto found = text.find(mark, at + 1);
    return found == std::string::npos ? text.size() : found + mark.size();
  };
  if (text.compare(at, 2, "//") == 0) return until("\n");
  if (text.compare(at, 3, "R\"(") == 0) return until(")\"");
  if (text[at] == '\'' && at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1]))) return at + 1;
  if (text[at] != '"' && text[at] != '\'') return at + 1;
  auto end = at + 1;
  while (end < text.size() && text[end] != text[at]) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

std::vector<Literal> literals(const std::string& text) {
  std::vector<Literal> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = end_of_token(text, at);
    if (text[at] == '"') out.push_back({at, end, text.substr(at + 1, end - at - 2)});
    if (text.compare(at, 3, "R\"(") == 0) out.push_back({at, end, text.substr(at + 3, end - at - 5)});
    at = end;
  }
  return out;
}

bool looks_like_sql(const std::string& text) {
  static const std::regex kStart(
      R"(^\s*(select [a-z0-9_$(]|insert into [a-z]|update [a-z_]+\s+set |delete from [a-z]|with [a-z_ ]+\())");
  return std::regex_search(text.substr(0, 200), kStart);
}

std::vector<SqlText> sql_texts(const fs::path& path) {
  const std::string text = slurp(path);
  std::vector<SqlText> out;
  for (const auto& literal : literals(text)) {
    if (!looks_like_sql(literal.text)) continue;
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(literal.from), '\n') + 1;
    const std::string glue = "+\"R";
    const bool whole = glue.find(neighbour(text, literal.to, 1)) == std::string::npos &&
                       glue.find(neighbour(text, literal.from - 1, -1)) == std::string::npos &&
                       !std::regex_search(literal.text, std::regex(R"((\(|\(\$1)$)"));
    out.push_back(
        {fs::relative(path, GUONG_SOURCE_DIR).string() + ":" + std::to_string(line), literal.text, whole});
  }
  return out;
}

std::vector<SqlText> statements() {
  std::vector<SqlText> out;
  for (const auto& path : sources()) {
    if (!is_store_file(path)) continue;
    for (auto& text : sql_texts(path)) out.push_back(std::move(text));
  }
  return out;
}

struct Ban {
  const char* pattern;
  const char* why;
};

const Ban kBans[] = {
    {R"(\blower\s*\(|\bupper\s*\()", "SQLite folds ASCII only: keep a folded column"},
    {R"(\bi?like\b|\bglob\b|\bsimilar to\b| ~)",
     "patterns fold differently: look up words or prefixes by range"},
    {R"(\bstring_agg\b|\bgroup_concat\b|\barray_agg\b)", "only one engine has it"},
    {R"(\bjsonb?_|->)", "JSON functions differ"},
    {R"(\bfor update\b|\bfor share\b)", "SQLite does not know it; transactions are serializable anyway"},
    {R"(::)", "write cast(x as bigint)"},
    {R"(\b(true|false)\b)", "flags are 0 and 1"},
    {R"(\browid\b|\bautoincrement\b|\bserial\b)", "ids are random"},
    {R"(\bnow\s*\(|\bcurrent_timestamp\b|\bcurrent_date\b|\bdatetime\s*\(|\brandom\s*\()",
     "time and chance are parameters"},
    {R"(\boffset\b)", "lists have cursors"},
    {R"(\bifnull\b|\bnvl\b|\biif\b)", "write coalesce or case"},
    {R"(\binsert or\b|\breplace into\b|\bon duplicate\b)", "write on conflict ... do"},
    {R"(\?|:[a-z]|@[a-z])", "parameters are $1, $2..."},
    {R"(\bnulls (first|last)\b|\bis distinct from\b|\bfull (outer )?join\b|\bright join\b)",
     "old SQLite does not know it"},
    {R"(\bcollate\b)", "text sorts by bytes"},
    {R"(\bselect \*|\bselect [a-z]+\.\*)", "name the columns"},
    {R"(\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|AND|OR|ORDER BY|VALUES)\b)", "SQL is lower case"},
};

TEST_CASE("No statement says what the two engines understand differently") {
  for (const auto& text : statements()) {
    for (const auto& ban : kBans) {
      INFO(text.place << ": " << ban.why << "\n" << text.sql);
      CHECK_FALSE(std::regex_search(text.sql, std::regex(ban.pattern)));
    }
  }
}

TEST_CASE("The bans ban") {
  const std::pair<const char*, int> examples[] = {
      {"where lower(name) = $1", 0},   {"where name like $1", 1}, {"select a from b for update", 4},
      {"select a::text", 5},           {"where done = true", 6},  {"limit 5 offset 5", 9},
      {"insert or ignore into a", 11}, {"where id = ?", 12},      {"select * from a", 15},
  };
  for (const auto& [sql, ban] : examples) CHECK(std::regex_search(sql, std::regex(kBans[ban].pattern)));
}

TEST_CASE("SQL stands in _store files and nowhere else") {
  for (const auto& path : sources()) {
    if (is_store_file(path) || path.stem().string().ends_with("_engine")) continue;
    for (const auto& text : sql_texts(path)) FAIL_CHECK(text.place << "\n" << text.sql);
  }
}

TEST_CASE("Each driver is known to one file") {
  for (const std::string header : {"<sqlite3.h>", "<libpq-fe.h>"}) {
    int files = 0;
    for (const auto& path : sources()) files += slurp(path).find("#include " + header) != std::string::npos;
    INFO(header);
    CHECK(files == 1);
  }
}

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// How SQLite would run a statement; nothing when it does not understand it.
std::optional<std::vector<std::string>> plan_of(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v2(db, ("explain query plan " + sql).c_str(), -1, &handle, nullptr);
  const std::unique_ptr<sqlite3_stmt, Close> statement(handle);
  if (code != SQLITE_OK) return std::nullopt;
  std::vector<std::string> out;
  while (sqlite3_step(handle) == SQLITE_ROW) {
    out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(handle, 3)));
  }
  return out;
}

/// Whether a step of a plan reads a whole table; contests stay few.
bool reads_all(const std::string& step) {
  static const std::regex kScan(R"(^SCAN (\w+))");
  std::smatch match;
  if (!std::regex_search(step, match, kScan) || step.find(" USING ") != std::string::npos) return false;
  static const std::string kSchema = [] {
    std::string all;
    for (const auto& file : fs::directory_iterator(fs::path(GUONG_SOURCE_DIR) / "schema/migrations"))
      all += slurp(file.path());
    return all;
  }();
  const std::string table = match[1];
  return table != "contest" && (kSchema.find("create table " + table + " (") != std::string::npos ||
                                kSchema.find(" rename to " + table + ";") != std::string::npos);
}

TEST_CASE("SQLite understands every whole statement, and reads no table from end to end") {
  const auto database = TestDatabase::sqlite();
  database.open();
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(database.url().c_str(), &handle) == SQLITE_OK);
  const std::unique_ptr<sqlite3, Close> db(handle);
  for (const auto& text : statements()) {
    if (!text.whole) continue;
    INFO(text.place << "\n" << text.sql);
    const auto plan = plan_of(db.get(), text.sql);
    if (!plan) {
      FAIL_CHECK(sqlite3_errmsg(db.get()));
      continue;
    }
    for (const auto& step : *plan) {
      INFO(step);
      CHECK_FALSE(reads_all(step));
    }
  }
}

TEST_CASE("PostgreSQL understands every whole statement") {
  if (test_postgres_server().empty()) return;
  const auto database = TestDatabase::postgres(test_postgres_server());
  database.open();
  const std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb(database.url().c_str()), &PQfinish);
  for (const auto& text : statements()) {
    if (!text.whole) continue;
    INFO(text.place << "\n" << text.sql);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQprepare(conn.get(), "", text.sql.c_str(), 0, nullptr), &PQclear);
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    // A parameter's type that only a value can tell (42P18, 42P08) is told when it runs.
    if (state && (std::string(state) == "42P18" || std::string(state) == "42P08")) continue;
    CHECK(std::string(PQresultErrorMessage(result.get())) == "");
  }
}

}  // namespace
}  // namespace guong::store
