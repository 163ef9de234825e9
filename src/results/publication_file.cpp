// Gathering what a publication speaks of, and sealing it: the ledger's record of it stands in the file, so
// that comes last.
#include "results/publication_file.h"

#include <set>

#include "guong/accounts/account.h"
#include "guong/base/crypto.h"
#include "guong/base/text.h"
#include "guong/store/log_subset.h"
#include "guong/store/public_log.h"
#include "guong/store/signed_head.h"
#include "guong/units/unit.h"
#include "results/file_records.h"
#include "results/publication_store.h"
#include "results/recheck.h"
#include "results/record.h"
#include "results/result_store.h"

namespace guong::results {
namespace {

constexpr std::size_t kSlugMax = 60;
constexpr std::size_t kSlugTail = 6;

std::vector<UnitId> units_named(const Publication& p) {
  std::set<UnitId> out;
  for (const auto& award : p.awards) {
    if (award.unit) out.insert(*award.unit);
    const auto work = p.prizes.works.find(award.code);
    if (work == p.prizes.works.end()) continue;
    for (const auto& author : work->second.identity.authors)
      if (author.unit) out.insert(*author.unit);
  }
  return {out.begin(), out.end()};
}

std::vector<AccountId> deciders(const Publication& p) {
  std::vector<AccountId> out;
  for (const auto& one : p.prizes.decided) out.push_back(one.by);
  return out;
}

std::string new_slug(Random& random, const std::string& title) {
  auto base = slug(title).substr(0, kSlugMax);
  while (base.ends_with('-')) base.pop_back();
  auto tail = random.code(kSlugTail);
  for (char& c : tail)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return base.empty() ? tail : base + "-" + tail;
}

/// An address for each work that may be read; a work keeps the one that it had.
void give_addresses(store::Reader& reader, Random& random, Publication& p) {
  for (const auto& award : p.awards) {
    if (!in_full(p, award.code) || p.slugs.contains(award.code)) continue;
    const auto& work = p.prizes.works.at(award.code);
    p.slugs[award.code] = known_slug(reader, work.entry).value_or(new_slug(random, work.title));
  }
}

void add_records(store::Reader& reader, const api::Keys& keys,
                 const std::vector<standings::OpenedRecord>& records, std::int64_t size,
                 standings::LedgerSeal& seal) {
  seal.key = ledger::format_verifier_key(keys.origin, as_text(ed25519_public_key(keys.signing_seed)));
  std::vector<std::int64_t> seqs;
  for (const auto& each : records) seqs.push_back(ledger::parse_record(each.record).value().seq);
  seal.records = records;
  seal.nodes = store::prove_subset(reader, size, seqs);
}

}  // namespace

bool in_full(const Publication& p, const std::string& code) {
  const auto work = p.prizes.works.find(code);
  return work != p.prizes.works.end() && work->second.publish_consent;
}

Publication gather(store::Reader& reader, const api::Keys& keys, const Result& result, Timestamp now) {
  Publication p;
  p.result = result;
  p.contest = contests::find_contest(reader, result.contest);
  p.prizes = load_prizes(reader, keys, result);
  p.rules_document = contests::rule_book_document(reader, result.contest, p.prizes.ranking.rules_version);
  p.awards = load_awards(reader, result.id);
  p.units = units::unit_names(reader, units_named(p));
  for (const auto& award : p.awards)
    if (award.unit) p.unit_codes[*award.unit] = units::find_unit(reader, *award.unit).value().code;
  p.people = accounts::account_names(reader, deciders(p));
  p.author_salt = "results/authors/" + std::to_string(result.id.value) + "/" + keys.seal;
  p.left = load_left_works(reader, result.contest);
  for (const auto& old : published_results(reader, result.contest))
    p.earlier.push_back({old.number, to_hex(as_text(sha256(old.document)))});
  p.now = now;
  if (result.supersedes) p.superseded_number = find_result(reader, result.contest, *result.supersedes).number;
  return p;
}

PreparedFile prepare_file(store::Reader& reader, const api::UseCaseContext& context, const Result& result) {
  PreparedFile out{gather(reader, context.keys, result, context.now), {}, 3, {}, {}};
  auto& p = out.publication;
  refuse_if_ground_moved(reader, result, p.prizes);
  give_addresses(reader, context.random, p);
  auto file = results_file(p);
  if (auto records = records_of_file(reader, context.keys, file)) {
    file.v = 4;
    out.records = std::move(*records);
  }
  out.v = file.v;
  out.file = standings::results_file_json(p.rules(), file);
  out.hash = standings::results_file_hash(out.file);
  return out;
}

/// The log is filled before: the record's number, which everybody reads, must not count what people did. The
/// head that is signed covers the record of this publication, which commits to all of the file but `ledger`:
/// with the record and its path in the file, anybody who holds the public key can tell this file from any
/// other.
std::string seal_file(store::Tx& tx, const api::UseCaseContext& context, const PreparedFile& prepared) {
  const auto& result = prepared.publication.result;
  store::fill_log(tx, context.now, context.log_writer());
  const auto appended = record(tx, context, "result.published", result,
                               {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))},
                                {"file_sha256", to_hex(as_text(prepared.hash))}});
  const auto head = store::sign_head(tx, context.now, context.keys.head_signer());
  standings::LedgerSeal seal{context.keys.origin, head.note, appended.record, appended.path, "", {}, {}};
  if (prepared.v >= 4) add_records(tx, context.keys, prepared.records, head.frontier.size(), seal);
  return standings::results_file_text(prepared.file, seal, prepared.v);
}

}  // namespace guong::results
