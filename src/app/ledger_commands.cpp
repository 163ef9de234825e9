// Commands on the installation's ledger: verification, its public key, going on after an older backup.
#include <cstdio>

#include "app/blobs_folder.h"
#include "app/command.h"
#include "app/deep_check.h"
#include "guong/app/keys.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/ledger/checkpoint.h"
#include "guong/store/cosignatures.h"
#include "guong/store/log.h"
#include "guong/store/public_log.h"

namespace guong::app {
namespace {

constexpr std::size_t kReasonMax = 500;

std::string read_reason(const CommandLine& line) {
  const auto given = line.flags.find("reason");
  if (given == line.flags.end() || given->second.empty() || given->second.size() > kReasonMax ||
      !valid_utf8(given->second))
    throw Error(ErrorKind::malformed, "app.reason_needed");
  return nfc(given->second);
}

int tell_broken(const CommandLine& line, const ledger::Break& fault) {
  const Params place{{"seq", std::to_string(fault.seq)}};
  say(line, "app.ledger_broken", {{"seq", place.at("seq")}, {"why", message(fault.key, line.lang, place)}});
  return 1;
}

/// `--deep`: everything that the ledger speaks of.
int verify_deep(const CommandLine& line, const Installation& installation) {
  installation.store->state().of<store::KnownWitnesses>().keys = line.config.witnesses;
  const auto blobs = open_blobs(line.config.data);
  const auto found = deep_differences(*installation.store, *blobs, installation.keys);
  for (const auto& each : found)
    std::printf("%s: %s\n", each.pointer.c_str(), message(each.key, line.lang, each.params).c_str());
  say(line, found.empty() ? "app.ledger_deep_well" : "app.ledger_deep_differs",
      {{"count", std::to_string(found.size())}});
  return found.empty() ? 0 : 1;
}

}  // namespace

int run_ledger_verify(const CommandLine& line) {
  const Installation installation(line.config);
  if (line.flags.contains("deep")) return verify_deep(line, installation);
  const auto& keys = installation.keys;
  const auto public_key = ed25519_public_key(keys.signing_seed);
  const auto fault = installation.store->read(
      [&](store::Reader& reader) { return store::verify_log(reader, keys.origin, as_text(public_key)); });
  if (fault) return tell_broken(line, *fault);
  const auto signer = keys.head_signer();
  const auto head =
      installation.store->read([&](store::Reader& reader) { return store::head_fault(reader, signer); });
  if (head) {
    say(line, *head, {{"file", signer.file.string()}});
    return 1;
  }
  say(line, "app.ledger_well");
  return 0;
}

int run_ledger_resume(const CommandLine& line) {
  const auto reason = read_reason(line);
  const Installation installation(line.config);
  const auto last =
      store::resume_log(*installation.store, system_now(),
                        {system_random(), installation.keys.seal, installation.keys.head_signer()}, reason);
  say(line, "app.ledger_resumed", {{"size", std::to_string(last.frontier.size())}});
  return 0;
}

int run_ledger_publish(const CommandLine& line) {
  const Installation installation(line.config);
  const auto signer = installation.keys.head_signer();
  const auto head = installation.store->write([&](store::Tx& tx) {
    return store::publish_head(tx, system_now(), {system_random(), installation.keys.seal, signer});
  });
  store::keep_head(signer, head);
  std::fputs(head.note.c_str(), stdout);
  return 0;
}

int run_ledger_key(const CommandLine& line) {
  if (!ledger_is_named(line.config.keys))
    throw Error(ErrorKind::conflict, "app.ledger_unnamed", {{"name", line.config.ledger_name}});
  const auto keys = load_keys(line.config.keys, "", false, LedgerName::look);
  std::printf(
      "%s\n",
      ledger::format_verifier_key(keys.origin, as_text(ed25519_public_key(keys.signing_seed))).c_str());
  return 0;
}

}  // namespace guong::app
