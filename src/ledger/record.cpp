#include "guong/ledger/record.h"

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/ledger/canonical_json.h"

namespace guong::ledger {
namespace {

constexpr std::int64_t kVersion = 1;

Object hex_members(const std::map<std::string, Digest>& commitments) {
  Object out;
  for (const auto& [name, digest] : commitments) out.push_back({name, to_hex(as_text(digest))});
  return out;
}

Object text_members(const std::map<std::string, std::string>& data) {
  Object out;
  for (const auto& [name, value] : data) out.push_back({name, value});
  return out;
}

}  // namespace

Digest commitment(const Opening& opening) {
  std::string bytes(as_text(opening.salt));
  bytes += opening.value;
  return sha256(bytes);
}

std::string record_bytes(const Act& act, std::int64_t seq, const std::map<std::string, Digest>& commitments) {
  // A secret that nothing commits to would be lost from the record without anybody noticing.
  for (const auto& [name, value] : act.secret) {
    if (!commitments.contains(name)) throw Error(ErrorKind::internal, "ledger.secret_uncommitted", {{"name", name}});
  }
  Object record{{"commitments", hex_members(commitments)},
                {"data", text_members(act.data)},
                {"kind", act.kind},
                {"seq", seq},
                {"time", to_rfc3339(act.time)},
                {"v", kVersion}};
  if (act.contest) record.push_back({"contest", act.contest->value});
  return canonical_json(record);
}

}  // namespace guong::ledger
