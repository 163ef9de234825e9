// HTTP of the author: parses, calls one use case, answers.
#include "entries/draft/draft_routes.h"

#include <nlohmann/json.hpp>

#include "entries/document.h"
#include "entries/draft/draft_reader.h"
#include "entries/draft/entrant_view.h"
#include "entries/draft/receipt_pdf.h"
#include "entries/entry_access.h"
#include "entries/original_file.h"
#include "entries/seal.h"
#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"
#include "guong/entries/use_cases.h"
#include "guong/store/record_proofs.h"
#include "guong/units/unit.h"

namespace guong::entries {
namespace {

using api::ReadCall;
using api::WriteCall;
using nlohmann::json;

void no_fields(const WriteCall& call) { api::FieldReader(call.body()).done(); }

http::Response revision_answer(Revision revision) {
  return api::json_answer({{"revision", revision.value}}, revision);
}

http::Response get_mine(ReadCall& call) {
  const auto entries_after = [&](const OwnedCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      return list_owned(reader, owner_tag(call.services().keys, call.actor().account),
                        call.query_id<ContestId>("contest"), after, limit);
    });
  };
  const auto page =
      api::page_after(call.cursor<OwnedCursor>(), call.limit(), entries_after, [](const OwnedEntry& entry) {
        return OwnedCursor{entry.contest, entry.created_at, entry.id};
      });
  std::vector<json> items;
  for (const auto& line : page.lines)
    items.push_back(to_json(line, open_identity(call.services().keys, line.identity), call.lang()));
  return api::list_answer(std::move(items), page.next);
}

http::Response post_entry(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto draft = read_draft(call.body());
  const auto context = call.context();
  return call.write_answer([&](store::Tx& tx) {
    const auto made = create_entry(tx, context, contest, draft);
    return api::created({{"id", made.id.value}, {"number", made.number}, {"revision", made.revision.value}},
                        "/api/entries/" + std::to_string(made.id.value), made.revision);
  });
}

http::Response get_entry(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto view =
      call.read([&](store::Reader& reader) { return entrant_view(reader, call.context(), id); });
  return api::json_answer(to_json(view), view.revision);
}

http::Response put_entry(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  const auto draft = read_draft(call.body());
  const auto context = call.context();
  return revision_answer(
      call.write([&](store::Tx& tx) { return save_draft(tx, context, id, expected, draft); }));
}

http::Response get_faults(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto faults =
      call.read([&](store::Reader& reader) { return faults_now(reader, call.context(), id, call.lang()); });
  return api::json_answer({{"faults", api::faults_json(faults, call.lang())}});
}

http::Response post_submit(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  no_fields(call);
  const auto context = call.context();
  // A refusal waits until the Idempotency-Key has been looked at: a repeated submission answers as the first
  // did.
  std::shared_ptr<const Prepared> prepared;
  std::exception_ptr refusal;
  try {
    prepared = call.read([&](store::Reader& reader) {
      return prepare_submission(reader, context, id, expected, call.lang());
    });
  } catch (const Error&) {
    refusal = std::current_exception();
  }
  return call.write_answer([&](store::Tx& tx) {
    if (refusal) std::rethrow_exception(refusal);
    const auto submission = submit_prepared(tx, context, *prepared);
    return api::json_answer(receipt_json(submission.receipt), submission.revision);
  });
}

http::Response post_reopen(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  no_fields(call);
  return revision_answer(
      call.write([&](store::Tx& tx) { return reopen_entry(tx, call.context(), id, expected); }));
}

http::Response post_withdraw(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  no_fields(call);
  return revision_answer(
      call.write([&](store::Tx& tx) { return withdraw_entry(tx, call.context(), id, expected); }));
}

/// What the ledger says of a submission, for its author; nothing until a head that covers it is public.
std::optional<std::string> proof_of(store::Reader& reader, std::string_view seal_key,
                                    std::optional<std::int64_t> seq) {
  if (!seq) return std::nullopt;
  return store::prove_record(reader, seal_key, *seq,
                             {"number", "version", "text_sha256", "files_sha256", "receipt"});
}

http::Response get_receipts(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto& seal_key = call.services().keys.seal;
  return call.read([&](store::Reader& reader) {
    own_entry(reader, call.context(), id);
    std::vector<json> items;
    for (const auto& version : list_versions(reader, id)) {
      items.push_back(json::parse(unseal(seal_key, version_context("receipt", id, version.version),
                                         as_text(version.receipt_sealed))));
      items.back()["proof"] = or_null(proof_of(reader, seal_key, version.ledger_seq));
    }
    return api::list_answer(std::move(items));
  });
}

