// One row per command of the program, and what each is given.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/app/config.h"
#include "guong/app/keys.h"
#include "guong/store/store.h"

namespace guong::app {

/// The words after the command, flags apart: "--email=a@b.vn" and "--email a@b.vn" are the same.
struct CommandLine {
  std::vector<std::string> words;
  std::map<std::string, std::string> flags;  // "reset" -> "" for a flag without a value
  Config config;
  Lang lang = Lang::vi;

  bool has(const std::string& flag) const { return flags.count(flag) != 0; }
};

using CommandFunction = int (*)(const CommandLine&);

struct Command {
  std::string_view name;   // "admin create"
  std::string_view words;  // "FILE"
  std::size_t min_words, max_words;
  std::vector<std::string_view> flags;  // beyond those of the configuration; a trailing '=' takes a value
  std::string_view key;                 // message with one line of help
  CommandFunction run;
};
const std::vector<Command>& commands();

int run_serve(const CommandLine& line);
int run_config(const CommandLine& line);
int run_admin_create(const CommandLine& line);
int run_backup(const CommandLine& line);
int run_restore(const CommandLine& line);
int run_check(const CommandLine& line);
int run_ledger_verify(const CommandLine& line);
int run_ledger_resume(const CommandLine& line);
int run_ledger_publish(const CommandLine& line);
int run_ledger_key(const CommandLine& line);
int run_results_verify(const CommandLine& line);
int run_receipt_verify(const CommandLine& line);
int run_witness(const CommandLine& line);
int run_witness_serve(const CommandLine& line);
int run_witness_key(const CommandLine& line);
int run_witness_accept(const CommandLine& line);
int run_contest_import(const CommandLine& line);
int run_contest_export(const CommandLine& line);
int run_contest_validate(const CommandLine& line);
int run_key_rotate(const CommandLine& line);
int run_demo(const CommandLine& line);

/// What commands that touch the installation share.
struct Installation {
  /// `naming`: what signs the ledger's heads settles its name; what runs before that may not.
  explicit Installation(const Config& config, LedgerName naming = LedgerName::look);
  KeysHold hold;
  std::unique_ptr<store::Store> store;
  api::Keys keys;
};
/// Prints a message of schema/messages/app.json and a line end.
void say(const CommandLine& line, std::string_view key, const Params& params = {});

}  // namespace guong::app
