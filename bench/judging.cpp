// What the judging weeks ask for, over HTTP on 1,000 entries: a judge reads a work, a judge saves a scorecard
// (durable), an organiser opens the first page of the list with a status and a search.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "support/installation.h"
#include "support/load.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

using nlohmann::json;

const int kEntries = sized(1000, 100);
constexpr int kJudges = 10;
constexpr double kSeconds = 5;

struct Desk {
  std::string cookie;
  std::vector<std::string> codes, unsent;  // works assigned; those whose card may still be saved
};

std::string contest_path(Installation& on) {
  const auto id = on.open_store().read([](store::Reader& reader) {
    return reader.number("select id from contest where slug = 'guong-sang-2026'");
  });
  return "/api/contests/" + std::to_string(id);
}

Desk desk_of(Installation& on, const std::string& contest, std::size_t judge) {
  Desk desk{on.sign_in(on.account("judge", judge)), {}, {}};
  std::string next;
  do {
    const auto page = json::parse(body_of(ask_once(
        on.port(), get_request(contest + "/judge/works?limit=100" + (next.empty() ? "" : "&cursor=" + next),
                               desk.cookie))));
    for (const auto& item : page.at("items")) {
      desk.codes.push_back(item.at("code"));
      if (item.at("card_state") != "submitted") desk.unsent.push_back(desk.codes.back());
    }
    next = page.at("next").is_null() ? "" : page.at("next").get<std::string>();
  } while (!next.empty());
  return desk;
}

Load read_works(Installation& on, const std::string& contest, const std::vector<Desk>& desks) {
  std::size_t n = 0;
  return run_load(on.port(), 16, kSeconds, [&](int connection) {
    const Desk& desk = desks[static_cast<std::size_t>(connection) % desks.size()];
    return get_request(contest + "/judge/works/" + desk.codes[n++ % desk.codes.size()], desk.cookie);
  });
}

/// Each connection keeps saving one card, each time the whole card with the revision of the last.
Load save_cards(Installation& on, const std::string& contest, const std::vector<Desk>& desks) {
  struct Card {
    std::string path, cookie;
    std::int64_t revision;
  };
  std::vector<Card> cards;
  for (std::size_t i = 0; i < 32; ++i) {
    const Desk& desk = desks[i % desks.size()];
    const std::string path = contest + "/judge/works/" + desk.unsent.at(i / desks.size());
    const auto work = json::parse(body_of(ask_once(on.port(), get_request(path, desk.cookie))));
    cards.push_back({path + "/card", desk.cookie, work.at("card").at("revision").get<std::int64_t>()});
  }
  return run_load(on.port(), 32, kSeconds, [&](int connection) {
    Card& card = cards[static_cast<std::size_t>(connection)];
    const std::string mark = std::to_string(40 + card.revision % 20);
    return json_request("PUT", card.path, card.cookie,
                        R"({"marks":{"content":)" + mark +
                            R"(,"form":20.5,"impact":8},"comment_jury":"Chi tiết sinh động."})",
                        "If-Match: \"r" + std::to_string(card.revision++) + "\"\r\n");
  });
}

Load list_entries(Installation& on, const std::string& contest) {
  const auto cookie = on.sign_in(on.account("secretary"));
  const auto request = get_request(contest + "/entries?state=accepted&q=nguyen&limit=50", cookie);
  return run_load(on.port(), 16, kSeconds, [&](int) { return request; });
}

int measure() {
  Installation on;
  on.fill({kEntries, 400, kJudges});
  const auto contest = contest_path(on);
  on.serve();
  std::vector<Desk> desks;
  for (std::size_t i = 0; i < static_cast<std::size_t>(kJudges); ++i)
    desks.push_back(desk_of(on, contest, i));
  const auto reads = read_works(on, contest, desks);
  print_load("a judge reads a work", reads);
  const auto saves = save_cards(on, contest, desks);
  print_load("a judge saves a scorecard", saves);
  const auto lists = list_entries(on, contest);
  print_load("the list, a status and a search", lists);
  std::printf("wanted: at least 20,000/s, 3,000/s, 1,500/s\n");
  return reads.refused + saves.refused + lists.refused == 0 ? 0 : 1;
}

}  // namespace
}  // namespace guong::bench

int main() { return guong::bench::measure(); }
