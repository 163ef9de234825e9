// Writing and reading proofs of records: strict, so that a file that was changed anywhere is another file or none.
#include "guong/ledger/record_proof.h"

#include <algorithm>
#include <charconv>

#include "guong/ledger/canonical_json.h"
#include "guong/ledger/cosignature.h"

namespace guong::ledger {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";
constexpr std::size_t kPathMax = 63;

std::string extra_text(const RecordProof& proof) {
  Object openings;
  for (const auto& [name, opening] : proof.openings)
    openings.push_back({name, Object{{"salt", to_hex(as_text(opening.salt))}, {"value", opening.value}}});
  return canonical_json({{"openings", std::move(openings)}, {"record", proof.record}});
}

template <class T>
const T* member(const Object& object, std::string_view name) {
  const auto found = std::ranges::find(object, name, &Member::name);
  return found == object.end() ? nullptr : std::get_if<T>(&found->value);
}

std::optional<Opening> parse_opening(const Member& one) {
  const auto* object = std::get_if<Object>(&one.value);
  const auto* salt = object ? member<std::string>(*object, "salt") : nullptr;
  const auto* value = object ? member<std::string>(*object, "value") : nullptr;
  const auto bytes = salt ? from_hex(*salt) : std::nullopt;
  if (!bytes || !value) return std::nullopt;
  return Opening{*bytes, *value};
}

bool read_extra(std::string_view base64, RecordProof& proof) {
  const auto bytes = from_base64(base64);
  const auto object = bytes ? parse_canonical_json(as_text(*bytes)) : std::nullopt;
  const auto* openings = object ? member<Object>(*object, "openings") : nullptr;
  const auto* record = object ? member<std::string>(*object, "record") : nullptr;
  if (!openings || !record) return false;
  proof.record = *record;
  for (const auto& one : *openings) {
    auto opening = parse_opening(one);
    if (!opening) return false;
    proof.openings[one.name] = std::move(*opening);
  }
  return true;
}

bool read_index(std::string_view digits, RecordProof& proof) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), proof.index);
  return error == std::errc() && end == digits.data() + digits.size() && proof.index >= 0;
}

bool read_hash(std::string_view base64, RecordProof& proof) {
  const auto bytes = from_base64(base64);
  Digest hash{};
  if (!bytes || bytes->size() != hash.size() || proof.path.size() == kPathMax) return false;
  std::ranges::copy(*bytes, hash.begin());
  proof.path.push_back(hash);
  return true;
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == text.npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// The values of those commitments that the file opens; nothing when one is not what the record commits to.
std::optional<std::map<std::string, std::string>> opened(const Record& record, const RecordProof& proof) {
  std::map<std::string, std::string> out;
  for (const auto& [name, opening] : proof.openings) {
    const auto committed = record.commitments.find(name);
    if (committed == record.commitments.end() || committed->second != commitment(opening))
      return std::nullopt;
    out[name] = opening.value;
  }
  return out;
}

}  // namespace

std::string format_record_proof(const RecordProof& proof) {
  std::string text(kFirstLine);
  text += "\n" + std::string(kExtra) + to_base64(extra_text(proof));
  text += "\n" + std::string(kIndex) + std::to_string(proof.index) + "\n";
  for (const auto& hash : proof.path) text += to_base64(as_text(hash)) + "\n";
  return text + "\n" + proof.checkpoint;
}

std::optional<RecordProof> parse_record_proof(std::string_view text) {
  const auto whole = text;
  RecordProof proof;
  if (text.size() > kRecordProofMax || take_line(text) != kFirstLine) return std::nullopt;
  const auto extra = take_line(text), index = take_line(text);
  if (!extra || !extra->starts_with(kExtra) || !read_extra(extra->substr(kExtra.size()), proof) || !index ||
      !index->starts_with(kIndex) || !read_index(index->substr(kIndex.size()), proof))
    return std::nullopt;
  for (;;) {
    const auto line = take_line(text);
    if (!line) return std::nullopt;
    if (line->empty()) break;
    if (!read_hash(*line, proof)) return std::nullopt;
  }
  proof.checkpoint = text;
  if (format_record_proof(proof) != whole) return std::nullopt;
  return proof;
}

RecordCheck check_record_proof(std::string_view text, const std::optional<VerifierKey>& log,
                               const std::vector<VerifierKey>& witnesses) {
  const auto proof = parse_record_proof(text);
  const auto record = proof ? parse_record(proof->record) : std::nullopt;
  const auto head = proof ? read_unverified_checkpoint(proof->checkpoint) : std::nullopt;
  if (!record || !head || record->seq != proof->index) return {{}, "ledger.proof_malformed"};
  if (!inclusion_holds(leaf_hash(proof->record), proof->index, head->size, proof->path, head->root))
    return {{}, "ledger.proof_leads_elsewhere"};
  auto values = opened(*record, *proof);
  if (!values) return {{}, "ledger.opening_differs"};
  if (log && !open_checkpoint(proof->checkpoint, log->name, as_text(log->public_key)))
    return {{}, "ledger.proof_not_signed"};
  return {ProvenRecord{*record, std::move(*values), *head, cosigned_by(proof->checkpoint, witnesses)}, ""};
}

}  // namespace guong::ledger
