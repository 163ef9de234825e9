// A submission between its preparation (outside the transaction) and its commit.
#pragma once

#include "entries/document.h"
#include "entries/entry_store.h"
#include "entries/file_store.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {

struct Prepared {
  Entry entry;  // as it will stand; `revision` is the one it was read at
  std::int64_t rule_book_version = 0;
  std::vector<EntryFileId> files;  // in order
  Version version;
  Receipt receipt;
  std::vector<std::string> words;  // of number, title and exemplar
  std::vector<Bytes> tags;         // of names and accounts
  Identity identity;
};

/// Of those authors who have one, each once.
std::vector<AccountId> accounts_of(const Identity& identity);
/// What the secretary finds an entry by, of its authors' names and accounts.
std::vector<Bytes> search_tags(const api::Keys& keys, ContestId contest, const Identity& identity);
/// The authors of an identity as the rules see them; looks up only what these rules ask for.
std::vector<AuthorFacts> author_facts(store::Reader& reader, const api::UseCaseContext& context,
                                      const rules::RuleBook& rules, const Entry& entry,
                                      const Identity& identity);

}  // namespace guong::entries
