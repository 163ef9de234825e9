// What leaves the module for judging: anonymous works, renditions, and facts for conflict checks.
#include "guong/entries/judging_view.h"

#include "entries/anonymous/judging_store.h"
#include "entries/author_units.h"
#include "entries/co_author_store.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/accounts/account.h"
#include "guong/base/prose.h"
#include "guong/base/text.h"
#include "guong/store/checked_blobs.h"
#include "guong/works/file_kind.h"

namespace guong::entries {
namespace {

/// As they stood when the entry was accepted; before units were confirmed what an entry said counted as such.
void add_units(ConflictFacts& facts, const api::Keys& keys, const SealedEntry& row,
               const Identity& identity) {
  const bool before = row.units.empty();
  const auto frozen = before ? std::vector<UnitFact>{} : open_units(keys, row.identity.entry(), row.units);
  for (std::size_t i = 0; i < identity.authors.size(); ++i) {
    const auto fact = i < frozen.size() ? frozen[i] : UnitFact{};
    if (const auto unit = identity.authors[i].unit) {
      const bool confirmed = before || fact.said.state == accounts::MemberState::confirmed;
      (confirmed ? facts.units : facts.claimed_units).push_back(*unit);
    }
    if (fact.member) facts.units.push_back(*fact.member);
  }
}

ConflictFacts facts_of(const api::Keys& keys, const SealedEntry& row) {
  const auto identity = open_identity(keys, row.identity);
  ConflictFacts facts{row.code,      {}, {}, {}, {}, {}, {}, fold(row.exemplar_name), row.exemplar_unit,
                      identity.owner};
  add_units(facts, keys, row, identity);
  for (const auto& author : identity.authors) {
    if (author.account)
      facts.accounts.push_back(*author.account);
    else if (auto identifier = accounts::parse_identifier(author.contact))
      facts.contacts.push_back(std::move(identifier->text));
    facts.folded_names.push_back(fold(author.name));
  }
  for (const auto& name : identity.declared_interests) facts.folded_declared_interests.push_back(fold(name));
  return facts;
}

/// What the file is saved as: the code, its place, and an ending by kind.
std::string saved_name(std::string_view code, int position, std::string_view kind) {
  const auto ending = works::extension_of(works::kind_from_name(kind));
  return std::string(code) + "-" + std::to_string(position) + std::string(ending);
}

}  // namespace

std::optional<AnonymousWork> anonymous_work(store::Reader& reader, ContestId contest, std::string_view code) {
  auto found = find_work(reader, contest, code);
  if (!found) return std::nullopt;
  found->work.files = work_files(reader, found->id);
  // Only a work with pictures in its text asks for their places: every judge reads this page again and again.
  if (has_pictures(found->work.body))
    found->work.body = with_pictures(found->work.body, picture_places(reader, found->id));
  return std::move(found->work);
}

http::Response anonymous_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                              ContestId contest, std::string_view code, int position) {
  const auto row = find_rendition(reader, contest, code, position);
  if (!row) throw Error::not_found();
  auto answer = http::file_response(request, store::open_checked(reader.state(), blobs, row->sha256),
                                    row->media_type, "\"" + to_hex(as_text(row->sha256)) + "\"");
  answer.set("Content-Disposition", "inline; filename=\"" + saved_name(code, position, row->kind) + "\"");
  answer.set("Cache-Control", "private, no-cache");
  return answer;
}

std::optional<AnonymousPicture> anonymous_picture(store::Reader& reader, const store::Blobs& blobs,
                                                  ContestId contest, std::string_view code, int position) {
  const auto row = find_rendition(reader, contest, code, position);
  if (!row) return std::nullopt;
  return AnonymousPicture{store::open_checked(reader.state(), blobs, row->sha256),
                          works::kind_from_name(row->kind)};
}

std::vector<CodedEntry> accepted_entries(store::Reader& reader, ContestId contest) {
  return coded_entries(reader, contest);
}

std::vector<std::string> undecided_numbers(store::Reader& reader, ContestId contest, Timestamp now) {
  return waiting_numbers(reader, contest, now);
}

void each_conflict_facts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                         const std::function<void(const ConflictFacts&)>& f) {
  each_sealed_entry(reader, contest, [&](SealedEntry row) {
    if (row.accepted) f(facts_of(keys, row));
  });
}

std::optional<ConflictFacts> conflict_facts(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                            std::string_view code) {
  const auto row = find_sealed_entry(reader, contest, code);
  if (!row || !row->accepted) return std::nullopt;
  return facts_of(keys, *row);
}

std::string intake_mark(store::Reader& reader, ContestId contest) {
  return tally_text(reader, contest) + co_authors_mark(reader, contest);
}

bool has_entered(store::Reader& reader, const api::Keys& keys, AccountId account, ContestId contest) {
  return tag_in_contest(reader, contest, author_tag(keys, contest, account));
}

}  // namespace guong::entries
