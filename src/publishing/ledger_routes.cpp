// HTTP of the public log by C2SP tlog-tiles. Hashes of records below the newest public head are given to anybody; texts
// of records only where their contest's results are published: before, kind and time would tell who acted when.
#include "publishing/ledger_routes.h"

#include <algorithm>
#include <charconv>

#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/contests/contest.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/record_proof.h"
#include "guong/ledger/tiles.h"
#include "guong/results/published.h"
#include "guong/results/result.h"
#include "guong/store/cosignatures.h"
#include "guong/store/public_log.h"

namespace guong::publishing {
namespace {

using ledger::TileAddress;

constexpr int kRecordsAtOnce = 1000;
constexpr std::size_t kCosignaturesMax = 16'384;
constexpr std::size_t kLinesMax = 16;
constexpr std::string_view kPlain = "text/plain; charset=utf-8";
constexpr std::string_view kBytes = "application/octet-stream";
constexpr std::string_view kShort = "public, max-age=5";
constexpr std::string_view kForEver = "public, max-age=31536000, immutable";

/// Others' pages may read these too: a check in a browser needs no page of ours.
http::Response answer(std::string body, std::string_view type, std::string_view cache) {
  http::Response out;
  out.body = std::move(body);
  return std::move(out.set("Content-Type", std::string(type))
                       .set("Cache-Control", std::string(cache))
                       .set("Access-Control-Allow-Origin", "*"));
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < kLinesMax) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

store::PublicHead head_or_404(store::Reader& reader) {
  auto head = store::cosigned_head(reader);
  if (!head) throw Error::not_found();
  return std::move(*head);
}

http::Response get_checkpoint(api::ReadCall& call) {
  return answer(call.read([](store::Reader& reader) { return head_or_404(reader).note; }), kPlain, kShort);
}

/// Signature lines of witnesses for the newest public head. Looked at in a read first, so that a stranger's
/// nonsense costs no write.
http::Response post_cosignatures(api::WriteCall& call) {
  const auto lines = split_lines(call.request().body);
  const auto wanted = [&](store::Reader& reader, const std::string& line) {
    return store::find_cosigner(reader, line).has_value();
  };
  const auto known = call.read([&](store::Reader& reader) {
    return std::ranges::any_of(lines, [&](const auto& line) { return wanted(reader, line); });
  });
  if (!known) throw Error(ErrorKind::forbidden, "publishing.not_a_cosignature");
  call.write([&](store::Tx& tx) {
    for (const auto& line : lines) store::keep_cosignature(tx, line, call.now());
  });
  results::publish_witnessed(call.services(), call.now());
  return api::no_content();
}

http::Response get_key(api::ReadCall& call) {
  const auto& keys = call.services().keys;
  const auto key = ed25519_public_key(keys.signing_seed);
  return answer(ledger::format_verifier_key(keys.origin, as_text(key)) + "\n", kPlain, kShort);
}

/// Records that everybody may read: those of contests whose results are published, and the log's own.
bool is_public(store::Reader& reader, const store::LogRecord& record) {
  if (record.kind == store::kNeverRead) return false;
  if (!record.contest) return record.kind.starts_with("ledger.");
  return results::latest_published(reader, *record.contest).has_value();
}

/// Each record behind its length in two bytes, big end first. Only where all of a bundle is public.
std::string bundle(store::Reader& reader, const TileAddress& address) {
  const auto first = address.index * ledger::kTileWidth;
  const auto records = store::records_between(reader, first, first + address.width);
  std::string out;
  for (const auto& one : records) {
    if (one.record.size() > UINT16_MAX || !is_public(reader, one)) throw Error::not_found();
    out += static_cast<char>(one.record.size() >> 8);
    out += static_cast<char>(one.record.size() & 0xff);
    out += one.record;
  }
  return out;
}

std::string hashes(store::Reader& reader, const TileAddress& address) {
  std::string out;
  for (const auto& hash : store::read_tile(reader, address)) out += as_text(hash);
  return out;
}

http::Response get_tile(api::ReadCall& call) {
  const auto address = ledger::parse_tile_path("tile/" + call.path_text("path"));
  if (!address) throw Error::not_found();
  return call.read([&](store::Reader& reader) {
    const auto there = ledger::tile_width(head_or_404(reader).size, address->level, address->index);
    if (address->width > there) throw Error::not_found();
    return answer(address->entries ? bundle(reader, *address) : hashes(reader, *address), kBytes, kForEver);
  });
}

std::int64_t read_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) throw Error::not_found();
  return number;
}

http::Response get_proof(api::ReadCall& call) {
  const auto seq = read_number(call.path_text("seq"));
  return call.read([&](store::Reader& reader) {
    const auto head = head_or_404(reader);
    const auto records = store::records_between(reader, seq, seq + 1);
    if (seq >= head.size || records.empty() || !is_public(reader, records[0])) throw Error::not_found();
    return answer(
        ledger::format_record_proof(
            {records[0].record, {}, seq, store::tree_of(reader, head.size).inclusion(seq), head.note}),
        kPlain, kShort);
  });
}

/// One record a line, at most so many: the next begin at ?from=, one above the last's number.
http::Response get_records(api::ReadCall& call) {
  const auto from = read_number(call.request().query_value("from").value_or("0"));
  return call.read([&](store::Reader& reader) {
    const auto contest = contests::find_contest_by_slug(reader, call.path_text("slug"));
    if (!contest || !results::latest_published(reader, contest->id)) throw Error::not_found();
    std::string lines;
    for (const auto& one :
         store::records_of_contest(reader, contest->id, from, head_or_404(reader).size, kRecordsAtOnce))
      lines += one.record + "\n";
    return answer(std::move(lines), kPlain, kShort);
  });
}

constexpr api::Route kRoutes[] = {
    api::get("/ledger/checkpoint", "page:ledger-checkpoint", api::kAnyone, get_checkpoint),
    {http::Method::post, "/ledger/cosignatures", "page:ledger-cosignatures", api::kAnyone, nullptr,
     post_cosignatures, nullptr, kCosignaturesMax},
    api::get("/ledger/key", "page:ledger-key", api::kAnyone, get_key),
    api::slow_get("/ledger/tile/{path...}", "page:ledger-tile", api::kAnyone, get_tile),
    api::slow_get("/ledger/proof/{seq}", "page:ledger-proof", api::kAnyone, get_proof),
    api::slow_get("/ledger/records/{slug}", "page:ledger-records", api::kAnyone, get_records),
};

}  // namespace

std::span<const api::Route> ledger_routes() { return kRoutes; }

}  // namespace guong::publishing
