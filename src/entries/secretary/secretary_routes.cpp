// HTTP of the secretary's desk: parses, calls one use case, answers.
#include "entries/secretary/secretary_routes.h"

#include <nlohmann/json.hpp>

#include "entries/entry_access.h"
#include "entries/original_file.h"
#include "entries/seal.h"
#include "entries/secretary/desk_view.h"
#include "entries/submitted_work.h"
#include "guong/api/answer.h"
#include "guong/base/text.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

using api::ReadCall;
using api::Role;
using api::WriteCall;
using nlohmann::json;

constexpr std::size_t kReasonMax = 2000;
// The files of every entry are read for leaks while the client waits.
constexpr std::size_t kBatchMax = 50;

http::Response revision_answer(Revision revision) {
  return api::json_answer({{"revision", revision.value}}, revision);
}

http::Response get_entries(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto filter = filter_of(call, contest);
  const auto page = call.read([&](store::Reader& reader) {
    return list_in_contest(reader, contest, filter, call.cursor<ListCursor>(), call.limit());
  });
  std::vector<json> items;
  for (const auto& line : page.lines) items.push_back(to_json(line));
  return api::list_answer(std::move(items), page.next ? api::write_cursor(*page.next) : "");
}

http::Response get_entry(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto view =
      call.read([&](store::Reader& reader) { return desk_view(reader, call.context(), contest, id); });
  return api::json_answer(to_json(view), view.revision);
}

http::Response get_version(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto version = call.path_id<Id<struct VersionTag>>("version").value;
  return api::json_answer(to_json(call.read(
      [&](store::Reader& reader) { return version_view(reader, call.context(), contest, id, version); })));
}

http::Response get_file(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto file = call.read([&](store::Reader& reader) {
    return submitted_file(reader, call.services().keys, desk_entry(reader, contest, id),
                          call.path_id<EntryFileId>("file"));
  });
  return original_file(call, file);
}

json leaks_json(const std::vector<LeakHit>& leaks) {
  json out = json::array();
  for (const auto& hit : leaks) out.push_back({{"kind", hit.kind}, {"pointer", hit.pointer}});
  return out;
}

http::Response get_leaks(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto leaks = check_leaks(call.services().store, call.blobs(), call.context(), contest, id);
  return api::json_answer({{"leaks", leaks_json(leaks)}});
}

http::Response post_accept(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  api::FieldReader fields(call.body());
  auto release = fields.opt_text("release_reason", kReasonMax);
  const bool unconfirmed = fields.flag("unconfirmed", false);
  const bool units = fields.flag("units", false);
  fields.done();
  if (release && release->empty()) release.reset();
  const auto context = call.context();
  const Acceptance acceptance{id,
                              expected,
                              check_leaks(call.services().store, call.blobs(), context, contest, id),
                              std::move(release),
                              unconfirmed,
                              units};
  return revision_answer(
      call.write([&](store::Tx& tx) { return accept_entry(tx, context, contest, acceptance); }));
}

std::vector<Acceptance> read_batch(const json& body) {
  api::FieldReader fields(body);
  const auto& list = fields.raw("entries", true);
  std::vector<Acceptance> out;
  if (!list.is_null() && (!list.is_array() || list.empty() || list.size() > kBatchMax)) {
    fields.add({"/entries", "entries.batch_size", {{"max", std::to_string(kBatchMax)}}});
  } else if (list.is_array()) {
    for (const auto& item : list) {
      api::FieldReader one(item, "/entries/" + std::to_string(out.size()));
      const auto id = one.id<EntryId>("id");
      out.push_back({id, Revision{one.integer("revision", 1, (1LL << 53) - 1)}, {}, std::nullopt, false});
      for (auto& fault : one.faults()) fields.add(std::move(fault));
    }
  }
  fields.done();
  return out;
}

/// One entry of a batch: a refusal of one does not hold up the others.
json accept_one(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                const Acceptance& acceptance) {
  json out = {{"id", acceptance.entry.value}};
  try {
    out["revision"] = accept_entry(tx, context, contest, acceptance).value;
    out["outcome"] = "accepted";
  } catch (const Error& error) {
    out["outcome"] = error.kind() == ErrorKind::invalid ? "held" : "refused";
    out["key"] = error.key();
    out["leaks"] = leaks_json(acceptance.leaks);
  }
  return out;
}

/// Leaks of an entry that is not there are none: accepting it says so.
std::vector<LeakHit> leaks_or_none(WriteCall& call, ContestId contest, EntryId entry) {
  try {
    return check_leaks(call.services().store, call.blobs(), call.context(), contest, entry);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    return {};
  }
}

