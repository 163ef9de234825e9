// A checkpoint that a log brings to its witness: tlog-witness's request read, its checks in the order that it gives.
#include <algorithm>
#include <charconv>

#include "app/witness.h"
#include "app/witness_state.h"
#include "guong/base/bytes.h"
#include "guong/ledger/cosignature.h"
#include "guong/ledger/merkle.h"

namespace guong::app {
namespace {

constexpr std::size_t kMostDigests = 63;
constexpr const char* kFork = "app.witness_fork";

struct AddRequest {
  std::int64_t old_size = 0;
  ledger::Proof proof;
  std::string note;
};

std::optional<std::int64_t> read_size(std::string_view text) {
  std::int64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && size >= 0 && std::to_string(size) == text ? std::optional(size) : std::nullopt;
}

std::optional<Digest> read_digest(std::string_view text) {
  const auto bytes = from_base64(text);
  Digest digest{};
  if (!bytes || bytes->size() != digest.size()) return std::nullopt;
  std::ranges::copy(*bytes, digest.begin());
  return digest;
}

/// The text up to the next newline, which goes too; nothing when there is none.
std::optional<std::string_view> next_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<AddRequest> read_request(std::string_view text) {
  constexpr std::string_view kOld = "old ";
  AddRequest out;
  auto line = next_line(text);
  const auto size = line && line->starts_with(kOld) ? read_size(line->substr(kOld.size())) : std::nullopt;
  if (!size) return std::nullopt;
  out.old_size = *size;
  while ((line = next_line(text)) && !line->empty()) {
    const auto digest = read_digest(*line);
    if (!digest || out.proof.size() == kMostDigests) return std::nullopt;
    out.proof.push_back(*digest);
  }
  out.note = text;
  return line ? std::optional(std::move(out)) : std::nullopt;
}

constexpr const char* kText = "text/plain; charset=utf-8";

CheckpointAnswer refusal(int status) { return {status, kText, "", ""}; }

CheckpointAnswer last_size(std::int64_t size, const char* alarm = "") {
  return {409, "text/x.tlog.size", std::to_string(size) + "\n", alarm};
}

/// Of nothing everything is a continuation, with no proof; two heads of one size are the same or a fork.
bool continues(const std::optional<ledger::Checkpoint>& last, const ledger::Checkpoint& head,
               const ledger::Proof& proof) {
  if (!last || last->size == 0) return proof.empty();
  if (last->size == head.size) return proof.empty() && last->root == head.root;
  return ledger::consistency_holds(last->size, last->root, head.size, head.root, proof);
}

}  // namespace

CheckpointAnswer add_checkpoint(const Witness& witness, const ledger::VerifierKey& log,
                                std::string_view request, Timestamp now) {
  const auto read = read_request(request);
  const auto claimed = read ? ledger::read_unverified_checkpoint(read->note) : std::nullopt;
  if (!claimed) return refusal(400);
  if (claimed->origin != log.name) return refusal(404);
  const auto head = ledger::open_checkpoint(read->note, log.name, as_text(log.public_key));
  if (!head) return refusal(403);
  if (read->old_size > head->size) return refusal(400);
  WitnessState state(witness, log);
  const auto last = state.head();
  const auto last_seen = last ? last->size : 0;
  if (read->old_size != last_seen) return last_size(last_seen);
  if (last && head->size == last->size && head->root != last->root) {
    state.keep_evidence(kFork, read->note, now);
    return last_size(last_seen, kFork);
  }
  if (!continues(last, *head, read->proof)) return refusal(422);
  if (!last || head->size > last->size) state.keep(read->note);
  return {200, kText, ledger::cosign(read->note, witness.name, witness.seed, now), ""};
}

}  // namespace guong::app
