// HTTP of the judge's desk: terms, assigned works, scorecards. Each request names a work by its code, never
// by its entry.
#include <charconv>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/contests/contest.h"
#include "guong/standings/round_rules.h"
#include "judging/judging_views.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;
constexpr std::size_t kCommentMax = 5000;
constexpr std::size_t kMaxInterests = 100;
constexpr std::size_t kMaxMarks = 100;

int path_position(const api::ReadCall& call) {
  const auto& text = call.path_text("position");
  int position = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error != std::errc{} || end != text.data() + text.size()) throw Error::not_found();
  return position;
}

std::vector<Interest> read_interests(const json& body) {
  api::FieldReader fields(body);
  const auto& list = fields.raw("interests", false);
  std::vector<Interest> interests;
  if (!list.is_null() && !list.is_array()) fields.add({"/interests", "judging.not_list", {}});
  if (list.is_array() && list.size() > kMaxInterests)
    fields.add({"/interests", "base.too_many_items", {{"limit", std::to_string(kMaxInterests)}}});
  for (std::size_t i = 0; list.is_array() && i < list.size() && i < kMaxInterests; ++i) {
    api::FieldReader item(list[i], "/interests/" + std::to_string(i));
    Interest interest;
    interest.kind = item.choice("kind", {"relative", "close_tie", "unit", "supervisor", "shared_address"});
    interest.name = item.opt_text("name", 200).value_or("");
    interest.unit = item.opt_id<UnitId>("unit");
    if (interest.kind == "unit" ? !interest.unit.has_value() : interest.name.empty())
      item.add({item.pointer() + (interest.kind == "unit" ? "/unit" : "/name"),
                "judging.interest_incomplete",
                {}});
    for (auto& fault : item.faults()) fields.add(std::move(fault));
    interests.push_back(std::move(interest));
  }
  fields.done();
  return interests;
}

CardDraft read_card(const json& body) {
  api::FieldReader fields(body);
  CardDraft draft;
  draft.comment_jury = fields.opt_text("comment_jury", kCommentMax).value_or("");
  draft.comment_author = fields.opt_text("comment_author", kCommentMax).value_or("");
  auto marks = fields.raw("marks", true);
  for (auto mark = marks.begin(); marks.is_object() && mark != marks.end();)
    mark = mark->is_null() ? marks.erase(mark) : std::next(mark);  // null: not marked yet
  if (marks.is_null()) marks = json::object();
  api::FieldReader numbers(marks, "/marks");
  if (marks.size() > kMaxMarks)
    fields.add({"/marks", "base.too_many_items", {{"limit", std::to_string(kMaxMarks)}}});
  else if (marks.is_object())
    for (const auto& [criterion, value] : marks.items()) draft.marks[criterion] = numbers.decimal(criterion);
  for (auto& fault : numbers.faults()) fields.add(std::move(fault));
  fields.done();
  return draft;
}

http::Response contests_to_judge(api::ReadCall& call) {
  const auto rows = call.read(
      [&](store::Reader& reader) { return judging_contests(reader, call.actor().account, call.now()); });
  std::vector<json> items;
  for (const auto& row : rows) items.push_back(judging_contest_json(row));
  return api::list_answer(std::move(items));
}

http::Response get_terms(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  return call.read([&](store::Reader& reader) {
    return api::json_answer(
        terms_json(own_terms(reader, call.services().keys, call.actor().account, contest)));
  });
}

http::Response terms_answer(api::WriteCall& call, store::Tx& tx, ContestId contest) {
  return api::json_answer(terms_json(own_terms(tx, call.services().keys, call.actor().account, contest)));
}

http::Response post_terms(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto interests = read_interests(call.body());
  return call.write([&](store::Tx& tx) {
    accept_terms(tx, call.context(), contest, interests);
    return terms_answer(call, tx, contest);
  });
}

http::Response put_interests(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto interests = read_interests(call.body());
  return call.write([&](store::Tx& tx) {
    declare_interests(tx, call.context(), contest, interests);
    return terms_answer(call, tx, contest);
  });
}

