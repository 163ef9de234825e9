// Settling a contest of many works: seconds of each step from the draw to publication, how long others who
// wanted to write had to wait for it, and the most memory; then `guong results verify` of the published file, and
// `guong ledger verify --deep`. Beside each step stands what it takes as a multiple of reading the cards once, in the same run. `bench_settling
// [ENTRIES...]`, 1,000 and 10,000 when none are given. Ends with 1 when a step is refused.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "guong/contests/contest.h"
#include "guong/judging/desk.h"
#include "guong/judging/round.h"
#include "guong/judging/round_scores.h"
#include "guong/results/ledger_check.h"
#include "guong/results/published.h"
#include "guong/results/result.h"
#include "support/installation.h"
#include "support/processes.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

using api::UseCaseContext;
using store::Reader;
using store::Tx;
using Action = results::ResultAction;
using Clock = std::chrono::steady_clock;

constexpr int kJudges = 6;             // three for each work: some are barred from some
constexpr std::size_t kTogether = 30;  // cards that share a commit, as in the demo

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The most memory that this process had since the last call, in MB.
double most_megabytes() {
  std::ifstream status("/proc/self/status");
  double kilobytes = 0;
  for (std::string word; status >> word;)
    if (word == "VmHWM:") status >> kilobytes;
  std::ofstream("/proc/self/clear_refs") << 5;
  return kilobytes / 1024;
}

/// Somebody else who writes all the time, little: how long the longest of these writes took.
class Neighbour {
 public:
  explicit Neighbour(store::Store& store)
      : thread_([this, &store] {
          while (!done_) {
            const auto start = Clock::now();
            try {
              store.write([](Tx& tx) { tx.number("select count(*) from contest"); });
            } catch (const Error&) {
              ++refused_;
            }
            longest_ = std::max(longest_, seconds_since(start));
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
        }) {}
  double longest() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
    return longest_;
  }
  /// Writes that waited for too long.
  int refused() const { return refused_; }
  ~Neighbour() { longest(); }

 private:
  std::atomic<int> refused_ = 0;
  std::atomic<bool> done_ = false;
  double longest_ = 0;
  std::thread thread_;
};

class Settling {
 public:
  explicit Settling(int entries) : entries_(entries) {
    const auto start = Clock::now();
    on_.fill({entries, std::max(entries / 2, 20), kJudges});
    contest_ = on_.open_store().read([](Reader& reader) {
      return ContestId{reader.number("select id from contest where slug = 'guong-sang-2026'")};
    });
    for (std::size_t judge = 0; judge < kJudges; ++judge) hand_in(on_.account("judge", judge).id);
    std::printf("%d entries: filled in %.1f s\n", entries, seconds_since(start));
    std::printf("  %-34s %9s %9s %9s %9s\n", "", "seconds", "of cards", "held, s", "most MB");
  }

  void run() {
    as("organiser",
       [&](Tx& tx, const UseCaseContext& context) { judging::lock_round(tx, context, contest_, 1); });
    most_megabytes();
    step("reading the cards", [&] { read_cards(); });
    step("comparing rows and records", [&] { compare(); });
    step("computing", [&] { compute(); });
    step("deciding ties", [&] { decide_ties(); });
    for (const char* role : {"secretary", "head"})
      step(std::string("joining, ") + role, [&] {
        take(role, Action::join, [&](Tx& tx, const UseCaseContext& context, const results::ReadAhead& ahead) {
          results::join_codes(tx, context, contest_, result_, ahead);
        });
      });
    step("proposing", [&] {
      take("organiser", Action::propose,
           [&](Tx& tx, const UseCaseContext& context, const results::ReadAhead& ahead) {
             results::propose_result(tx, context, contest_, result_, "12-QĐ/BTC", "Theo biên bản.", ahead);
           });
    });
    step("approving", [&] {
      take("head", Action::approve,
           [&](Tx& tx, const UseCaseContext& context, const results::ReadAhead& ahead) {
             results::approve_result(tx, context, contest_, result_, ahead);
           });
    });
    step("publishing", [&] {
      take("organiser", Action::publish,
           [&](Tx& tx, const UseCaseContext& context, const results::ReadAhead& ahead) {
             results::publish_result(tx, context, contest_, result_, std::nullopt, ahead);
           });
    });
    const auto file = write_file();
    verify("results verify", {"results", "verify", file.string()});
    verify("ledger verify --deep", {"ledger", "verify", "--deep", "--data", on_.data().string()});
  }

 private:
  template <class F>
  void as(const std::string& role, F f) {
    on_.as(on_.account(role).id, system_now(), [&](Tx& tx, const UseCaseContext& context) {
      f(tx, context);
      return 0;
    });
  }

