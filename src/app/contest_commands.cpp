// Commands on contests.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/app_store.h"
#include "app/command.h"
#include "guong/accounts/account.h"
#include "guong/contests/contest.h"

namespace guong::app {
namespace {

nlohmann::json read_document(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file}});
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto document = nlohmann::json::parse(text, nullptr, false);
  if (document.is_discarded()) throw Error(ErrorKind::malformed, "app.not_json", {{"file", file}});
  return document;
}

void print_faults(const CommandLine& line, const std::vector<Fault>& faults) {
  for (const auto& fault : faults) {
    std::cout << (fault.pointer.empty() ? "/" : fault.pointer) << ": "
              << message(fault.key, line.lang, fault.params) << "\n";
  }
}

}  // namespace

int run_contest_validate(const CommandLine& line) {
  const auto document = read_document(line.words[0]);
  const auto faults = rules::rule_book_faults(document);
  print_faults(line, faults);
  if (!faults.empty()) return 1;
  const auto unsupported = rules::parse_rule_book(document).unsupported;
  print_faults(line, unsupported);
  say(line, unsupported.empty() ? "app.rule_book_well" : "app.rule_book_not_obeyed");
  return 0;
}

int run_contest_import(const CommandLine& line) {
  const auto document = read_document(line.words[0]);
  Installation installation(line.config);
  const auto by = line.flags.find("by");
  const auto identifier = by == line.flags.end() ? std::nullopt : accounts::parse_identifier(by->second);
  if (!identifier) throw Error(ErrorKind::malformed, "app.import_by_whom");
  const Timestamp now = system_now();
  const auto slug = installation.store->write([&](store::Tx& tx) {
    const auto account = accounts::find_by_identifier(tx, *identifier);
    if (!account)
      throw Error(ErrorKind::not_found, "app.no_such_account", {{"identifier", identifier->text}});
    const api::Actor actor{*account, {}, grants_of(tx, *account, now)};
    const api::UseCaseContext context{actor, now, system_random(), installation.keys};
    return contests::find_contest(tx, contests::create_contest(tx, context, document)).slug;
  });
  say(line, "app.contest_imported", {{"slug", slug}});
  return 0;
}

int run_contest_export(const CommandLine& line) {
  const auto store = store::Store::open(line.config.database);
  std::cout << store->read([&](store::Reader& reader) {
    const auto contest = contests::find_contest_by_slug(reader, line.words[0]);
    if (!contest) throw Error(ErrorKind::not_found, "app.no_such_contest", {{"slug", line.words[0]}});
    return nlohmann::json::parse(contests::rule_book_document(reader, contest->id, std::nullopt)).dump(2);
  }) << "\n";
  return 0;
}

}  // namespace guong::app
