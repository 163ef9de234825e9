// Whatever is bent in a published file is found and named, by the arithmetic alone where it can be, by the key
// otherwise.
#include "guong/standings/verify.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "guong/base/messages.h"
#include "unit/standings/published.h"

using namespace guong;
using nlohmann::json;
using test::published;
using test::verifier_key;

namespace {

std::vector<std::string> found(const json& file, bool with_key = true) {
  return test::told(
      standings::verify_results_file(file.dump(), with_key ? std::optional(verifier_key()) : std::nullopt)
          .faults);
}

bool names(const std::vector<std::string>& faults, const std::string& pointer) {
  return std::ranges::any_of(faults, [&](const auto& fault) { return fault.starts_with(pointer + " "); });
}

/// The same file with the hashes made to fit, so that only the arithmetic can tell.
json forged(json file) {
  file["ranking_sha256"] = to_hex(as_text(sha256(file["ranking"].dump())));
  return file;
}

json changed(const json& value) {
  if (value.is_string()) return value.get<std::string>() + "x";
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>() + 1;
  if (value.is_number()) return value.get<double>() + 0.5;
  return "x";
}

void walk(const json& value, const std::string& pointer, std::vector<std::string>& leaves) {
  if (!value.is_structured() || value.empty()) {
    leaves.push_back(pointer);
    return;
  }
  for (const auto& [name, member] : value.items())
    walk(member, std::string(pointer).append("/").append(name), leaves);
}

}  // namespace

TEST_CASE("A file as it was published holds, with the key and without") {
  const auto file = published().document();
  CHECK(found(file) == std::vector<std::string>{});
  CHECK(found(file, false) == std::vector<std::string>{});
  const auto without = standings::verify_results_file(file.dump(2), std::nullopt);
  CHECK(without.faults.empty());  // white space says nothing
  REQUIRE(without.remarks.size() == 1);
  CHECK(without.remarks[0].key == "standings.no_key");
}

TEST_CASE("Every change of a single value is found") {
  const auto file = published().document();
  std::vector<std::string> leaves;
  walk(file, "", leaves);
  CHECK(leaves.size() > 80);
  for (const auto& leaf : leaves) {
    auto bent = file;
    auto& value = bent[json::json_pointer(leaf)];
    value = changed(value);
    INFO(leaf);
    CHECK_FALSE(found(bent).empty());
  }
}

TEST_CASE("Every change of a single value is found where the file has the records of all acts, too") {
  auto made = published();
  made.file.left.push_back({"DDD", "disqualified", "Sao chép"});
  test::seal_with_records(made.rules, made.file);
  const auto file = made.document();
  CHECK(found(file) == std::vector<std::string>{});
  CHECK(found(file, false) == std::vector<std::string>{});
  const auto told = standings::verify_results_file(file.dump(), verifier_key()).checked;
  CHECK(std::ranges::any_of(told, [](const Fault& line) {
    return line.key == "standings.checked_records" && line.params.at("cards") == "6";
  }));
  std::vector<std::string> leaves;
  walk(file, "", leaves);
  CHECK(leaves.size() > 150);
  for (const auto& leaf : leaves) {
    auto bent = file;
    auto& value = bent[json::json_pointer(leaf)];
    value = changed(value);
    INFO(leaf);
    CHECK_FALSE(found(bent).empty());
  }
  for (const char* name : {"key", "records", "nodes"}) {
    auto bent = file;
    bent["ledger"].erase(name);
    INFO(name);
    CHECK_FALSE(found(bent).empty());
  }
}

TEST_CASE(
    "Who holds the key and publishes other marks than the judges handed in is told by the cards' records") {
  const auto honest = published();
  auto bent = published();
  auto& work = bent.file.ranking.rounds[0].works.back();
  work = standings::score_entry(bent.rules.rounds.at(0), work.code, work.category,
                                {test::card("J1", "39"), test::card("J2", "40")});
  standings::rank(bent.rules, bent.file.ranking);
  test::seal_with_records(bent.rules, bent.file, honest.file);
  const auto faults = found(bent.document());
  const auto tells = [&](const std::string& key) {
    return std::ranges::any_of(faults, [&](const auto& fault) { return fault.ends_with(key); });
  };
  CHECK(tells("standings.card_unrecorded"));
  CHECK(tells("standings.record_unneeded"));
  CHECK(tells("standings.step_unrecorded"));
}

TEST_CASE("Every value taken away or added is found") {
  const auto file = published().document();
  for (const auto& [name, value] : file.items()) {
    auto bent = file;
    bent.erase(name);
    INFO(name);
    CHECK_FALSE(found(bent).empty());
  }
  auto more = file;
  more["awards"][0]["note"] = "x";
  CHECK(names(found(more, false), "/awards/0/note"));
}

