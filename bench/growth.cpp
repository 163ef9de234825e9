// Start and size: time to the first answer and memory on an empty database; and how much slower every page
// and list becomes with ten times the entries.
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/installation.h"
#include "support/load.h"

namespace guong::bench {
namespace {

using nlohmann::json;

constexpr int kSmall = 1000, kLarge = 10'000;
constexpr int kRequests = 300;

void start_empty() {
  Installation on;
  const double first = on.serve();
  on.stop();
  const double again = on.serve();
  std::this_thread::sleep_for(std::chrono::seconds(1));
  std::printf(
      "start to first answer: %.0f ms on nothing, %.0f ms on an empty database   (wanted: under 300)\n",
      first, again);
  std::printf("memory at rest: %.1f MB   (wanted: under 40)\n", on.resident());
}

struct Page {
  std::string name, path, cookie;
};

std::string first_item(Installation& on, const std::string& path, const std::string& cookie,
                       const char* key) {
  const auto items = json::parse(body_of(ask_once(on.port(), get_request(path, cookie)))).at("items");
  const auto& value = items.at(0).at(key);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<Page> pages(Installation& on, const std::string& contest) {
  const auto secretary = on.sign_in(on.account("secretary"));
  const auto organiser = on.sign_in(on.account("organiser"));
  const auto judge = on.sign_in(on.account("judge"));
  const auto entrant = on.sign_in(on.account("entrant"));
  const std::string open = "/cuoc-thi/guong-sang-2026";
  return {{"front page", "/", ""},
          {"contest page", open, ""},
          {"results page", "/cuoc-thi/guong-sang-nam-truoc/ket-qua", ""},
          {"my entries", "/api/entries", entrant},
          {"entries, first page", contest + "/entries", secretary},
          {"entries, one state", contest + "/entries?state=accepted", secretary},
          {"entries, search", contest + "/entries?q=nguyen", secretary},
          {"entries, state and search", contest + "/entries?state=accepted&q=nguyen", secretary},
          {"one entry at the desk",
           contest + "/entries/" + first_item(on, contest + "/entries", secretary, "id"), secretary},
          {"entry counts", contest + "/entry-counts", secretary},
          {"judge's works", contest + "/judge/works", judge},
          {"judge's work",
           contest + "/judge/works/" + first_item(on, contest + "/judge/works", judge, "code"), judge},
          {"contests to judge", "/api/judging/contests", judge},
          {"assignments", contest + "/rounds/1/assignments", organiser},
          {"progress", contest + "/rounds/1/progress", organiser},
          {"conflicts", contest + "/conflicts", organiser},
          {"panels", contest + "/panels", organiser},
          {"people", contest + "/people", organiser},
          {"contests", "/api/contests", ""}};
}

/// The middle of many, one at a time, in milliseconds.
std::vector<double> times(int entries, std::vector<std::string>& names) {
  Installation on;
  on.fill({entries, entries / 2, entries / 100});  // more works, more judges
  const auto id = on.open_store().read([](store::Reader& reader) {
    return reader.number("select id from contest where slug = 'guong-sang-2026'");
  });
  on.serve();
  std::vector<double> out;
  names.clear();
  for (const Page& page : pages(on, "/api/contests/" + std::to_string(id))) {
    int left = kRequests;
    const auto load = run_load(on.port(), 1, 10, [&](int) -> std::optional<std::string> {
      if (left-- == 0) return std::nullopt;
      return get_request(page.path, page.cookie);
    });
    if (load.refused > 0)
      std::printf("%s REFUSED: %s\n", page.name.c_str(), load.first_refusal.substr(0, 400).c_str());
    out.push_back(load.percentile(0.5));
    names.push_back(page.name);
  }
  std::printf("memory after that, %d entries: %.1f MB\n", entries, on.resident());
  return out;
}

int measure() {
  start_empty();
  std::vector<std::string> names;
  const auto small = times(kSmall, names);
  const auto large = times(kLarge, names);
  std::printf("%-28s %10d %10d entries\n", "middle of 300, ms", kSmall, kLarge);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::printf("%-28s %10.3f %10.3f   ratio %.2f%s\n", names[i].c_str(), small[i], large[i],
                large[i] / small[i], large[i] / small[i] > 1.5 ? "   ABOVE 1.5" : "");
  }
  return 0;
}

}  // namespace
}  // namespace guong::bench

int main() { return guong::bench::measure(); }
