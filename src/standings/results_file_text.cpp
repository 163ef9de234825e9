// The text of a results file in its two parts, and whether whoever verifies it can read it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "standings/ledger_json.h"

namespace guong::standings {
namespace {

using nlohmann::json;

constexpr std::uint64_t kDigestInWords = 48;  // with quotes and a comma

json digests_json(const std::vector<Digest>& digests) {
  json out = json::array();
  for (const auto& digest : digests) out.push_back(to_base64(as_text(digest)));
  return out;
}

/// A proof has a digest for each gap between records at most, and for each level of the log.
std::uint64_t most_nodes(const LongJson& file) {
  constexpr std::uint64_t kLevels = 64;
  const auto records = file.lists.find("/ledger/records");
  return (records == file.lists.end() ? 0 : records->second.size) + 2 * kLevels;
}

}  // namespace

json ledger_json(const LedgerSeal& seal, std::int64_t v) {
  json out = {{"origin", seal.origin}, {"head", seal.head}};
  if (v == 1) return out;
  out["record"] = seal.record;
  out["path"] = digests_json(seal.path);
  if (v < 4) return out;
  out["key"] = seal.key;
  out["records"] = json::array();
  out["nodes"] = digests_json(seal.nodes);
  return out;
}

void write_long_part(const LongJson& file, const TakeText& take) {
  take("{\"ranking\":");
  write_canonical(file, take, "/ranking");
  take(",\"ledger\":{");
  if (const auto records = file.lists.find("/ledger/records"); records != file.lists.end()) {
    take("\"records\":[");
    write_elements(records->second, take);
    take("],");
  }
}

std::string results_file_rest(const LongJson& file, const LedgerSeal& seal, std::int64_t v) {
  auto ledger = ledger_json(seal, v);
  ledger.erase("records");
  auto out = "{\"ledger\":" + ledger.dump();
  for (const auto& [name, value] : file.frame.items())
    if (name != "ledger" && name != "ranking") out += "," + json(name).dump() + ":" + value.dump();
  return out + "}";
}

bool can_be_read(const LongJson& file, const WrittenPart& long_part, const ReadingLimits& limits) {
  std::uint64_t bytes = long_part.bytes, largest = long_part.largest;
  for (const auto& [name, value] : file.frame.items()) {
    if (name == "ledger" || name == "ranking") continue;
    const auto size = value.dump().size();
    bytes += size + name.size() + 4;
    largest = std::max<std::uint64_t>(largest, size);
  }
  constexpr std::uint64_t kHead = 16u << 10;  // the signed head, the key, the record of the publication
  const auto proof = most_nodes(file) * kDigestInWords;
  return bytes + proof + kHead <= limits.file && std::max(largest, proof) <= limits.value;
}

}  // namespace guong::standings
