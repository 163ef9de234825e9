// Not a test by itself: writes results files of contests made by chance, as they were published and bent in
// one place with every hash and signature made to fit again, each with what this program's verifier finds.
// The front end's verifier, which shares nothing with it, is held against them (scripts/verifiers-agree).
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "guong/standings/verify.h"
#include "support/planted_records.h"

using namespace guong;
using nlohmann::json;
using test::RandomContest;

namespace {

constexpr std::uint32_t kContests = 400;
constexpr int kBends = 2;    // of each
constexpr int kPlanted = 3;  // of each that has records, twice

/// Every hash, the record and the signed head as somebody would make them who holds the key.
json fitted(json file) {
  const auto hash = [](const std::string& text) { return to_hex(as_text(sha256(text))); };
  file["rule_book"]["sha256"] = hash(file["rule_book"]["document"].get<std::string>());
  file["ranking"]["rule_book"]["sha256"] = file["rule_book"]["sha256"];
  file["ranking_sha256"] = hash(file["ranking"].dump());
  const bool records = file["ledger"].contains("records");
  const auto record =
      ledger::record_bytes({"result.published",
                            *from_rfc3339("2026-06-03T08:00:00Z"),
                            ContestId{7},
                            {{"file_sha256", to_hex(as_text(standings::results_file_hash(file)))}},
                            {}},
                           records ? test::seq_of(file["ledger"]["record"].get<std::string>()) : 2, {});
  if (records) return test::relogged(std::move(file), record);
  const std::vector<Digest> leaves{ledger::leaf_hash("one"), ledger::leaf_hash("two"),
                                   ledger::leaf_hash(record)};
  file["ledger"]["record"] = record;
  file["ledger"]["head"] =
      ledger::sign_checkpoint({test::kOrigin, 3, ledger::tree_root(leaves)}, test::kSeed);
  file["ledger"]["path"] = json::array();
  for (const auto& node : ledger::inclusion_proof(leaves, 2))
    file["ledger"]["path"].push_back(to_base64(as_text(node)));
  return file;
}

using Pointers = std::vector<json::json_pointer>;

void walk(const json& value, const json::json_pointer& at, Pointers& leaves, Pointers& lists) {
  if (value.is_array() && !value.empty()) lists.push_back(at);
  if (!value.is_structured() || value.empty()) leaves.push_back(at);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], at / i, leaves, lists);
  if (value.is_object())
    for (const auto& [name, member] : value.items()) walk(member, at / name, leaves, lists);
}

/// Another value of the same kind, preferably one that stands elsewhere in the file under the same name.
json other(RandomContest& chance, const json& file, const Pointers& leaves, const json::json_pointer& at) {
  const auto& value = file[at];
  Pointers alike;
  for (const auto& leaf : leaves)
    if (leaf.back() == at.back() && file[leaf] != value && file[leaf].type() == value.type())
      alike.push_back(leaf);
  if (!alike.empty() && chance.chance(70)) return file[chance.pick(alike)];
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>() + (chance.chance(50) ? 1 : -1);
  if (value.is_number()) return value.get<double>() + 0.5;
  return value.is_string() ? json(value.get<std::string>() + "x") : json("x");
}

void bend_list(RandomContest& chance, json& list) {
  const auto at = [&] { return static_cast<std::size_t>(chance.below(static_cast<int>(list.size()))); };
  const auto first = at(), second = at();
  switch (chance.below(3)) {
    case 0:
      return list.erase(first);
    case 1:
      return list.push_back(json(list[first]));
    default:
      std::swap(list[first], list[second]);
  }
}

/// A rule of judging or of prizes, where a number or a choice can be changed and the document stay a rule book.
void bend_rules(RandomContest& chance, json& file) {
  auto document = json::parse(file["rule_book"]["document"].get<std::string>());
  Pointers leaves, lists, rules;
  walk(document, json::json_pointer(), leaves, lists);
  for (const auto& leaf : leaves) {
    const auto text = leaf.to_string();
    const bool counts = text.starts_with("/rounds") || text.starts_with("/prizes/") ||
                        text.starts_with("/awards_per") || text.starts_with("/special_prizes_count");
    if (counts && (document[leaf].is_number() || document[leaf].is_boolean())) rules.push_back(leaf);
  }
  const auto leaf = chance.pick(rules);
  document[leaf] = other(chance, document, leaves, leaf);
  file["rule_book"]["document"] = document.dump();
}