TEST_CASE("Planted changes are named by the arithmetic alone, whoever made the hashes fit") {
  const auto file = published().document();
  REQUIRE(file["awards"].size() >= 2);
  auto swapped = file;
  std::swap(swapped["awards"][0]["prize"], swapped["awards"][1]["prize"]);
  std::swap(swapped["awards"][0]["name"], swapped["awards"][1]["name"]);
  std::swap(swapped["awards"][0]["money"], swapped["awards"][1]["money"]);
  CHECK(names(found(swapped, false), "/exceptions"));
  auto missing = file;
  missing["awards"].erase(0);
  CHECK(names(found(missing, false), "/exceptions"));
  auto mark = file;
  mark["ranking"]["rounds"][0]["works"][0]["cards"][0]["marks"]["content"] = 12;
  CHECK(names(found(forged(mark), false), "/ranking/rounds/0/works/0/score"));
  auto place = file;
  place["ranking"]["rankings"][0]["places"][0]["decided_by"] = "head_decision";
  CHECK(names(found(forged(place), false), "/ranking/rankings/0/places/0/decided_by"));
  auto rules = file;
  rules["rule_book"]["document"] = rules["rule_book"]["document"].get<std::string>() + " ";
  CHECK(names(found(rules, false), "/rule_book/sha256"));
}

TEST_CASE("Neither a work nor a judge counts twice, whoever made the hashes fit") {
  auto work = published().document();
  auto& works = work["ranking"]["rounds"][0]["works"];
  works.push_back(json(works[0]));
  CHECK(names(found(forged(work), false), "/ranking/rounds/0/works/3/code"));
  auto judge = published().document();
  auto& cards = judge["ranking"]["rounds"][0]["works"][0]["cards"];
  cards[1]["judge"] = cards[0]["judge"];
  CHECK(names(found(forged(judge), false), "/ranking/rounds/0/works/0/cards/1/judge"));
}

TEST_CASE("What no arithmetic can tell, the signed head tells") {
  const auto file = published().document();
  auto title = file;
  title["awards"][0]["title"] = "Tác phẩm khác";
  CHECK(found(title, false) == std::vector<std::string>{" standings.file_not_published"});
  auto other = published();
  other.file.awards[0].title = "Tác phẩm khác";
  test::seal(other.rules, other.file);
  auto resigned = other.document();
  CHECK(found(resigned, false).empty());  // a file of its own, by a log of its own
  resigned["ledger"]["head"] = file["ledger"]["head"];
  CHECK(names(found(resigned), "/ledger/path"));
  auto signature = file;
  auto head = signature["ledger"]["head"].get<std::string>();
  head[head.size() - 5] = head[head.size() - 5] == 'A' ? 'B' : 'A';
  signature["ledger"]["head"] = head;
  CHECK(names(found(signature), "/ledger/head"));
  const ledger::VerifierKey another{test::kOrigin, ed25519_public_key(std::string(32, 't'))};
  CHECK_FALSE(standings::verify_results_file(file.dump(), another).faults.empty());
}

TEST_CASE("A file stripped of its record does not pass for one of an earlier version") {
  auto file = published().document();
  file["v"] = 1;
  for (const char* name : {"exceptions", "departures", "author_keys", "left", "earlier"}) file.erase(name);
  for (auto& award : file["awards"]) award.erase("unit_code");
  file["ledger"].erase("record");
  file["ledger"].erase("path");
  CHECK(found(file) == std::vector<std::string>{"/ledger standings.no_record"});
  CHECK(found(file, false).empty());
}

TEST_CASE("Files of earlier versions go on verifying") {
  auto old = published();
  old.file.v = 2;
  old.file.ranking.v = 1;
  test::seal(old.rules, old.file);
  const auto file = old.document();
  CHECK_FALSE(file.contains("departures"));
  CHECK(found(file) == std::vector<std::string>{});
  auto bent = file;
  std::swap(bent["awards"][0]["prize"], bent["awards"][1]["prize"]);
  CHECK_FALSE(found(bent, false).empty());
}

TEST_CASE("The files that both verifiers are tested with hold") {
  const std::string name = GENERATE("results_file", "results_file_records");
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/tests/vectors/" + name + ".json");
  const auto vector = json::parse(in);
  const auto key = ledger::parse_verifier_key(vector.at("key").get<std::string>());
  REQUIRE(key);
  CHECK(test::told(standings::verify_results_file(vector.at("file").dump(), key).faults) ==
        std::vector<std::string>{});
}

TEST_CASE("A name that stands twice in one object is found") {
  auto text = published().document().dump();
  text.insert(1, "\"v\":3,");
  const auto faults = standings::verify_results_file(text, std::nullopt).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].key == "standings.name_twice");
}

TEST_CASE("Nothing that is sent as a results file does more than be refused") {
  for (const std::string text :
       {"", "{", "[]", "{}", "null", "{\"v\":2}", "\xff", "{\"rule_book\":{\"document\":\"{}\"}}"}) {
    const auto faults = standings::verify_results_file(text, verifier_key()).faults;
    INFO(text);
    REQUIRE_FALSE(faults.empty());
    for (const auto& fault : faults) CHECK(has_message(fault.key));
  }
}

TEST_CASE("A file that is nested without end is refused and harms nothing") {
  auto text = published().document().dump();
  constexpr std::size_t kLevels = 1'000'000;
  text.insert(1, "\"x\":" + std::string(kLevels, '[') + std::string(kLevels, ']') + ",");
  const auto faults = standings::verify_results_file(text, verifier_key()).faults;
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].key == "standings.not_a_results_file");
}
