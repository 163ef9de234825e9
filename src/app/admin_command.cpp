// Making an administrator on the command line: the first one cannot be invited by anybody.
#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "app/app_store.h"
#include "app/command.h"
#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/accounts/operator.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"

namespace guong::app {
namespace {

/// Reads a line without showing it, when a person is typing.
std::string read_secret_line(const std::string& prompt) {
  const bool is_person = ::isatty(STDIN_FILENO) != 0;
  termios before{};
  if (is_person) {
    std::cerr << prompt << ": " << std::flush;
    ::tcgetattr(STDIN_FILENO, &before);
    auto silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string secret;
  std::getline(std::cin, secret);
  if (is_person) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << "\n";
  }
  return secret;
}

std::string read_password(const CommandLine& line) {
  const auto file = line.flags.find("password-file");
  if (file == line.flags.end()) return read_secret_line(message("app.password_prompt", line.lang));
  std::ifstream in(file->second);
  if (!in) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file->second}});
  std::string password;
  std::getline(in, password);
  return password;
}

accounts::NewAccount read_account(const CommandLine& line) {
  const auto identifier = accounts::parse_identifier(line.words[0]);
  if (!identifier) refuse_if_any({{"IDENTIFIER", "accounts.identifier_wrong", {}}});
  const auto named = line.flags.find("name");
  accounts::NewAccount account;
  account.identifier = *identifier;
  account.name = named == line.flags.end() ? message("app.administrator", line.lang)
                                           : accounts::clean_name(named->second);
  if (account.name.empty()) refuse_if_any({{"--name", "accounts.name_wrong", {}}});
  account.lang = line.lang;
  auto password = read_password(line);
  if (!valid_utf8(password)) refuse_if_any({{"password", "api.body_not_json", {}}});
  password = nfc(password);
  refuse_if_any(accounts::password_faults(password, {&account.identifier, 1}, "password"));
  account.password_hash = hash_password(password);
  return account;
}

}  // namespace

int run_admin_create(const CommandLine& line) {
  Installation installation(line.config);
  const auto account = read_account(line);
  const api::Actor nobody{};
  const api::UseCaseContext context{nobody, system_now(), system_random(), installation.keys};
  installation.store->write([&](store::Tx& tx) {
    auto id = accounts::find_by_identifier(tx, account.identifier);
    if (id && !line.has("reset")) throw Error(ErrorKind::conflict, "app.administrator_exists");
    if (id)
      accounts::set_password_by_operator(tx, context, *id, account.password_hash);
    else
      id = accounts::create_account(tx, context.random, context.now, account);
    if (is_administrator(tx, *id, context.now)) return;
    accounts::grant_role(tx, context, {*id, api::Role::administrator, {}, {}, {}, {}, ""});
  });
  say(line, "app.administrator_ready", {{"identifier", account.identifier.text}});
  return 0;
}

}  // namespace guong::app
