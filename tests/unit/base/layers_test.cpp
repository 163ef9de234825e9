// Who may include what. The order of modules is that of docs/architecture.md.
#include <catch2/catch.hpp>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "unit/base/source_tree.h"

using namespace guong;

namespace {

std::optional<std::size_t> position(std::string_view module) {
  const auto found = std::find(kModules.begin(), kModules.end(), module);
  return found == kModules.end() ? std::nullopt : std::optional<std::size_t>(found - kModules.begin());
}

/// "src/base/text.cpp" and "include/guong/base/text.h" are of module base.
std::string module_of(const std::string& path) {
  for (const std::string folder : {"src/", "include/guong/"}) {
    if (path.starts_with(folder))
      return path.substr(folder.size(), path.find('/', folder.size()) - folder.size());
  }
  return "";
}

/// What a line includes; empty when it is no include.
std::string included(const std::string& line) {
  std::string bare;
  std::copy_if(line.begin(), line.end(), std::back_inserter(bare),
               [](char c) { return c != ' ' && c != '\t'; });
  constexpr std::string_view kInclude = "#include";
  if (!bare.starts_with(kInclude)) return "";
  const auto begin = kInclude.size() + 1;
  return bare.substr(begin, bare.find_first_of(">\"", begin) - begin);
}

/// Headers of libraries that only one place may know; the place is the beginning of a path.
const std::map<std::string, std::string> kKeptTo = {{"pistache/", "src/http/"},
                                                    {"xlsxwriter", "src/documents/"},
                                                    {"boost/beast", "src/http/"},
                                                    {"boost/asio", "src/http/"},
                                                    {"sqlite3.h", "src/store/"},
                                                    {"libpq-fe.h", "src/store/"},
                                                    {"postgresql/libpq-fe.h", "src/store/"},
                                                    {"pango/", "src/documents/"},
                                                    {"fontconfig/", "src/documents/"},
                                                    {"cairo", "src/documents/"}};

bool kept_elsewhere(const std::string& path, const std::string& header) {
  return std::any_of(kKeptTo.begin(), kKeptTo.end(), [&](const auto& kept) {
    return header.starts_with(kept.first) && !path.starts_with(kept.second);
  });
}

/// "entries/draft" of "src/entries/draft/x.cpp" and of "entries/draft/x.h": a module may have sides that know
/// nothing of each other. Empty for a file that stands in the module itself.
std::string side_of(std::string path) {
  if (path.starts_with("src/")) path.erase(0, 4);
  const auto first = path.find('/'), last = path.rfind('/');
  return first == last ? "" : path.substr(0, last);
}

/// The sides of a module are put together in one place: its table of routes.
bool another_side(const std::string& path, const std::string& header) {
  const std::string theirs = side_of(header);
  if (theirs.empty() || theirs == side_of(path)) return false;
  return !side_of(path).empty() || !path.ends_with("_routes.cpp");
}

/// Why a file may not include a header; empty when it may.
std::string objection(const std::string& path, const std::string& header) {
  if (kept_elsewhere(path, header)) return "a library's header outside its place";
  const auto own = position(module_of(path));
  if (!own) return "a file outside every module";
  const bool shown = header.starts_with("guong/");
  const std::string rest = shown ? header.substr(6) : header;
  const std::string module = rest.substr(0, rest.find('/'));
  const auto theirs = rest.find('/') == std::string::npos ? std::nullopt : position(module);
  if (shown && !theirs) return "no such module";
  if (shown && *theirs > *own) return "a module above";
  if (!shown && theirs && *theirs != *own) return "another module's private header";
  if (!shown && theirs && path.starts_with("include/")) return "a private header in a public one";
  if (!shown && theirs && another_side(path, header)) return "a header of another side of the module";
  return "";
}

}  // namespace

