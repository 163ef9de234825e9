// Start and size: time to the first answer and memory on an empty database; and how much slower every page
// and list becomes with ten times the entries. `bench_growth [ENTRIES...]`, 1,000 and 10,000 when none are
// given; each number of entries is compared with the one before it. Ends with 1 when a page does not answer.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/installation.h"
#include "support/load.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

using nlohmann::json;

const int kRequests = sized(300, 3);
constexpr double kSecondsForOnePage = 10;
constexpr int kSecondsForCount = 60;
const int kJudges = sized(100, 10);
constexpr double kMostRatio = 1.5, kMostMemory = 60;
/// In milliseconds: by so much a page may seem slower because a thread was woken later.
constexpr double kWaking = 0.1;

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
  const auto answer = ask_once(on.port(), get_request(path, cookie));
  const auto body = json::parse(body_of(answer), nullptr, false);
  if (!body.is_object() || !body.contains("items") || body["items"].empty())
    throw std::runtime_error(path + " has no item: " + answer.substr(0, 400));
  const auto& value = body["items"][0].at(key);
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
          {"entries, rare words", contest + "/entries?q=nguyen+hai+dang", secretary},
          {"one entry at the desk",
           contest + "/entries/" + first_item(on, contest + "/entries", secretary, "id"), secretary},
          {"entry counts", contest + "/entry-counts", secretary},
          {"judge's works", contest + "/judge/works", judge},
          {"judge's work",
           contest + "/judge/works/" + first_item(on, contest + "/judge/works", judge, "code"), judge},
          {"contests to judge", "/api/judging/contests", judge},
          {"rounds", contest + "/rounds", organiser},
          {"assignments", contest + "/rounds/1/assignments", organiser},
          {"progress", contest + "/rounds/1/progress", organiser},
          {"conflicts", contest + "/conflicts", organiser},
          {"panels", contest + "/panels", organiser},
          {"people", contest + "/people", organiser},
          {"contests", "/api/contests", ""}};
}

/// One page of one installation. `failure` says what was answered instead of it, or that nothing was.
struct Timing {
  double middle = 0;  // of kRequests, one at a time, in milliseconds
  std::string failure;
};

/// The first line of an answer and the beginning of its body.
std::string summary(const std::string& answer) {
  return answer.substr(0, answer.find("\r\n")) + " " + std::string(body_of(answer).substr(0, 200));
}

Timing time_page(Installation& on, const Page& page) {
  int left = kRequests;
  const auto load = run_load(on.port(), 1, kSecondsForOnePage, [&](int) -> std::optional<std::string> {
    if (left-- == 0) return std::nullopt;
    return get_request(page.path, page.cookie);
  });
  if (load.refused > 0) return {0, summary(load.first_refusal)};
  if (load.answers() == 0)
    return {0, "no answer within " + std::to_string(static_cast<int>(kSecondsForOnePage)) + " s"};
  return {load.percentile(0.5), ""};
}

/// The job that counts conflicts runs once the program serves; the page is walked with its answer.
void wait_for_conflict_count(Installation& on, const std::string& path, const std::string& cookie) {
  for (int i = 0; i < kSecondsForCount * 10; ++i) {
    const auto body = json::parse(body_of(ask_once(on.port(), get_request(path, cookie))), nullptr, false);
    if (body.is_object() && body.value("counted_at", json()).is_string()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  throw std::runtime_error("conflicts were not counted within " + std::to_string(kSecondsForCount) + " s");
}

struct Measured {
  int entries = 0;
  std::vector<std::pair<std::string, Timing>> pages;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Measured measure_with(int entries) {
  Installation on;
  const auto start = std::chrono::steady_clock::now();
  on.fill({entries, entries / 2, kJudges});
  std::printf("%d entries: filled in %.1f s\n", entries, seconds_since(start));
  const auto id = on.open_store().read([](store::Reader& reader) {
    return reader.number("select id from contest where slug = 'guong-sang-2026'");
  });
  on.serve();
  const double rest = on.resident();
  Measured out{entries, {}};
  const auto contest = "/api/contests/" + std::to_string(id);
  const auto walked = pages(on, contest);
  wait_for_conflict_count(on, contest + "/conflicts", on.sign_in(on.account("organiser")));
  std::printf("  conflicts counted; memory %.1f MB\n", on.resident());
  for (const Page& page : walked) {
    const double before = on.resident();
    out.pages.emplace_back(page.name, time_page(on, page));
    if (on.resident() - before > 4)
      std::printf("  %s: %.1f MB more\n", page.name.c_str(), on.resident() - before);
  }
  const double after = on.resident();
  std::printf("%d entries: memory %.1f MB at rest, %.1f MB after one walk%s\n", entries, rest, after,
              after > kMostMemory ? "   ABOVE 60" : "");
  std::fflush(stdout);
  return out;
}

/// Prints one line for each page; gives how many did not answer.
int print(const std::vector<Measured>& all) {
  int failed = 0;
  std::printf("%-28s", "middle of 300, ms; ratio");
  for (const auto& one : all) std::printf(" %9d      ", one.entries);
  for (std::size_t page = 0; page < all.front().pages.size(); ++page) {
    std::printf("\n%-28s", all.front().pages[page].first.c_str());
    bool slower = false;
    std::string failures;
    double before = 0;
    for (const auto& one : all) {
      const auto& timing = one.pages[page].second;
      const double ratio = before > 0 && timing.failure.empty() ? timing.middle / before : 0;
      std::printf(timing.failure.empty() ? " %9.3f" : "    FAILED", timing.middle);
      std::printf(ratio > 0 ? " %5.2f" : "      ", ratio);
      slower |= ratio > kMostRatio && timing.middle - before > kWaking;
      before = timing.middle;
      if (timing.failure.empty()) continue;
      ++failed;
      failures += "\n    with " + std::to_string(one.entries) + " entries: " + timing.failure;
    }
    std::printf("%s%s", slower ? "   SLOWER" : "", failures.c_str());
  }
  std::printf("\n");
  if (failed > 0) std::printf("%d measurements FAILED: the page did not answer\n", failed);
  return failed;
}

int measure(const std::vector<int>& sizes) {
  start_empty();
  std::vector<Measured> all;
  for (const int entries : sizes) all.push_back(measure_with(entries));
  return print(all) > 0 ? 1 : 0;
}

}  // namespace
}  // namespace guong::bench

int main(int count, char** words) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::atoi(words[i]));
  if (sizes.empty()) sizes = {guong::bench::sized(1000, 100), guong::bench::sized(10'000, 200)};
  return guong::bench::measure(sizes);
}
