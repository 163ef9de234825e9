// HTTP of contests and rule books. A draft is answered as not found to those who hold no role on it.
#include "guong/contests/contest_routes.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "contests/contest_store.h"
#include "guong/api/answer.h"

namespace guong::contests {
namespace {

using api::Role;
using nlohmann::json;

json head_json(const ContestHead& head) {
  return {{"id", head.id.value},
          {"slug", head.slug},
          {"state", state_name(head.state)},
          {"name", text_json(head.name)},
          {"host_unit", head.host_unit.value},
          {"level", head.level},
          {"rule_book_version", head.version},
          {"opens", to_rfc3339(head.opens)},
          {"deadline", to_rfc3339(head.deadline)},
          {"revision", head.revision.value}};
}

/// What the rule book in force says of the time after the deadline.
json later_dates(const rules::Calendar& calendar) {
  const auto text = [](const std::optional<Timestamp>& at) { return at ? json(to_rfc3339(*at)) : json(); };
  return {{"judging_from", text(calendar.judging_from)},
          {"judging_to", text(calendar.judging_to)},
          {"results_at", text(calendar.results_at)},
          {"appeals_until", text(calendar.appeals_until)}};
}

/// A draft is known only to those who hold a role on it.
ContestHead visible_contest(store::Reader& reader, const api::Actor& actor, ContestId contest) {
  auto head = find_contest(reader, contest);
  const auto concerned = [&] {
    for (const Role role : api::all_roles()) {
      if (role != Role::entrant && api::holds(actor, role, contest)) return true;
    }
    return false;
  };
  if (head.state == ContestState::draft && !concerned()) throw Error::not_found();
  return head;
}

http::Response get_contests(api::ReadCall& call) {
  const bool mine = call.request().query_value("mine") == "1" && api::signed_in(call.actor());
  const auto contests_after = [&](const ContestCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      return mine ? list_of_account(reader, call.actor().account, call.now(), after, limit)
                  : list_public(reader, after, limit);
    });
  };
  const auto page = api::page_after(call.cursor<ContestCursor>(), call.limit(), contests_after,
                                    [](const ContestHead& head) {
                                      return ContestCursor{head.created_at, head.id};
                                    });
  std::vector<json> items;
  for (const auto& head : page.lines) items.push_back(head_json(head));
  if (mine)
    call.read([&](store::Reader& reader) {
      for (std::size_t i = 0; i < items.size(); ++i)
        items[i]["calendar"] = later_dates(contest_rules(reader, page.lines[i].id)->calendar);
    });
  return api::list_answer(std::move(items), page.next);
}

http::Response get_contest(api::ReadCall& call) {
  const auto head = call.read([&](store::Reader& reader) {
    return visible_contest(reader, call.actor(), call.path_id<ContestId>("contest"));
  });
  return api::json_answer(head_json(head), head.revision);
}

std::optional<std::int64_t> asked_version(const api::ReadCall& call) {
  const auto text = call.request().query_value("version");
  if (!text) return std::nullopt;
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), version);
  if (error != std::errc() || end != text->data() + text->size()) throw Error::not_found();
  return version;
}

http::Response get_rule_book(api::ReadCall& call) {
  http::Response answer;
  answer.body = call.read([&](store::Reader& reader) {
    const auto head = visible_contest(reader, call.actor(), call.path_id<ContestId>("contest"));
    return rule_book_document(reader, head.id, asked_version(call));
  });
  return std::move(answer.set("Content-Type", "application/json"));
}

http::Response get_versions(api::ReadCall& call) {
  std::vector<json> items;
  call.read([&](store::Reader& reader) {
    const auto head = visible_contest(reader, call.actor(), call.path_id<ContestId>("contest"));
    for (const auto& v : rule_book_history(reader, head.id)) {
      items.push_back({{"version", v.version},
                       {"reason", v.reason},
                       {"decision_number", v.decision_number},
                       {"sha256", v.sha256_hex},
                       {"created_at", to_rfc3339(v.created_at)}});
    }
  });
  return api::list_answer(std::move(items));
}

http::Response head_answer(store::Reader& reader, ContestId contest) {
  const auto head = find_contest(reader, contest);
  return api::json_answer(head_json(head), head.revision);
}

http::Response post_contest(api::WriteCall& call) {
  const json& document = call.body();
  return call.write_answer([&](store::Tx& tx) {
    const auto head = find_contest(tx, create_contest(tx, call.context(), document));
    return api::created(head_json(head), "/api/contests/" + std::to_string(head.id.value), head.revision);
  });
}

http::Response put_rule_book(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto expected = call.if_match();
  return call.write([&](store::Tx& tx) {
    replace_rule_book(tx, call.context(), contest, expected, call.body());
    return head_answer(tx, contest);
  });
}

http::Response post_open(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto expected = call.if_match();
  return call.write([&](store::Tx& tx) {
    open_contest(tx, call.context(), contest, expected);
    return head_answer(tx, contest);
  });
}

http::Response post_amendment(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto expected = call.if_match();
  api::FieldReader fields(call.body());
  const Amendment amendment{fields.text("reason", 1000), fields.text("decision_number", 100)};
  const json& document = fields.raw("rule_book", true);
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    amend_contest(tx, call.context(), contest, expected, document, amendment);
    const auto head = find_contest(tx, contest);
    return api::created(head_json(head), "/api/contests/" + std::to_string(contest.value), head.revision);
  });
}

/// Faults as the answer of a question, not as a refusal.
http::Response post_validate(api::WriteCall& call) {
  const auto faults = rules::rule_book_faults(call.body());
  const auto unsupported =
      faults.empty() ? rules::parse_rule_book(call.body()).unsupported : std::vector<Fault>{};
  return api::json_answer(json{{"faults", api::faults_json(faults, call.lang())},
                               {"not_obeyed", api::faults_json(unsupported, call.lang())}});
}

}  // namespace

const std::vector<api::Route>& contest_routes() {
  static const std::vector<api::Route> routes{
      api::get("/api/contests", "listContests", api::kAnyone, get_contests),
      api::creating_post("/api/contests", "createContest", api::only(Role::organiser), post_contest),
      api::get("/api/contests/{contest}", "getContest", api::kAnyone, get_contest),
      api::get("/api/contests/{contest}/rule-book", "exportRuleBook", api::kAnyone, get_rule_book),
      api::put("/api/contests/{contest}/rule-book", "replaceRuleBook", api::only(Role::organiser),
               put_rule_book),
      api::get("/api/contests/{contest}/rule-book/versions", "listRuleBookVersions", api::kAnyone,
               get_versions),
      api::post("/api/contests/{contest}/open", "openContest", api::only(Role::organiser), post_open),
      api::creating_post("/api/contests/{contest}/amendments", "amendContest", api::only(Role::organiser),
                         post_amendment),
      api::post("/api/rule-books/validate", "validateRuleBook", api::kSignedIn, post_validate),
  };
  return routes;
}

}  // namespace guong::contests
