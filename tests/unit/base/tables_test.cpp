// Who owns a table. The owner alone writes it; modules above the owner may read it, those below do not know
// it. Read from the SQL in src: the literals, whatever they are put together to later.
#include <catch2/catch.hpp>
#include <cctype>
#include <map>
#include <regex>
#include <set>

#include "unit/base/source_tree.h"

using namespace guong;

namespace {

using Owners = std::map<std::string, std::string_view>;

const Owners kOwners = {
    {"account", "accounts"},
    {"account_notice", "accounts"},
    {"account_word", "accounts"},
    {"assignment", "judging"},
    {"award", "results"},
    {"co_author", "entries"},
    {"award_departure", "results"},
    {"card", "judging"},
    {"conflict_check", "judging"},
    {"conflict_count", "judging"},
    {"conflict_waiver", "judging"},
    {"round_judge_count", "judging"},
    {"round_staffing", "judging"},
    {"contest", "contests"},
    {"data_key", "store"},
    {"entry", "entries"},
    {"entry_event", "entries"},
    {"entry_file", "entries"},
    {"entry_name_tag", "entries"},
    {"entry_rendition", "entries"},
    {"entry_tally", "entries"},
    {"entry_unit_tally", "entries"},
    {"entry_version", "entries"},
    {"entry_word", "entries"},
    {"host_identity", "publishing"},
    {"idempotency_key", "api"},
    {"installation_key", "app"},
    {"invitation", "accounts"},
    {"job", "store"},
    {"join_consent", "results"},
    {"judge_terms", "judging"},
    {"judge_unit_request", "judging"},
    {"judge_interest", "judging"},
    {"ledger_block", "store"},
    {"ledger_checkpoint", "store"},
    {"ledger_comparison", "app"},
    {"ledger_cosignature", "store"},
    {"ledger_finding", "app"},
    {"ledger_head", "store"},
    {"ledger_opening", "store"},
    {"ledger_record", "store"},
    {"login_guard", "accounts"},
    {"panel", "judging"},
    {"panel_member", "judging"},
    {"password_reset", "accounts"},
    {"published_cover", "results"},
    {"published_cover_size", "results"},
    {"published_result", "results"},
    {"published_work", "results"},
    {"published_work_facet", "results"},
    {"published_work_word", "results"},
    {"result", "results"},
    {"result_step", "results"},
    {"reset_approval", "accounts"},
    {"role_grant", "accounts"},
    {"role_proposal", "accounts"},
    {"round", "judging"},
    {"round_entry", "judging"},
    {"round_judge_count", "judging"},
    {"round_staffing", "judging"},
    {"rule_book", "contests"},
    {"schema_migration", "store"},
    {"session", "accounts"},
    {"unit", "units"},
    {"unit_member", "accounts"},
    {"unit_successor", "units"},
    {"unit_word", "units"},
    {"unsealed_opening", "store"},
    {"upgrade_step", "app"},
    {"upload", "uploads"},
    {"work_flag", "judging"},
};

std::size_t height(std::string_view module) {
  const auto found = std::find(kModules.begin(), kModules.end(), module);
  REQUIRE(found != kModules.end());
  return static_cast<std::size_t>(found - kModules.begin());
}

/// What stands between quotation marks in C++, without comments. An escape is a space: SQL has none.
std::vector<std::string> literals(const std::string& code) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const auto rest = std::string_view(code).substr(at);
    std::size_t end = at;
    if (rest.starts_with("//")) {
      end = code.find('\n', at);
    } else if (rest.starts_with("R\"(")) {
      end = code.find(")\"", at);
      out.push_back(code.substr(at + 3, end - at - 3));
      if (end != std::string::npos) ++end;
    } else if (code[at] == '\'' && (at == 0 || std::isalnum(static_cast<unsigned char>(code[at - 1])) == 0)) {
      end = code.find('\'', at + (rest.starts_with("'\\") ? 3 : 2));
    } else if (code[at] == '"') {
      auto& text = out.emplace_back();
      for (end = at + 1; end < code.size() && code[end] != '"'; ++end) {
        const bool escape = code[end] == '\\';
        text += escape ? ' ' : code[end];
        if (escape) ++end;
      }
    }
    if (end == std::string::npos) break;
    at = end;
  }
  return out;
}

