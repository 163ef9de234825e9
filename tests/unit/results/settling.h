// A stage whose round is judged and locked, and the steps from there to publication; with the routes of
// results, where a test names no others.
#pragma once

#include "guong/results/published.h"
#include "guong/results/result.h"
#include "guong/results/result_routes.h"
#include "guong/standings/ranking.h"
#include "guong/standings/verify.h"
#include "results/result_views.h"
#include "unit/judging/board.h"

namespace guong::test {

/// What a verifier without a key finds.
inline std::vector<Fault> faults_of(const nlohmann::json& file) {
  return standings::verify_results_file(file.dump(), std::nullopt).faults;
}

/// (prize, code) in order.
using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Settling : Board {
  explicit Settling(const TestDatabase& database, const nlohmann::json& rules = example_rules(),
                    const std::vector<api::Route>& routes = results::result_routes())
      : Board(database, rules, routes) {
    one = judge("Giám khảo Một");
    two = judge("Giám khảo Hai");
  }
  /// Each work gets the marks of both judges; then the round is locked.
  void judge_all(
      const std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>>& marks) {
    seat_all();
    open_round();
    accept_terms(one);
    accept_terms(two);
    for (const auto& [code, cards] : marks) {
      assign(code, one);
      assign(code, two);
      mark(one, code, cards.first);
      mark(two, code, cards.second);
    }
    lock();
  }
  ResultId compute(const std::string& reason = "") {
    return write(organiser,
                 [&](auto& tx, auto& a) { return results::compute_result(tx, a, contest, reason).id; });
  }
  bool join(const Player& who, ResultId result) {
    return write(who, [&](auto& tx, auto& a) { return results::join_codes(tx, a, contest, result); });
  }
  void join_by_two(ResultId result) {
    join(secretary, result);
    join(head, result);
  }
  void propose(ResultId result, const std::string& vacancy = "") {
    write(organiser, [&](auto& tx, auto& a) {
      results::propose_result(tx, a, contest, result, "12/QĐ-BTC", vacancy);
      return 0;
    });
  }
  void approve(const Player& who, ResultId result) {
    write(who, [&](auto& tx, auto& a) {
      results::approve_result(tx, a, contest, result);
      return 0;
    });
  }
  void publish(ResultId result, std::optional<Timestamp> at = std::nullopt) {
    write(head, [&](auto& tx, auto& a) {
      results::publish_result(tx, a, contest, result, at);
      return 0;
    });
  }
  void adjust(ResultId result, const std::vector<results::AwardChange>& changes) {
    write(organiser, [&](auto& tx, auto& a) {
      results::adjust_awards(tx, a, contest, result, changes, "Ban Giám khảo họp quyết định");
      return 0;
    });
  }
  void settle_and_publish(ResultId result) {
    join_by_two(result);
    propose(result);
    approve(head, result);
    publish(result);
  }
  results::Result result(ResultId id) {
    return read([&](store::Reader& reader) { return results::find_result(reader, contest, id); });
  }
  nlohmann::json view(ResultId id) {
    return read([&](store::Reader& reader) {
      return results::result_json(results::load_view(reader, keys, contest, id));
    });
  }
  Pairs awards(ResultId id) {
    Pairs out;
    for (const auto& award : read([&](store::Reader& reader) { return results::list_awards(reader, id); }))
      out.emplace_back(award.prize, award.code);
    return out;
  }
  nlohmann::json published() {
    return document(
        read([&](store::Reader& reader) { return results::latest_published(reader, contest).value().id; }));
  }
  /// As everybody gets it.
  std::string file_text(ResultId id) {
    std::string out;
    read([&](store::Reader& reader) {
      each_piece(*results::results_file_bytes(reader, blobs, id), [&](auto piece) { out += piece; });
      return 0;
    });
    return out;
  }
  nlohmann::json document(ResultId id) { return nlohmann::json::parse(file_text(id)); }
  std::vector<results::PublishedWork> works() {
    return read([&](store::Reader& reader) { return results::published_works(reader, contest, "", 50); });
  }
  Player one, two;
};

/// Three works with scores worked out by hand: b 83.5; a and c 83.25, where a leads on content (50.25 to 50).
struct Three : Settling {
  explicit Three(const TestDatabase& database, bool lock_now = true) : Settling(database) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình"), chi = person("Lê Thị Chi");
    a = entry(an, "Cô giáo xã đảo");
    b = entry(binh, "Người giữ biển");
    c = entry(chi, "Bác sĩ của bản", false);
    if (lock_now)
      judge_all({{a, {{"50", "25", "8"}, {"50.5", "25", "8"}}},
                 {b, {{"60", "30", "10"}, {"40", "20", "7"}}},
                 {c, {{"50", "25", "8"}, {"50", "25.5", "8"}}}});
  }
  std::string a, b, c;
};

}  // namespace guong::test
