// Where code and author meet: only for who holds the proof that the codes were joined.
#include <map>

#include "entries/anonymous/judging_store.h"
#include "entries/seal.h"
#include "guong/entries/identity.h"

namespace guong::entries {

std::vector<JoinedEntry> open_joined(store::Reader& reader, const api::Keys& keys, const JoiningToken& token,
                                     const std::vector<std::string>& codes) {
  std::map<std::string, SealedEntry> by_code;
  for (auto& row : sealed_entries(reader, token.contest())) by_code.emplace(row.code, std::move(row));
  std::vector<JoinedEntry> out;
  for (const auto& code : codes) {
    const auto found = by_code.find(code);
    if (found == by_code.end()) continue;
    const auto& row = found->second;
    out.push_back({row.code, row.identity.entry(), row.number, row.category, row.field, row.title,
                   row.publish_consent, open_identity(keys, row.identity)});
  }
  return out;
}

}  // namespace guong::entries
