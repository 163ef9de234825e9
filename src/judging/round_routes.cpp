// HTTP of rounds: opening, locking, progress, the judges' severity, and reopening a scorecard.
#include <charconv>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/api/record.h"
#include "guong/contests/contest.h"
#include "judging/judging_views.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;

/// Why the next thing that can be done with a round cannot be done now.
std::optional<Error> obstacle_of(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                                 const RoundStatus& status) {
  switch (status.state) {
    case RoundState::waiting:
      return obstacle_to_opening(reader, context, contest, status.number);
    case RoundState::open:
      return obstacle_to_locking(reader, contest, status.number);
    case RoundState::locked:
      break;
  }
  return std::nullopt;
}

http::Response list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  return call.read([&](store::Reader& reader) {
    const auto rules = contests::contest_rules(reader, contest);
    std::vector<json> items;
    for (const auto& status : list_rounds(reader, contest)) {
      items.push_back(round_json(status, rules->rounds[static_cast<std::size_t>(status.number) - 1]));
      const auto obstacle = obstacle_of(reader, call.context(), contest, status);
      if (!obstacle) continue;
      items.back()["not_yet"] = message(obstacle->key(), call.lang(), obstacle->params());
      items.back()["not_yet_key"] = obstacle->key();
    }
    return api::list_answer(std::move(items));
  });
}

http::Response round_answer(store::Reader& reader, ContestId contest, int round) {
  const auto rules = contests::contest_rules(reader, contest);
  const auto index = static_cast<std::size_t>(round) - 1;
  return api::json_answer(round_json(list_rounds(reader, contest).at(index), rules->rounds.at(index)));
}

http::Response open(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  return call.write([&](store::Tx& tx) {
    open_round(tx, call.context(), contest, round);
    return round_answer(tx, contest, round);
  });
}

http::Response lock(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  return call.write([&](store::Tx& tx) {
    lock_round(tx, call.context(), contest, round);
    return round_answer(tx, contest, round);
  });
}

http::Response progress(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  return call.read([&](store::Reader& reader) {
    return api::json_answer(progress_json(round_progress(reader, contest, round)));
  });
}

http::Response card_days(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  json days = json::array();
  for (const auto& [date, count] :
       call.read([&](store::Reader& reader) { return cards_by_day(reader, contest, round); }))
    days.push_back({{"date", date}, {"count", count}});
  return api::json_answer({{"days", std::move(days)}});
}

http::Response missing(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  const auto cards_after = [&](const CardCursor& after, int limit) {
    return call.read(
        [&](store::Reader& reader) { return missing_cards(reader, contest, round, after, limit); });
  };
  const auto page =
      api::page_after(call.cursor<CardCursor>(), call.limit(), cards_after, [](const MissingCard& card) {
        return CardCursor{card.code, card.judge};
      });
  std::vector<json> items;
  for (const auto& card : page.lines) items.push_back(missing_card_json(card));
  return api::list_answer(std::move(items), page.next);
}

http::Response understaffed(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  const auto works_after = [&](const StaffingCursor& after, int limit) {
    return call.read(
        [&](store::Reader& reader) { return understaffed_works(reader, contest, round, after, limit); });
  };
  const auto page =
      api::page_after(call.cursor<StaffingCursor>(), call.limit(), works_after, [](const Understaffed& work) {
        return StaffingCursor{work.judges, work.code};
      });
  std::vector<json> items;
  for (const auto& work : page.lines)
    items.push_back({{"code", work.code}, {"judges_missing", work.judges_missing}});
  return api::list_answer(std::move(items), page.next);
}

http::Response extra_needed(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  const auto codes_after = [&](const CodeCursor& after, int limit) {
    return call.read(
        [&](store::Reader& reader) { return extra_needed_works(reader, contest, round, after.code, limit); });
  };
  const auto page = api::page_after(call.cursor<CodeCursor>(), call.limit(), codes_after,
                                    [](const std::string& code) { return CodeCursor{code}; });
  std::vector<json> items;
  for (const auto& code : page.lines) items.push_back({{"code", code}});
  return api::list_answer(std::move(items), page.next);
}

http::Response jury(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  return call.read(
      [&](store::Reader& reader) { return api::json_answer(jury_json(jury_of(reader, contest, round))); });
}

http::Response reopen(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  api::FieldReader fields(call.body());
  const auto code = fields.text("code", 40);
  const auto judge = fields.id<AccountId>("judge");
  const auto reason = fields.text("reason", 1000);
  fields.done();
  call.write([&](store::Tx& tx) { reopen_card(tx, call.context(), contest, round, code, judge, reason); });
  return api::no_content();
}

using api::Role;
constexpr auto kOrganiser = api::only(Role::organiser);
constexpr auto kWatchers = api::any_of(Role::organiser | Role::secretary | Role::head);
constexpr api::Route kRoutes[] = {
    api::slow_get("/api/contests/{contest}/rounds", "listRounds", kWatchers, list),
    api::post("/api/contests/{contest}/rounds/{round}/open", "openRound", kOrganiser, open),
    api::post("/api/contests/{contest}/rounds/{round}/lock", "lockRound", kOrganiser, lock),
    api::get("/api/contests/{contest}/rounds/{round}/progress", "getProgress", kWatchers, progress),
    api::slow_get("/api/contests/{contest}/rounds/{round}/card-days", "countCardsByDay", kWatchers,
                  card_days),
    api::get("/api/contests/{contest}/rounds/{round}/missing-cards", "listMissingCards", kWatchers, missing),
    api::get("/api/contests/{contest}/rounds/{round}/understaffed-works", "listUnderstaffedWorks", kWatchers,
             understaffed),
    api::get("/api/contests/{contest}/rounds/{round}/extra-needed-works", "listExtraNeededWorks", kWatchers,
             extra_needed),
    api::slow_get("/api/contests/{contest}/rounds/{round}/jury", "getJury",
                  api::any_of(Role::organiser | Role::head), jury),
    api::post("/api/contests/{contest}/rounds/{round}/cards/reopen", "reopenCard", api::only(Role::secretary),
              reopen),
};

}  // namespace

int path_round(const api::ReadCall& call) {
  const auto& text = call.path_text("round");
  int round = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), round);
  if (error != std::errc{} || end != text.data() + text.size() || round < 1) throw Error::not_found();
  return round;
}

std::span<const api::Route> round_routes() { return kRoutes; }

}  // namespace guong::judging