std::string bend(RandomContest& chance, json& file) {
  if (chance.chance(15)) {
    bend_rules(chance, file);
    return "/rule_book/document";
  }
  Pointers leaves, lists;
  auto inner = file;
  inner.erase("ledger");
  walk(inner, json::json_pointer(), leaves, lists);
  const bool list = chance.chance(30);
  const auto at = chance.pick(list ? lists : leaves);
  if (list)
    bend_list(chance, file[at]);
  else
    file[at] = other(chance, inner, leaves, at);
  return at.to_string();
}

json told(const json& file, bool with_key) {
  const auto key = with_key ? std::optional(test::verifier_key()) : std::nullopt;
  json out = json::array();
  for (const auto& fault : standings::verify_results_file(file.dump(), key).faults)
    out.push_back({fault.pointer, fault.key});
  return out;
}

void write(std::ostream& out, const std::string& name, const json& file, bool with_key) {
  out << json{{"name", name}, {"text", file.dump()}, {"with_key", with_key}, {"faults", told(file, with_key)}}
             .dump()
      << '\n';
}

json shaken(const json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>() + 1;
  if (value.is_number()) return value.get<double>() + 0.5;
  return value.is_string() ? json(value.get<std::string>() + "x") : json("x");
}

/// Records changed as they stand and with a log made to fit, and files that say another thing than was done.
void write_planted(std::ostream& out, const std::string& name, RandomContest& contest) {
  const auto file = standings::results_file_json(contest.rules, contest.file);
  const auto record = file["ledger"]["record"].get<std::string>();
  for (int i = 0; i < kPlanted; ++i) {
    auto bent = file;
    const auto what = test::plant(contest, bent["ledger"]);
    write(out, name + ", records: " + what, bent, contest.chance(50));
    write(out, name + ", records, fitted: " + what, test::relogged(bent, record), contest.chance(50));
  }
  auto done = contest.file;
  const auto what = test::do_otherwise(contest, done);
  if (what.empty()) return;
  auto told = contest.file;
  test::seal_with_records(contest.rules, told, done);
  write(out, name + ", done otherwise: " + what, standings::results_file_json(contest.rules, told), true);
}

/// Every value of one file changed, alone and with all hashes made to fit.
void write_walk(std::ostream& out, bool records) {
  RandomContest contest(5);
  contest.settle();
  if (records) contest.record();
  const auto file = standings::results_file_json(contest.rules, contest.file);
  Pointers leaves, lists;
  walk(file, json::json_pointer(), leaves, lists);
  for (const auto& leaf : leaves) {
    auto bent = file;
    bent[leaf] = shaken(file[leaf]);
    write(out, "one value: " + leaf.to_string(), bent, true);
    const bool in_ledger = leaf.to_string().starts_with("/ledger");
    if (in_ledger || !records) write(out, "one value, no key: " + leaf.to_string(), bent, false);
    if (!in_ledger) write(out, "one value, fitted: " + leaf.to_string(), fitted(bent), true);
  }
}

}  // namespace

TEST_CASE("Files for another verifier", "[.files]") {
  const char* where = std::getenv("GUONG_RESULTS_FILES");
  REQUIRE(where);
  std::ofstream out(where);
  out << json{{"key", ledger::format_verifier_key(test::kOrigin, as_text(test::verifier_key().public_key))}}
             .dump()
      << '\n';
  for (std::uint32_t seed = 0; seed < kContests; ++seed) {
    RandomContest contest(seed);
    contest.settle();
    const bool records = seed % 3 == 0;
    if (records) contest.record();
    const auto file = standings::results_file_json(contest.rules, contest.file);
    const auto name = "contest " + std::to_string(seed);
    write(out, name, file, seed % 2 == 0);
    for (int i = 0; i < kBends; ++i) {
      auto bent = file;
      const auto at = bend(contest, bent);
      write(out, name + ", bent at " + at, fitted(bent), true);
    }
    if (records) write_planted(out, name, contest);
  }
  write_walk(out, false);
  write_walk(out, true);
  REQUIRE(out.good());
}