  /// A step as its route takes it: what takes long before the transaction.
  template <class F>
  void take(const std::string& role, results::ResultAction action, F f) {
    auto blobs = on_.blobs();
    const auto ahead = results::read_ahead(on_.open_store(), who(role), contest_, result_, action, {&blobs});
    as(role, [&](Tx& tx, const UseCaseContext& context) { f(tx, context, ahead); });
  }
  void compute() {
    const auto ahead = results::compute_ahead(on_.open_store(), who("organiser"), contest_);
    as("organiser", [&](Tx& tx, const UseCaseContext& context) {
      result_ = results::compute_result(tx, context, contest_, "", ahead).id;
    });
  }
  /// Who reads ahead of a step of theirs.
  UseCaseContext who(const std::string& role) {
    on_.as(on_.account(role).id, system_now(), [&](Tx&, const UseCaseContext& context) {
      actor_ = context.actor;
      return 0;
    });
    return {actor_, system_now(), system_random(), on_.keys()};
  }

  void step(const std::string& name, const std::function<void()>& f) {
    Neighbour neighbour(on_.open_store());
    const auto start = Clock::now();
    f();
    print(name, seconds_since(start), neighbour.longest(), most_megabytes());
    if (neighbour.refused() > 0) std::printf("    %d writes of others were REFUSED\n", neighbour.refused());
  }

  void print(const std::string& name, double seconds, double held, double megabytes) {
    if (cards_ == 0) cards_ = seconds;
    std::printf("  %-34s %9.2f %9.1f %9.2f %9.0f\n", name.c_str(), seconds, seconds / cards_, held,
                megabytes);
    std::fflush(stdout);
  }

  /// All cards that the demo left open, by the use cases of judges.
  void hand_in(AccountId judge) {
    const auto works = on_.open_store().read(
        [&](Reader& reader) { return judging::own_works(reader, judge, contest_, {}, entries_); });
    for (std::size_t from = 0; from < works.size(); from += kTogether)
      on_.as(judge, system_now(), [&](Tx& tx, const UseCaseContext& context) {
        for (std::size_t i = from; i < std::min(works.size(), from + kTogether); ++i)
          hand_in_one(tx, context, works[i]);
        return 0;
      });
  }
  void hand_in_one(Tx& tx, const UseCaseContext& context, const judging::DeskItem& work) {
    if (work.card == judging::CardState::submitted) return;
    const auto now = judging::own_work(tx, context.actor.account, contest_, work.code).card.revision;
    const auto mark = [&](std::uint64_t max) {
      return *decimal_from_double(static_cast<double>(context.random.below(2 * max + 1)) / 2);
    };
    const judging::CardDraft card{{{"content", mark(60)}, {"form", mark(30)}, {"impact", mark(10)}}, "", ""};
    const auto revision = judging::save_card(tx, context, contest_, work.code, card, now);
    judging::submit_card(tx, context, contest_, work.code, revision);
  }

  void read_cards() {
    on_.open_store().read([&](Reader& reader) {
      judging::round_scores(reader, contest_, *contests::contest_rules(reader, contest_), 1);
    });
  }

  void compare() {
    const auto found = on_.open_store().read(
        [&](Reader& reader) { return results::contest_differences(reader, on_.keys(), contest_); });
    if (!found.empty()) throw std::runtime_error("rows and records part at " + found.front().pointer);
  }

  void decide_ties() {
    const auto ranking = on_.open_store().read(
        [&](Reader& reader) { return results::find_result(reader, contest_, result_).ranking; });
    for (const auto& tie : nlohmann::json::parse(ranking).at("open_ties"))
      take("head", Action::decide_tie,
           [&](Tx& tx, const UseCaseContext& context, const results::ReadAhead& ahead) {
             results::decide_tie(tx, context, contest_, result_,
                                 tie.at("codes").get<std::vector<std::string>>(), std::nullopt, ahead);
           });
  }

  std::filesystem::path write_file() {
    auto out = on_.data() / "results.json";
    const auto blobs = on_.blobs();
    std::ofstream file(out, std::ios::binary);
    on_.open_store().read([&](store::Reader& reader) {
      each_piece(*results::results_file_bytes(reader, blobs, result_), [&](auto piece) { file << piece; });
    });
    std::printf("  the published file: %.1f MB\n", static_cast<double>(file.tellp()) / 1e6);
    return out;
  }

  /// In a process of its own, as people run it.
  void verify(const std::string& name, std::vector<std::string> words) {
    const auto start = Clock::now();
    words.insert(words.begin(), GUONG_PROGRAM);
    const auto process = start_process(words);
    int status = 0;
    rusage used{};
    ::wait4(process, &status, 0, &used);
    print(name, seconds_since(start), 0, static_cast<double>(used.ru_maxrss) / 1024);
    if (status != 0) throw std::runtime_error(name + " found something");
  }

  Installation on_;
  api::Actor actor_;
  const int entries_;
  ContestId contest_;
  ResultId result_;
  double cards_ = 0;
};

}  // namespace
}  // namespace guong::bench

int main(int count, char** words) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::atoi(words[i]));
  if (sizes.empty()) sizes = {guong::bench::sized(1000, 50), guong::bench::sized(10'000, 100)};
  try {
    for (const int entries : sizes) guong::bench::Settling(entries).run();
  } catch (const std::exception& error) {
    std::printf("FAILED: %s\n", error.what());
    return 1;
  }
}