/// The version of a path; Error{not_found} when there is no such one.
Version version_in_path(store::Reader& reader, const ReadCall& call, EntryId entry) {
  const auto version = find_version(reader, entry, call.path_id<EntryId>("version").value);
  if (!version) throw Error::not_found();
  return *version;
}

http::Response get_receipt_pdf(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto& keys = call.services().keys;
  http::Response answer;
  answer.body = call.read([&](store::Reader& reader) {
    const auto entry = own_entry(reader, call.context(), id);
    const auto version = version_in_path(reader, call, id);
    const auto receipt = read_receipt(
        unseal(keys.seal, version_context("receipt", id, version.version), as_text(version.receipt_sealed)));
    const auto contest = contest_now(reader, entry.contest);
    const auto host = units::find_unit(reader, contest.head.host_unit);
    return receipt_pdf(receipt,
                       {open_document(keys, id, version.version, version.document_sealed).content.title,
                        contest.head.name.in(call.lang()), host ? host->name : "",
                        contest.rules->calendar.zone, call.services().base_url},
                       call.lang());
  });
  const std::string name = "bien-nhan-" + std::to_string(id.value) + "-" + call.path_text("version") + ".pdf";
  return std::move(answer.set("Content-Type", "application/pdf")
                       .set("Content-Disposition", "inline; filename=\"" + name + "\"")
                       .set("Cache-Control", "private, no-store"));
}

http::Response get_files(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto files = call.read([&](store::Reader& reader) {
    own_entry(reader, call.context(), id);
    return file_views(reader, call.services().keys, id);
  });
  std::vector<json> items;
  for (const auto& file : files) items.push_back(to_json(file));
  return api::list_answer(std::move(items));
}

http::Response put_files(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  api::FieldReader fields(call.body());
  const auto& list = fields.raw("order", true);
  std::vector<EntryFileId> order;
  if (list.is_array())
    for (const auto& item : list)
      order.push_back({item.is_number_integer() ? item.get<std::int64_t>() : std::int64_t{0}});
  fields.done();
  call.write([&](store::Tx& tx) { order_entry_files(tx, call.context(), id, order); });
  return api::no_content();
}

http::Response get_file(ReadCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto file = call.read([&](store::Reader& reader) {
    own_entry(reader, call.context(), id);
    return find_file(reader, id, call.path_id<EntryFileId>("file"));
  });
  if (!file) throw Error::not_found();
  return original_file(call, *file);
}

http::Response delete_file(WriteCall& call) {
  const auto id = call.path_id<EntryId>("entry");
  const auto file = call.path_id<EntryFileId>("file");
  call.write([&](store::Tx& tx) { remove_entry_file(tx, call.context(), id, file); });
  return api::no_content();
}

constexpr api::Route kOwn[] = {
    api::get("/api/entries", "listMyEntries", api::kSignedIn, get_mine),
    api::creating_post("/api/contests/{contest}/entries", "createEntry", api::kSignedIn, post_entry),
    api::get("/api/entries/{entry}", "getEntry", api::kSignedIn, get_entry),
    api::put("/api/entries/{entry}", "saveEntry", api::kSignedIn, put_entry),
    api::get("/api/entries/{entry}/faults", "checkEntry", api::kSignedIn, get_faults),
    api::creating_post("/api/entries/{entry}/submit", "submitEntry", api::kSignedIn, post_submit),
    api::post("/api/entries/{entry}/reopen", "reopenEntry", api::kSignedIn, post_reopen),
    api::post("/api/entries/{entry}/withdraw", "withdrawEntry", api::kSignedIn, post_withdraw),
    api::get("/api/entries/{entry}/receipts", "listReceipts", api::kSignedIn, get_receipts),
    api::heavy(api::slow_get("/api/entries/{entry}/receipts/{version}/pdf", "getReceiptPdf", api::kSignedIn,
                             get_receipt_pdf)),
    api::get("/api/entries/{entry}/files", "listEntryFiles", api::kSignedIn, get_files),
    api::put("/api/entries/{entry}/files", "orderEntryFiles", api::kSignedIn, put_files),
    api::slow_get("/api/entries/{entry}/files/{file}", "getEntryFile", api::kSignedIn, get_file),
    api::del("/api/entries/{entry}/files/{file}", "removeEntryFile", api::kSignedIn, delete_file),
};

}  // namespace

std::span<const api::Route> draft_routes() { return kOwn; }

}  // namespace guong::entries
