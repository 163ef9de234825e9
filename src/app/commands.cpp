// The table of commands, and reading of the command line.
#include "guong/app/commands.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "app/app_store.h"
#include "app/blobs_folder.h"
#include "app/command.h"
#include "guong/app/keys.h"
#include "guong/app/upgrade.h"
#include "guong/base/version.h"

namespace guong::app {
namespace {

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value || !*value) return std::nullopt;
  return std::string(value);
}

/// Vietnamese unless the first of these that is set begins with "en".
Lang terminal_lang() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto value = environment(name)) return value->starts_with("en") ? Lang::en : Lang::vi;
  return Lang::vi;
}

void print(std::FILE* to, const std::string& text) { std::fputs((text + "\n").c_str(), to); }

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 2, width), ' ');
  return text;
}

int print_help(Lang lang) {
  print(stdout, message("app.help_head", lang));
  for (const auto& command : commands()) {
    std::string use =
        std::string(command.name) + (command.words.empty() ? "" : " ") + std::string(command.words);
    print(stdout, "  guong " + padded(use, 34) + message(command.key, lang));
    for (const auto flag : command.flags) {
      const bool valued = flag.ends_with('=');
      print(stdout, "          --" + std::string(flag) + (valued ? "..." : ""));
    }
  }
  print(stdout, "\n" + message("app.help_settings", lang));
  for (const auto& row : setting_rows()) {
    std::string flag = "--" + std::string(row.key);
    std::ranges::replace(flag, '_', '-');
    print(stdout, "  " + padded(flag, 20) + std::string(lang == Lang::vi ? row.vi : row.en) +
                      (row.standard.empty() ? "" : " [" + std::string(row.standard) + "]"));
  }
  print(stdout, "\n" + message("app.help_foot", lang));
  return 0;
}

/// The longest command whose words begin the arguments.
const Command* find_command(const std::vector<std::string>& words, std::size_t& used) {
  const Command* found = nullptr;
  used = 0;
  for (const auto& command : commands()) {
    const auto count = static_cast<std::size_t>(std::ranges::count(command.name, ' ')) + 1;
    if (words.size() < count || count <= used) continue;
    std::string joined = words[0];
    for (std::size_t i = 1; i < count; ++i) joined += " " + words[i];
    if (joined != command.name) continue;
    found = &command;
    used = count;
  }
  return found;
}

bool takes_value(const Command* command, const std::string& flag) {
  if (flag == "config") return true;
  for (const auto& row : setting_rows())
    if (row.key == flag) return true;
  return command && std::ranges::find(command->flags, flag + "=") != command->flags.end();
}

bool is_known(const Command* command, const std::string& flag) {
  return takes_value(command, flag) ||
         (command && std::ranges::find(command->flags, flag) != command->flags.end());
}

std::string setting_name(std::string flag) {
  auto name = flag;
  std::ranges::replace(name, '-', '_');
  const auto rows = setting_rows();
  const bool is_setting = std::ranges::any_of(rows, [&](const auto& row) { return row.key == name; });
  return is_setting ? name : flag;
}

[[noreturn]] void misused(std::string key, std::string what) {
  throw Error(ErrorKind::malformed, std::move(key), {{"what", std::move(what)}});
}

/// Sorts what follows the command into words and flags.
CommandLine parse(const Command& command, const std::vector<std::string>& rest) {
  CommandLine line;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (!rest[i].starts_with("--")) {
      line.words.push_back(rest[i]);
      continue;
    }
    const auto equals = rest[i].find('=');
    const auto flag = setting_name(rest[i].substr(2, equals == std::string::npos ? equals : equals - 2));
    if (!is_known(&command, flag)) misused("app.unknown_flag", rest[i]);
    if (equals != std::string::npos)
      line.flags[flag] = rest[i].substr(equals + 1);
    else if (!takes_value(&command, flag))
      line.flags[flag] = "";
    else if (i + 1 < rest.size())
      line.flags[flag] = rest[++i];
    else
      misused("app.flag_needs_value", rest[i]);
  }
  if (line.words.size() < command.min_words || line.words.size() > command.max_words)
    misused("app.wrong_words", "guong " + std::string(command.name) + " " + std::string(command.words));
  return line;
}

