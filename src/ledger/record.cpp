// Records to canonical bytes and back; reading ends by writing anew and comparing.
#include "guong/ledger/record.h"

#include <algorithm>

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

const Value* find(const Object& object, std::string_view name) {
  const auto at = std::ranges::find(object, name, &Member::name);
  return at == object.end() ? nullptr : &at->value;
}

/// The member of that name and type; nothing when it is missing or of another type.
template <class T>
const T* find_as(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  return value ? std::get_if<T>(value) : nullptr;
}

bool read_data(const Object& object, std::map<std::string, std::string>& out) {
  for (const auto& [name, value] : object) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return false;
    out.emplace(name, *text);
  }
  return true;
}

bool read_commitments(const Object& object, std::map<std::string, Digest>& out) {
  for (const auto& [name, value] : object) {
    const auto* text = std::get_if<std::string>(&value);
    const auto bytes = text ? from_hex(*text) : std::nullopt;
    if (!bytes || bytes->size() != sizeof(Digest)) return false;
    std::ranges::copy(*bytes, out[name].begin());
  }
  return true;
}

}  // namespace

Digest commitment(const Opening& opening) {
  std::string bytes(as_text(opening.salt));
  bytes += opening.value;
  return sha256(bytes);
}

std::string record_bytes(const RecordDraft& draft, std::int64_t seq,
                         const std::map<std::string, Digest>& commitments) {
  // A secret that nothing commits to would be lost from the record without anybody noticing.
  for (const auto& [name, value] : draft.secret) {
    if (!commitments.contains(name))
      throw Error(ErrorKind::internal, "ledger.secret_uncommitted", {{"name", name}});
  }
  Object record{{"commitments", hex_members(commitments)},
                {"data", text_members(draft.data)},
                {"kind", draft.kind},
                {"seq", seq},
                {"time", to_rfc3339(draft.time)},
                {"v", kVersion}};
  if (draft.contest) record.push_back({"contest", draft.contest->value});
  return canonical_json(record);
}

std::optional<Record> parse_record(std::string_view bytes) {
  const auto object = parse_canonical_json(bytes);
  if (!object) return std::nullopt;
  const auto* commitments = find_as<Object>(*object, "commitments");
  const auto* data = find_as<Object>(*object, "data");
  const auto* kind = find_as<std::string>(*object, "kind");
  const auto* seq = find_as<std::int64_t>(*object, "seq");
  const auto* time = find_as<std::string>(*object, "time");
  if (!commitments || !data || !kind || !seq || !time) return std::nullopt;
  Record out{*seq, *kind, {}, {}, {}, {}};
  if (const auto* contest = find_as<std::int64_t>(*object, "contest")) out.contest = ContestId{*contest};
  const auto at = from_rfc3339(*time);
  if (!at || !read_data(*data, out.data) || !read_commitments(*commitments, out.commitments))
    return std::nullopt;
  out.time = *at;
  // Version, further names, the way time and digests are written: all that is checked by writing it
  // anew.
  const RecordDraft draft{out.kind, out.time, out.contest, out.data, {}};
  if (record_bytes(draft, out.seq, out.commitments) != bytes) return std::nullopt;
  return out;
}

}  // namespace guong::ledger