TEST_CASE("The rule of layers knows right from wrong") {
  const std::string allowed[][2] = {{"src/entries/entry.cpp", "guong/accounts/account.h"},
                                    {"src/accounts/account.cpp", "guong/api/route.h"},
                                    {"src/api/call.cpp", "guong/http/message.h"},
                                    {"src/entries/entry.cpp", "entries/entry_store.h"},
                                    {"src/entries/draft/submit.cpp", "entries/entry_store.h"},
                                    {"src/entries/draft/submit.cpp", "entries/draft/submission.h"},
                                    {"src/entries/entry_routes.cpp", "entries/draft/draft_routes.h"},
                                    {"src/http/server.cpp", "pistache/listener.h"},
                                    {"src/store/sqlite_engine.cpp", "sqlite3.h"},
                                    {"include/guong/base/text.h", "string"}};
  for (const auto& [path, header] : allowed) CHECK(objection(path, header) == "");
  const std::string refused[][2] = {{"src/accounts/account.cpp", "guong/entries/entry.h"},
                                    {"src/http/server.cpp", "guong/api/route.h"},
                                    {"include/guong/scoring/card.h", "guong/works/probe.h"},
                                    {"src/judging/desk.cpp", "entries/entry_store.h"},
                                    {"include/guong/entries/entry.h", "entries/entry_store.h"},
                                    {"src/entries/draft/submit.cpp", "entries/anonymous/judging_store.h"},
                                    {"src/entries/secretary/desk_view.cpp", "entries/draft/submission.h"},
                                    {"src/entries/entry_store.cpp", "entries/anonymous/judging_store.h"},
                                    {"src/entries/entry_access.h", "entries/draft/submission.h"},
                                    {"src/api/call.cpp", "pistache/http.h"},
                                    {"src/app/commands.cpp", "boost/beast/http.hpp"},
                                    {"src/app/backup.cpp", "sqlite3.h"},
                                    {"src/base/text.cpp", "guong/nowhere/text.h"},
                                    {"src/nowhere/text.cpp", "string"}};
  for (const auto& [path, header] : refused) {
    INFO(path << " includes " << header);
    CHECK(objection(path, header) != "");
  }
  CHECK(included("  #  include <sqlite3.h>  // once") == "sqlite3.h");
  CHECK(included("// #include <sqlite3.h>") == "");
}

TEST_CASE("Every include obeys the order of modules") {
  int checked = 0;
  std::set<std::string> wrong;
  for (const auto& file : source_files({"src", "include"})) {
    for (const auto& line : file.lines) {
      const std::string header = included(line);
      if (header.empty()) continue;
      const std::string why = objection(file.path, header);
      if (!why.empty()) wrong.insert(file.path + " includes " + header + ": " + why);
      ++checked;
    }
  }
  CHECK(wrong == std::set<std::string>{});
  CHECK(checked > 100);
}

TEST_CASE("Each database's own header is included by one source file") {
  std::map<std::string, std::set<std::string>> users;
  for (const auto& file : source_files({"src", "include"})) {
    for (const auto& line : file.lines) {
      const std::string header = included(line);
      if (header == "sqlite3.h" || header.ends_with("libpq-fe.h")) users[header].insert(file.path);
    }
  }
  CHECK(users.size() == 2);
  for (const auto& [header, paths] : users) {
    INFO(header);
    CHECK(paths.size() == 1);
    CHECK(paths.begin()->ends_with(".cpp"));
  }
}

TEST_CASE("Verifying a published result needs nothing above standings") {
  const auto standings = *position("standings");
  int checked = 0;
  for (const auto& file : source_files({"src", "include"})) {
    if (!file.path.starts_with("src/app/results_commands")) continue;
    for (const auto& line : file.lines) {
      const std::string header = included(line);
      if (!header.starts_with("guong/")) continue;
      INFO(file.path << " includes " << header);
      CHECK(position(header.substr(6, header.find('/', 6) - 6)).value_or(SIZE_MAX) <= standings);
      ++checked;
    }
  }
  CHECK(checked > 2);
}

TEST_CASE("Use cases write into the ledger in one way, which adds who acted") {
  std::vector<std::string> callers;
  for (const auto& file : source_files({"src"})) {
    if (file.path.starts_with("src/store/")) continue;
    for (const auto& line : file.lines)
      if (line.find("append_record(") != std::string::npos) callers.push_back(file.path);
  }
  CHECK(callers == std::vector<std::string>{"src/api/record.cpp"});
}