struct Use {
  std::string table;
  bool writes = false;
};

/// The tables that a piece of SQL names. One whose name is not written out is called "?".
std::vector<Use> uses(const std::string& sql) {
  static const std::regex named(R"(\b(from|join|insert\s+into|update|delete\s+from)\s+(\w+|$))");
  std::vector<Use> out;
  for (std::sregex_iterator each(sql.begin(), sql.end(), named), end; each != end; ++each) {
    const auto table = (*each)[2].str();
    out.push_back({table.empty() ? "?" : table, (*each)[1] != "from" && (*each)[1] != "join"});
  }
  return out;
}

/// Why a module may not use a table so; empty when it may.
std::string objection(std::string_view module, const Use& use) {
  if (use.table == "?") return use.writes ? "writes a table that it does not name" : "";
  const auto owner = kOwners.find(use.table);
  if (owner == kOwners.end() || owner->second == module) return "";
  if (use.writes) return "writes " + use.table + ", which is of " + std::string(owner->second);
  if (height(owner->second) > height(module))
    return "reads " + use.table + ", which is of " + std::string(owner->second) + " above it";
  return "";
}

std::string text_of(const SourceFile& file) {
  std::string out;
  for (const auto& line : file.lines) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("The rule of tables knows right from wrong") {
  const auto first = [](const std::string& sql) { return uses(sql).front(); };
  CHECK(objection("results", first("update result set state = 'joined'")) == "");
  CHECK(objection("judging", first("select 1 from round r join entry e on e.id = r.entry_id")) == "");
  CHECK(objection("judging", uses("select 1 from round r\njoin entry e on true").back()) == "");
  CHECK(objection("results", first("select 1 from (select seq from ledger_record) r")) == "");
  CHECK(objection("entries", first("with recursive up(id) as (select id from unit) select id from up")) ==
        "");
  for (const auto* sql : {"update round set state = 'open'", "insert into round (number) values (1)",
                          "delete from round", "select 1\nfrom round"})
    CHECK(objection("contests", first(sql)) != "");
  CHECK(objection("results", first("delete\n  from round")) != "");
  CHECK(objection("results", first("select 1 from round")) == "");
  CHECK(objection("store", first("insert into ")) != "");
  CHECK(literals("a(\"x \\\" from\", R\"(join \"y\")\"); // \"z\"\nb('\"', 1'000, \"w\");") ==
        std::vector<std::string>{"x   from", "join \"y\"", "w"});
}

TEST_CASE("Every table has an owner, and every owned table is there") {
  static const std::regex change(
      R"((create|drop|alter) table (?:if not exists )?(\w+)(?: rename to (\w+))?)");
  std::set<std::string> there{"schema_migration"};  // made by the one who keeps count of the others
  std::set<std::filesystem::path> files;
  for (const auto& item :
       std::filesystem::directory_iterator(std::filesystem::path(GUONG_SOURCE_DIR) / "schema/migrations"))
    files.insert(item.path());
  for (const auto& path : files) {
    const auto sql = text_of(read_source(path));
    for (std::sregex_iterator each(sql.begin(), sql.end(), change), end; each != end; ++each) {
      const bool renamed = (*each)[3].matched;
      if ((*each)[1] == "create") there.insert((*each)[2]);
      if ((*each)[1] == "drop") there.erase((*each)[2]);
      if (renamed) CHECK(there.erase((*each)[2]) == 1);
      if (renamed) there.insert((*each)[3]);
    }
  }
  std::set<std::string> owned;
  for (const auto& [table, owner] : kOwners) owned.insert(table);
  CHECK(there == owned);
}

TEST_CASE("A table is written by its owner alone, and read by nobody below the owner") {
  std::set<std::string> wrong;
  std::size_t checked = 0;
  for (const auto& file : source_files({"src"})) {
    const auto module = file.path.substr(4, file.path.find('/', 4) - 4);
    for (const auto& sql : literals(text_of(file)))
      for (const auto& use : uses(sql)) {
        if (const auto why = objection(module, use); !why.empty()) wrong.insert(file.path + " " + why);
        if (kOwners.contains(use.table)) ++checked;
      }
  }
  CHECK(wrong == std::set<std::string>{});
  CHECK(checked > 200);
}
