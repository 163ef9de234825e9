// The bodies of the steps' requests, read field by field.
#include "results/step_bodies.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"

namespace guong::results {
namespace {

using nlohmann::json;
using store::Tx;
using Context = api::UseCaseContext;

constexpr std::size_t kMaxChanges = 200;

Step read_compute(const json& body) {
  api::FieldReader fields(body);
  const auto reason = fields.opt_text("reason", 1000).value_or("");
  fields.done();
  return {std::nullopt,
          [reason](Tx& tx, const Context& context, ContestId contest, ResultId, const ReadAhead& ahead) {
            return compute_result(tx, context, contest, reason, ahead).id;
          }};
}

Step read_tie(const json& body) {
  api::FieldReader fields(body);
  const auto& list = fields.raw("order", true);
  std::vector<std::string> order;
  for (const auto& code : list.is_array() ? list : json::array())
    order.push_back(code.is_string() ? code.get<std::string>() : "");
  // Left out: whichever table has the tie. Null: the whole contest.
  const bool named = body.is_object() && body.contains("category");
  const auto category = fields.opt_text("category", 100);
  fields.done();
  const auto table = named ? std::optional(category.value_or("")) : std::nullopt;
  return {ResultAction::decide_tie, [order, table](Tx& tx, const Context& context, ContestId contest,
                                                   ResultId id, const ReadAhead& ahead) {
            decide_tie(tx, context, contest, id, order, table, ahead);
            return id;
          }};
}

Step read_join(const json&) {
  return {ResultAction::join,
          [](Tx& tx, const Context& context, ContestId contest, ResultId id, const ReadAhead& ahead) {
            join_codes(tx, context, contest, id, ahead);
            return id;
          }};
}

AwardChange read_change(const json& value, const std::string& pointer, api::FieldReader& all) {
  api::FieldReader fields(value, pointer);
  AwardChange change;
  change.take = fields.choice("act", {"give", "take"}) == "take";
  change.prize = fields.text("prize", 100);
  change.category = fields.opt_text("category", 100).value_or("");
  change.code = fields.opt_text("code", 40).value_or("");
  change.unit = fields.opt_id<UnitId>("unit");
  if (change.code.empty() == !change.unit.has_value()) fields.add({pointer, "results.code_or_unit", {}});
  for (auto& fault : fields.faults()) all.add(std::move(fault));
  return change;
}

Step read_awards(const json& body) {
  api::FieldReader fields(body);
  const auto& list = fields.raw("changes", true);
  const auto reason = fields.text("reason", 1000);
  std::vector<AwardChange> changes;
  if (list.is_array() && list.size() > kMaxChanges)
    fields.add({"/changes", "base.too_many_items", {{"limit", std::to_string(kMaxChanges)}}});
  else if (list.is_array())
    for (std::size_t i = 0; i < list.size(); ++i)
      changes.push_back(read_change(list[i], "/changes/" + std::to_string(i), fields));
  else if (!list.is_null())
    fields.add({"/changes", "results.not_list", {}});
  fields.done();
  return {ResultAction::adjust, [changes, reason](Tx& tx, const Context& context, ContestId contest,
                                                  ResultId id, const ReadAhead& ahead) {
            adjust_awards(tx, context, contest, id, changes, reason, ahead);
            return id;
          }};
}

Step read_propose(const json& body) {
  api::FieldReader fields(body);
  const auto number = fields.text("decision_number", 100);
  const auto vacancy = fields.opt_text("vacancy_reason", 1000).value_or("");
  fields.done();
  return {ResultAction::propose, [number, vacancy](Tx& tx, const Context& context, ContestId contest,
                                                   ResultId id, const ReadAhead& ahead) {
            propose_result(tx, context, contest, id, number, vacancy, ahead);
            return id;
          }};
}

Step read_approve(const json&) {
  return {ResultAction::approve,
          [](Tx& tx, const Context& context, ContestId contest, ResultId id, const ReadAhead& ahead) {
            approve_result(tx, context, contest, id, ahead);
            return id;
          }};
}

Step read_publish(const json& body) {
  api::FieldReader fields(body);
  const auto at = fields.opt_time("at");
  fields.done();
  return {ResultAction::publish,
          [at](Tx& tx, const Context& context, ContestId contest, ResultId id, const ReadAhead& ahead) {
            publish_result(tx, context, contest, id, at, ahead);
            return id;
          }};
}

struct Named {
  std::string_view name;
  Step (*read)(const json& body);
};
constexpr Named kSteps[] = {{"compute", read_compute}, {"decide_tie", read_tie},  {"join", read_join},
                            {"adjust", read_awards},   {"propose", read_propose}, {"approve", read_approve},
                            {"publish", read_publish}};

}  // namespace

Step read_step(std::string_view name, const json& body) {
  for (const auto& each : kSteps)
    if (each.name == name) return each.read(body);
  throw Error(ErrorKind::internal, "base.unknown_name");
}

ReadAhead read_ahead(const api::Services& services, const api::UseCaseContext& context, ContestId contest,
                     ResultId result, const Step& step, const TellProgress& tell) {
  if (!step.action) return compute_ahead(services.store, context, contest, tell);
  return read_ahead(services.store, context, contest, result, *step.action, {&services.blobs}, tell);
}

}  // namespace guong::results
