// Many guess at one account: what a network may try in a day, when strangers must prove work, and what a
// device on which the owner has signed in before is good for.
#include <bit>

#include "accounts/limiter.h"
#include "accounts/proof_of_work.h"
#include "support/api_scenario.h"
#include "unit/accounts/world.h"

using namespace guong;
using namespace guong::test;
using nlohmann::json;

namespace {

const std::string kLan = "lan@vidu.vn", kWrong = "đoán mật khẩu";

/// Wrong passwords are refused at once: what they cost is not what is tested.
void make_quick(World& w) {
  w.caller.store().write([](store::Tx& tx) { tx.exec("update account set password_hash = 'x'"); });
}

Person from(int i) { return {"", "203.0." + std::to_string(i / 250) + "." + std::to_string(i % 250 + 1)}; }

int zero_bits(const std::string& text) {
  int bits = 0;
  for (const auto byte : sha256(text)) {
    bits += std::countl_zero(byte);
    if (byte) break;
  }
  return bits;
}

/// The first number that solves it.
json solved(const json& wanted) {
  const auto challenge = wanted["challenge"].get<std::string>();
  for (std::int64_t answer = 0;; ++answer)
    if (zero_bits(challenge + std::to_string(answer)) >= wanted["bits"].get<int>())
      return {{"challenge", challenge}, {"answer", std::to_string(answer)}};
}

Answer sign_in(World& w, Person& who, const std::string& password, const json& proof,
               const std::string& identifier = kLan) {
  return w.caller.post(who, "/api/sessions",
                       {{"identifier", identifier}, {"password", password}, {"proof", proof}});
}

bool asks_for_proof(const Answer& answer) {
  return answer.status == 429 && answer.json()["key"] == "accounts.proof_needed";
}

void guess_from_ten_networks(World& w, const std::string& identifier = kLan) {
  for (int i = 0; i < 10; ++i) {
    auto stranger = from(i);
    CHECK(w.sign_in(stranger, identifier, kWrong).status == 401);
  }
}

}  // namespace

TEST_CASE("One network has 34 tries at an account in a day, however patient it is") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    auto store = database.open();
    const auto keys = test_keys();
    const Timestamp begin{1'780'000'000'000'000};
    int tries = 0;
    for (auto now = begin; now < begin + hours(24);) {
      const auto wait = store->write([&](store::Tx& tx) {
        return count_attempt(tx, accounts::guarded(keys, accounts::kSignInHere, "lan"), now);
      });
      now = now + wait.value_or(seconds(0));
      tries += !wait;
    }
    CHECK(tries == 34);
  }
}

TEST_CASE("After ten wrong passwords from anywhere strangers prove work, and the owner too on a new device") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    w.person("Lan", kLan);
    guess_from_ten_networks(w);
    Person lan{"", "192.0.2.9"};
    const auto asked = w.sign_in(lan, kLan, kPassword);
    REQUIRE(asks_for_proof(asked));
    CHECK(asked.header("Retry-After") == "");
    const auto proof = solved(asked.json()["proof"]);
    CHECK(sign_in(w, lan, kPassword, proof).status == 200);
    // The right password has lowered nothing for those who guess.
    auto stranger = from(20);
    CHECK(asks_for_proof(w.sign_in(stranger, kLan, kWrong)));
    w.caller.now = w.caller.now + hours(25);
    CHECK(w.sign_in(stranger, kLan, kWrong).status == 401);
  }
}

TEST_CASE("A proof is for one try at one identifier within five minutes") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    w.person("Lan", kLan);
    make_quick(w);
    for (const auto& identifier : {kLan, std::string("ma@vidu.vn")}) guess_from_ten_networks(w, identifier);
    auto stranger = from(30);
    const auto wanted = w.sign_in(stranger, kLan, kWrong).json()["proof"];
    auto proof = solved(wanted);
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, proof, "ma@vidu.vn")));
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, {{"challenge", "x"}, {"answer", "1"}})));
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, {{"challenge", proof["challenge"]}, {"answer", "x"}})));
    auto forged = proof;
    forged["challenge"] = proof["challenge"].get<std::string>().substr(0, 60) + "AAAA";
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, forged)));
    CHECK(sign_in(w, stranger, kWrong, proof).status == 401);
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, proof)));  // used
    proof = solved(w.sign_in(stranger, kLan, kWrong).json()["proof"]);
    w.caller.now = w.caller.now + minutes(5) + seconds(1);
    CHECK(asks_for_proof(sign_in(w, stranger, kWrong, proof)));
    CHECK(sign_in(w, stranger, kWrong, json("text")).status == 422);
  }
}

TEST_CASE("Very many wrong passwords make the proof four times as dear, and no more") {
  CHECK(accounts::proof_bits(10) == 18);
  CHECK(accounts::proof_bits(100) == 19);
  CHECK(accounts::proof_bits(200) == 20);
  CHECK(accounts::proof_bits(1'000'000'000) == 20);
}

TEST_CASE("A device on which the owner has signed in is let in, with a count of its own") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    w.person("Lan", kLan);
    Person lan, stranger;  // in one network
    REQUIRE(w.sign_in(lan, kLan, kPassword).status == 200);
    guess_from_ten_networks(w);
    for (int i = 0; i < 5; ++i)
      sign_in(w, stranger, kWrong, solved(w.sign_in(stranger, kLan, kWrong).json()["proof"]));
    CHECK(w.sign_in(stranger, kLan, kWrong).header("Retry-After") == "30");
    CHECK(w.sign_in(lan, kLan, kPassword).status == 200);
    for (int i = 0; i < 10; ++i) CHECK(w.sign_in(lan, kLan, kWrong).status == 401);
    CHECK(w.sign_in(lan, kLan, kPassword).header("Retry-After") == "30");
    w.caller.now = w.caller.now + seconds(31);
    CHECK(w.sign_in(lan, kLan, kPassword).status == 200);
    w.caller.now = w.caller.now + days(402);
    guess_from_ten_networks(w);
    CHECK(asks_for_proof(w.sign_in(lan, kLan, kPassword)));  // browsers keep no cookie that long
  }
}

TEST_CASE("A device is known for those who signed in on it, five at most, and names none of them") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    World w(database);
    Person shared{"", "192.0.2.77"};
    std::vector<std::string> family;
    for (int i = 0; i < 6; ++i) family.push_back("nguoi" + std::to_string(i) + "@vidu.vn");
    for (const auto& email : family) {
      w.person("Người", email);
      REQUIRE(w.sign_in(shared, email, kPassword).status == 200);
    }
    CHECK(shared.device.size() == 5 * 43 + 4);
    for (const auto& email : family) guess_from_ten_networks(w, email);
    const auto before = shared.device;
    CHECK(asks_for_proof(w.sign_in(shared, family[0], kPassword)));
    for (int i = 1; i < 6; ++i) {
      shared.device = before;
      CHECK(w.sign_in(shared, family[i], kPassword).status == 200);
      CHECK(shared.device.size() == before.size());
    }
    shared.device = "x." + before.substr(0, 20) + "..." + std::string(3000, 'A');
    CHECK(asks_for_proof(w.sign_in(shared, family[5], kPassword)));
  }
}
