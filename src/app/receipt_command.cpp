// Checking a receipt, or a record's proof, by nothing but itself and the public key; with --log also against what the
// ledger is today.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/log_reader.h"
#include "app/verifier_key.h"
#include "guong/base/crypto.h"
#include "guong/entries/receipt.h"
#include "guong/ledger/record_proof.h"

namespace guong::app {
namespace {

using nlohmann::json;

std::string read_text(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file}});
  std::string text(2 * ledger::kRecordProofMax, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

/// What there is to check: a receipt, the proof of a record, or both.
struct Paper {
  std::optional<entries::Receipt> receipt;
  std::string proof;
};

Paper read_paper(const std::string& file) {
  const auto text = read_text(file);
  if (ledger::parse_record_proof(text)) return {std::nullopt, text};
  try {
    const auto whole = json::parse(text);
    const auto proof = whole.value("proof", json());
    return {entries::read_receipt(text), proof.is_string() ? proof.get<std::string>() : ""};
  } catch (const std::exception&) {
    throw Error(ErrorKind::malformed, "app.not_a_receipt", {{"file", file}});
  }
}

/// Why the receipt does not hold by its own signature; empty when it does.
std::string receipt_fault(const entries::Receipt& receipt, const std::optional<ledger::VerifierKey>& key) {
  if (!entries::receipt_holds(receipt)) return "app.receipt_signature_wrong";
  if (key && receipt.key != to_base64(as_text(key->public_key))) return "app.receipt_of_another_key";
  return "";
}

bool speaks_of(const ledger::ProvenRecord& proven, const entries::Receipt& receipt) {
  const auto committed = proven.opened.find("receipt");
  return proven.record.kind == "entry.submitted" && committed != proven.opened.end() &&
         committed->second == to_hex(as_text(sha256(entries::receipt_bytes(receipt))));
}

void tell_receipt(const CommandLine& line, const entries::Receipt& receipt) {
  say(line, "app.receipt_says",
      {{"contest", receipt.contest},
       {"number", receipt.number},
       {"version", std::to_string(receipt.version)},
       {"time", to_rfc3339(receipt.time)},
       {"files", std::to_string(receipt.files.size())}});
}

void tell_record(const CommandLine& line, const ledger::ProvenRecord& proven) {
  say(line, "app.record_says",
      {{"index", std::to_string(proven.record.seq)},
       {"kind", proven.record.kind},
       {"time", to_rfc3339(proven.record.time)},
       {"size", std::to_string(proven.checkpoint.size)},
       {"log", proven.checkpoint.origin}});
  for (const auto& [name, value] : proven.record.data) std::cout << "  " << name << ": " << value << "\n";
  for (const auto& [name, value] : proven.opened) std::cout << "  " << name << ": " << value << "\n";
}

/// Whether today's ledger still has the record at its place. Key of what differs; empty when nothing does.
std::string differs_today(const std::string& url, const std::string& proof,
                          const std::optional<ledger::VerifierKey>& key) {
  const auto paper = ledger::parse_record_proof(proof);
  const LogReader log(url);
  const auto note = log.fetch("checkpoint");
  const auto head = key ? ledger::open_checkpoint(note, key->name, as_text(key->public_key))
                        : ledger::read_unverified_checkpoint(note);
  if (!head) return "ledger.proof_not_signed";
  auto tree = log.tree(head->size);
  const bool same = paper->index < head->size && tree.root() == head->root &&
                    tree.leaf(paper->index) == ledger::leaf_hash(paper->record);
  return same ? "" : "app.receipt_not_in_log";
}

/// All checks of the record's proof; key of the first that fails.
std::string proof_fault(const CommandLine& line, const Paper& paper,
                        const std::optional<ledger::VerifierKey>& key) {
  const auto checked = ledger::check_record_proof(paper.proof, key);
  if (!checked.proven) return checked.fault;
  if (paper.receipt && !speaks_of(*checked.proven, *paper.receipt)) return "app.receipt_of_another_record";
  tell_record(line, *checked.proven);
  const auto log = line.flags.find("log");
  if (log == line.flags.end()) return "";
  const auto fault = differs_today(log->second, paper.proof, key);
  if (fault.empty()) say(line, "app.receipt_in_log", {{"url", log->second}});
  return fault;
}

}  // namespace

int run_receipt_verify(const CommandLine& line) {
  const auto given = line.flags.find("key");
  const auto key = given == line.flags.end() ? std::nullopt : std::optional(read_verifier_key(given->second));
  const auto paper = read_paper(line.words[0]);
  std::string fault = paper.receipt ? receipt_fault(*paper.receipt, key) : "";
  if (fault.empty() && paper.receipt) tell_receipt(line, *paper.receipt);
  if (fault.empty() && !paper.proof.empty()) fault = proof_fault(line, paper, key);
  if (!fault.empty()) {
    say(line, fault, {{"file", line.words[0]}});
    return 1;
  }
  if (paper.proof.empty()) say(line, "app.receipt_without_proof");
  say(line, key ? "app.receipt_well_signed" : "app.receipt_well");
  return 0;
}

}  // namespace guong::app