http::Response post_accept_batch(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  auto batch = read_batch(call.body());
  for (auto& acceptance : batch) acceptance.leaks = leaks_or_none(call, contest, acceptance.entry);
  const auto context = call.context();
  return api::json_answer({{"results", call.write([&](store::Tx& tx) {
                              json results = json::array();
                              for (const auto& one : batch)
                                results.push_back(accept_one(tx, context, contest, one));
                              return results;
                            })}});
}

http::Response post_return(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  api::FieldReader fields(call.body());
  const auto reason = fields.text("reason", kReasonMax);
  const auto reply_by = fields.time("reply_by");
  fields.done();
  return revision_answer(call.write([&](store::Tx& tx) {
    return return_entry(tx, call.context(), contest, id, expected, reason, reply_by);
  }));
}

http::Response post_refuse(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  api::FieldReader fields(call.body());
  const auto reason = fields.text("reason", kReasonMax);
  fields.done();
  return revision_answer(call.write(
      [&](store::Tx& tx) { return refuse_entry(tx, call.context(), contest, id, expected, reason); }));
}

http::Response post_disqualify(WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<EntryId>("entry");
  const auto expected = call.if_match();
  api::FieldReader fields(call.body());
  const auto reason = fields.text("reason", kReasonMax);
  const auto decision = fields.text("decision_number", 100);
  fields.done();
  return revision_answer(call.write([&](store::Tx& tx) {
    return disqualify_entry(tx, call.context(), contest, id, expected, reason, decision);
  }));
}

constexpr auto kSecretary = api::only(Role::secretary);
constexpr auto kBoard = api::any_of(Role::secretary | Role::organiser | Role::head);

constexpr api::Route kDesk[] = {
    api::get("/api/contests/{contest}/entries", "listEntries", kBoard, get_entries),
    api::get("/api/contests/{contest}/entries/{entry}", "getDeskEntry", kSecretary, get_entry),
    api::get("/api/contests/{contest}/entries/{entry}/versions/{version}", "getDeskVersion", kSecretary,
             get_version),
    api::slow_get("/api/contests/{contest}/entries/{entry}/files/{file}", "getDeskFile", kSecretary,
                  get_file),
    api::heavy(
        api::slow_get("/api/contests/{contest}/entries/{entry}/leaks", "checkLeaks", kSecretary, get_leaks)),
    api::heavy(
        api::post("/api/contests/{contest}/entries/accept", "acceptEntries", kSecretary, post_accept_batch)),
    api::heavy(
        api::post("/api/contests/{contest}/entries/{entry}/accept", "acceptEntry", kSecretary, post_accept)),
    api::post("/api/contests/{contest}/entries/{entry}/return", "returnEntry", kSecretary, post_return),
    api::post("/api/contests/{contest}/entries/{entry}/refuse", "refuseEntry", kSecretary, post_refuse),
    api::post("/api/contests/{contest}/entries/{entry}/disqualify", "disqualifyEntry",
              api::any_of(Role::organiser | Role::head), post_disqualify),
};

}  // namespace

std::span<const api::Route> secretary_routes() { return kDesk; }

ListFilter filter_of(const ReadCall& call, ContestId contest) {
  ListFilter filter;
  const auto& request = call.request();
  if (const auto state = request.query_value("state"); state && !state->empty()) {
    filter.state = state_from_name(*state);
    if (!filter.state || *filter.state == State::draft)
      throw Error(ErrorKind::malformed, "entries.state_unknown");
  }
  // Ids of categories and fields are plain; PostgreSQL does not even take a question for what is no text.
  const auto plain = [&](const char* name, const char* refusal) {
    auto id = request.query_value(name).value_or("");
    if (!std::ranges::all_of(id, [](char c) { return c > ' ' && c < 0x7f; }))
      throw Error(ErrorKind::malformed, refusal);
    return id;
  };
  filter.category = plain("category", "entries.category_unknown");
  filter.field = plain("field", "entries.field_unknown");
  const auto text = request.query_value("q").value_or("");
  if (!valid_utf8(text) || text.size() > 400) throw Error(ErrorKind::malformed, "entries.search_unreadable");
  // Whoever finds an entry by its author's name has learned who wrote it: that is the secretary's alone.
  const bool by_author = api::holds(call.actor(), Role::secretary, contest);
  for (auto& word : folded_words(text)) {
    auto tag = by_author ? name_tag(call.services().keys, contest, word) : Bytes();
    filter.words.push_back({std::move(word), std::move(tag)});
  }
  return filter;
}

}  // namespace guong::entries
