// Gathering what a publication speaks of, and sealing it: the ledger's record of it stands in the file, so
// that comes last.
#include "results/publication_file.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "guong/accounts/account.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/temporary_file.h"
#include "guong/base/text.h"
#include "guong/store/log_subset.h"
#include "guong/store/public_log.h"
#include "guong/store/signed_head.h"
#include "guong/units/unit.h"
#include "results/file_bytes.h"
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

void add_earlier(store::Reader& reader, const FileStore& files, Publication& p) {
  for (const auto& old : published_results(reader, p.contest.id)) {
    Hasher hasher;
    each_file_piece(reader, files.blobs, old.id, [&](std::string_view piece) { hasher.update(piece); });
    p.earlier.push_back({old.number, to_hex(as_text(hasher.digest()))});
  }
}

/// The file with its records, as far as it is known before it is published.
standings::ResultsFile file_of(store::Reader& reader, const api::Keys& keys, PreparedFile& prepared) {
  auto file = results_file(prepared.publication);
  file.ranking = std::move(prepared.publication.prizes.ranking);
  if (auto records = records_of_file(reader, keys, file)) {
    file.v = 4;
    prepared.seqs = std::move(records->seqs);
    prepared.leaves = store::leaves_so_far(reader);
    file.ledger = standings::LedgerSeal{"", "", "", {}, "", std::move(records->opened), {}};
  }
  prepared.v = file.v;
  return file;
}

[[noreturn]] void too_large(const standings::WrittenPart& written, const FileStore& files) {
  const auto megabytes = [](std::uint64_t bytes) { return std::to_string((bytes >> 20) + 1); };
  throw Error(ErrorKind::conflict, "results.file_too_large",
              {{"size", megabytes(written.bytes)}, {"limit", megabytes(files.limits.file - 1)}});
}

/// Refused as soon as it is too long for whoever verifies it.
void write_long_part(const standings::LongJson& file, const FileStore& files,
                     const standings::TakeText& take) {
  standings::WrittenPart written;
  standings::write_long_part(file, [&](std::string_view piece) {
    written.bytes += piece.size();
    written.largest = std::max(written.largest, piece.size());
    if (written.bytes > files.limits.file) too_large(written, files);
    take(piece);
  });
  if (!standings::can_be_read(file, written, files.limits)) too_large(written, files);
}

/// In a file of the blobs' folder first: it may be larger than memory.
Digest store_long_part(const standings::LongJson& file, const FileStore& files, Random& random) {
  const TemporaryFile temporary(files.blobs->temporary_folder() / ("results-" + random.token()));
  Hasher hasher;
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    write_long_part(file, files, [&](std::string_view piece) {
      hasher.update(piece);
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
    out.close();
    if (!out) throw Error(ErrorKind::unavailable, "store.disk_full");
  }
  Digest digest{};
  std::ranges::copy(hasher.digest(), digest.begin());
  files.blobs->adopt(temporary.path(), digest);
  return digest;
}

void put_long_part(const standings::LongJson& file, const FileStore& files, Random& random,
                   PreparedFile& prepared) {
  if (files.blobs)
    prepared.long_part = store_long_part(file, files, random);
  else
    write_long_part(file, files, [&](std::string_view piece) { prepared.long_text += piece; });
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
  p.now = now;
  if (result.supersedes) p.superseded_number = find_result(reader, result.contest, *result.supersedes).number;
  return p;
}

PreparedFile prepare_file(store::Reader& reader, const api::UseCaseContext& context, const Result& result,
                          const FileStore& files) {
  PreparedFile out{gather(reader, context.keys, result, context.now), {}, 3, {}, {}, {}, {}, {}};
  auto& p = out.publication;
  refuse_if_ground_moved(reader, result, p.prizes);
  add_earlier(reader, files, p);
  give_addresses(reader, context.random, p);
  const auto file = file_of(reader, context.keys, out);
  auto document = standings::long_results_file(p.rules(), file);
  out.hash = standings::results_file_hash(document);
  put_long_part(document, files, context.random, out);
  out.frame.frame = std::move(document.frame);
  return out;
}

/// The log is filled before: the record's number, which everybody reads, must not count what people did. The
/// head that is signed covers the record of this publication, which commits to all of the file but `ledger`:
/// with the record and its path in the file, anybody who holds the public key can tell this file from any
/// other.
FileText seal_file(store::Tx& tx, const api::UseCaseContext& context, const PreparedFile& prepared) {
  const auto& result = prepared.publication.result;
  const auto& keys = context.keys;
  store::fill_log(tx, context.now, context.log_writer());
  const auto appended = record(tx, context, "result.published", result,
                               {{"ranking_sha256", to_hex(as_text(result.ranking_sha256))},
                                {"file_sha256", to_hex(as_text(prepared.hash))}});
  const auto head = store::sign_head(tx, context.now, keys.head_signer());
  standings::LedgerSeal seal{keys.origin, head.note, appended.record, appended.path, "", {}, {}};
  if (prepared.v >= 4) {
    seal.key = ledger::format_verifier_key(keys.origin, as_text(ed25519_public_key(keys.signing_seed)));
    seal.nodes = store::prove_subset(tx, prepared.leaves, head.frontier, prepared.seqs);
  }
  auto rest = standings::results_file_rest(prepared.frame, seal, prepared.v);
  if (prepared.long_part) return {std::move(rest), prepared.long_part};
  return {prepared.long_text + rest.substr(standings::kRestBegin.size()), std::nullopt};
}

}  // namespace guong::results