http::Response works(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto works_after = [&](const DeskCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      return own_works(reader, call.actor().account, contest, after, limit);
    });
  };
  const auto page =
      api::page_after(call.cursor<DeskCursor>(), call.limit(), works_after, [](const DeskItem& item) {
        return DeskCursor{item.round, item.code};
      });
  std::vector<json> items;
  for (const auto& item : page.lines) items.push_back(desk_item_json(item));
  return api::list_answer(std::move(items), page.next);
}

http::Response work(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  return call.read([&](store::Reader& reader) {
    const auto own = own_work(reader, call.actor().account, contest, code);
    const auto work = entries::anonymous_work(reader, contest, code);
    if (!work) throw Error::not_found();
    const auto rules = contests::contest_rules(reader, contest);
    const auto& round = standings::round_rules(*rules, own.round);
    return api::json_answer(work_json(own, *work, round), own.card.revision);
  });
}

http::Response file(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  const auto position = path_position(call);
  return call.read([&](store::Reader& reader) {
    own_work(reader, call.actor().account, contest, code);  // refuses what is not assigned
    return entries::anonymous_file(reader, call.blobs(), call.request(), contest, code, position);
  });
}

http::Response put_card(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  const auto expected = call.if_match();
  const auto draft = read_card(call.body());
  const auto revision = call.write(
      [&](store::Tx& tx) { return save_card(tx, call.context(), contest, code, draft, expected); });
  return api::json_answer({{"revision", revision.value}, {"saved_at", to_rfc3339(call.now())}}, revision);
}

http::Response post_submit(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  const auto expected = call.if_match();
  const auto revision =
      call.write([&](store::Tx& tx) { return submit_card(tx, call.context(), contest, code, expected); });
  return api::json_answer({{"revision", revision.value}, {"submitted_at", to_rfc3339(call.now())}}, revision);
}

http::Response post_recuse(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto& code = call.path_text("code");
  api::FieldReader fields(call.body());
  const auto reason = fields.text("reason", 1000);
  fields.done();
  call.write([&](store::Tx& tx) { recuse(tx, call.context(), contest, code, reason); });
  return api::no_content();
}

constexpr auto kJudge = api::only(api::Role::judge);
http::Response get_card_proof(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  http::Response answer;
  answer.body = call.read([&](store::Reader& reader) {
    return card_proof(reader, call.context(), contest, call.path_text("code"));
  });
  return std::move(
      answer.set("Content-Type", "text/plain; charset=utf-8")
          .set("Content-Disposition", "attachment; filename=\"" + call.path_text("code") + ".tlog-proof\""));
}

constexpr api::Route kRoutes[] = {
    api::get("/api/judging/contests", "listJudgingContests", kJudge, contests_to_judge),
    api::get("/api/contests/{contest}/judge/terms", "getJudgeTerms", kJudge, get_terms),
    api::post("/api/contests/{contest}/judge/terms", "acceptJudgeTerms", kJudge, post_terms),
    api::put("/api/contests/{contest}/judge/interests", "declareInterests", kJudge, put_interests),
    api::get("/api/contests/{contest}/judge/works", "listJudgeWorks", kJudge, works),
    api::get("/api/contests/{contest}/judge/works/{code}", "getJudgeWork", kJudge, work),
    api::slow_get("/api/contests/{contest}/judge/works/{code}/files/{position}", "getJudgeFile", kJudge,
                  file),
    api::put("/api/contests/{contest}/judge/works/{code}/card", "saveCard", kJudge, put_card),
    api::post("/api/contests/{contest}/judge/works/{code}/card/submit", "submitCard", kJudge, post_submit),
    api::slow_get("/api/contests/{contest}/judge/works/{code}/card/proof", "getCardProof", kJudge,
                  get_card_proof),
    api::post("/api/contests/{contest}/judge/works/{code}/recuse", "recuse", kJudge, post_recuse),
};

}  // namespace

std::span<const api::Route> desk_routes() { return kRoutes; }

}  // namespace guong::judging