int run_parsed(const std::vector<std::string>& arguments, Lang lang) {
  std::size_t used = 0;
  const auto* command = find_command(arguments, used);
  if (!command) misused("app.unknown_command", arguments[0]);
  auto line = parse(*command, {arguments.begin() + static_cast<std::ptrdiff_t>(used), arguments.end()});
  line.lang = lang;
  line.config = read_config({line.flags, environment});
  return command->run(line);
}

void print_error(const Error& error, Lang lang) {
  print(stderr, "guong: " + message(error.key(), lang, error.params()));
  for (const auto& fault : error.faults())
    print(stderr, "  " + fault.pointer + ": " + message(fault.key, lang, fault.params));
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"serve", "", 0, 0, {}, "app.cmd_serve", run_serve},
      {"admin create",
       "IDENTIFIER",
       1,
       1,
       {"name=", "password-file=", "reset"},
       "app.cmd_admin_create",
       run_admin_create},
      {"contest import", "FILE", 1, 1, {"by="}, "app.cmd_contest_import", run_contest_import},
      {"contest export", "SLUG", 1, 1, {}, "app.cmd_contest_export", run_contest_export},
      {"contest validate", "FILE", 1, 1, {}, "app.cmd_contest_validate", run_contest_validate},
      {"results verify", "FILE", 1, 1, {"key="}, "app.cmd_results_verify", run_results_verify},
      {"ledger verify", "", 0, 0, {"deep"}, "app.cmd_ledger_verify", run_ledger_verify},
      {"ledger resume", "", 0, 0, {"reason="}, "app.cmd_ledger_resume", run_ledger_resume},
      {"ledger publish", "", 0, 0, {}, "app.cmd_ledger_publish", run_ledger_publish},
      {"ledger key", "", 0, 0, {}, "app.cmd_ledger_key", run_ledger_key},
      {"receipt verify", "FILE", 1, 1, {"key=", "log="}, "app.cmd_receipt_verify", run_receipt_verify},
      {"witness run",
       "URL",
       1,
       1,
       {"key=", "name=", "every=", "once", "alarm="},
       "app.cmd_witness_run",
       run_witness},
      {"witness serve", "", 0, 0, {"key=", "name=", "alarm="}, "app.cmd_witness_serve", run_witness_serve},
      {"witness key", "", 0, 0, {"name="}, "app.cmd_witness_key", run_witness_key},
      {"witness accept", "", 0, 0, {"key="}, "app.cmd_witness_accept", run_witness_accept},
      {"key rotate", "", 0, 0, {}, "app.cmd_key_rotate", run_key_rotate},
      {"backup", "FILE", 1, 1, {}, "app.cmd_backup", run_backup},
      {"restore", "FILE", 1, 1, {}, "app.cmd_restore", run_restore},
      {"check", "", 0, 0, {}, "app.cmd_check", run_check},
      {"config", "", 0, 0, {}, "app.cmd_config", run_config},
      {"demo", "", 0, 0, {}, "app.cmd_demo", run_demo},
  };
  return table;
}

Installation::Installation(const Config& config, LedgerName naming)
    : hold(config.keys, KeysHold::How::in_use) {
  std::filesystem::create_directories(config.data);
  store = store::Store::open(config.database);
  const bool fresh = !store->read([](store::Reader& reader) { return has_keys(reader); });
  keys = load_keys(config.keys, config.ledger_name, fresh, naming);
  make_ready(*store, *open_blobs(config.data), keys);
}

void say(const CommandLine& line, std::string_view key, const Params& params) {
  print(stdout, message(key, line.lang, params));
}

int run_command(const std::vector<std::string>& arguments) {
  const auto lang = terminal_lang();
  if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help")
    return print_help(lang);
  if (arguments[0] == "--version") {
    print(stdout, "guong " + std::string(version()));
    return 0;
  }
  try {
    return run_parsed(arguments, lang);
  } catch (const Error& error) {
    print_error(error, lang);
    return error.kind() == ErrorKind::malformed ? 2 : 1;
  } catch (const std::exception& error) {
    print(stderr, std::string("guong: ") + error.what());
    return 1;
  }
}

}  // namespace guong::app
