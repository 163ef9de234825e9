// Messages in both languages, and that none is missing or of another module.
#include "guong/base/messages.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/embedded.h"
#include "guong/base/text.h"
#include "unit/base/source_tree.h"

using namespace guong;

namespace {

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    names.insert(text.substr(at, text.find('}', at) - at));
  }
  return names;
}

/// Whether a literal reads like a key: a module's name, a point, one word.
bool looks_like_key(const std::string& literal) {
  const auto point = literal.find('.');
  if (point == std::string::npos || point + 1 == literal.size()) return false;
  const auto of_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return std::count(kModules.begin(), kModules.end(), literal.substr(0, point)) == 1 &&
         std::all_of(literal.begin() + static_cast<std::ptrdiff_t>(point) + 1, literal.end(), of_word);
}

/// What stands between quotation marks.
std::vector<std::string> literals(const std::string& line) {
  std::vector<std::string> out;
  for (auto open = line.find('"'); open != std::string::npos; open = line.find('"', open + 1)) {
    const auto close = line.find('"', open + 1);
    if (close != std::string::npos) out.push_back(line.substr(open + 1, close - open - 1));
  }
  return out;
}

/// "results.file_" is the beginning of names that the source puts together.
bool is_message(const std::string& key) {
  const auto keys = message_keys();
  return has_message(key) ||
         (key.ends_with('_') && std::any_of(keys.begin(), keys.end(),
                                            [&](std::string_view known) { return known.starts_with(key); }));
}

}  // namespace

TEST_CASE("A message is given in the reader's language with its values filled in") {
  CHECK(message("base.too_long", Lang::en, {{"limit", "80"}}) ==
        "Longer than 80 characters. Please shorten it.");
  CHECK(message("base.too_long", Lang::vi, {{"limit", "80"}}) == "Dài quá 80 ký tự. Hãy rút gọn.");
}

TEST_CASE("A value is not searched for placeholders, and an unknown key is its own text") {
  CHECK(message("base.not_a_choice", Lang::en, {{"choices", "{choices} {limit}"}}) ==
        "Choose one of: {choices} {limit}.");
  CHECK(message("base.too_long", Lang::en).find("{limit}") != std::string::npos);
  CHECK(message("nobody.knows", Lang::vi) == "nobody.knows");
  CHECK_FALSE(has_message("nobody.knows"));
}

TEST_CASE("Every message stands in the file of its module, in both languages, with the same placeholders") {
  for (const auto path : embedded_paths("schema/messages/")) {
    const std::string module(path.substr(path.rfind('/') + 1, path.rfind('.') - path.rfind('/') - 1));
    const auto messages = nlohmann::json::parse(*embedded(path));
    for (const auto& [key, texts] : messages.items()) {
      INFO(key);
      const auto vi = texts.at("vi").get<std::string>(), en = texts.at("en").get<std::string>();
      CHECK(key.starts_with(module + "."));
      CHECK_FALSE(vi.empty());
      CHECK_FALSE(en.empty());
      CHECK(nfc(vi) == vi);
      CHECK(placeholders(vi) == placeholders(en));
    }
  }
}

TEST_CASE("Every message that the source names exists") {
  // Files beside the keys, and kinds of records of the log itself.
  const std::set<std::string> other = {"ledger.name", "ledger.head", "ledger.filled", "ledger.resumed"};
  std::set<std::string> named, missing;
  for (const auto& file : source_files({"src", "include"})) {
    for (const auto& line : file.lines) {
      for (const auto& literal : literals(line)) {
        if (!looks_like_key(literal) || other.contains(literal)) continue;
        named.insert(literal);
        if (!is_message(literal)) missing.insert(file.path + ": " + literal);
      }
    }
  }
  CHECK(missing == std::set<std::string>{});
  CHECK(named.size() > 20);
}

TEST_CASE("Embedded files are found by their path in the source tree") {
  CHECK(embedded("schema/messages/base.json")->starts_with("{"));
  CHECK_FALSE(embedded("schema/messages/none.json"));
  const auto paths = embedded_paths("schema/");
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  CHECK(std::count(paths.begin(), paths.end(), "schema/migrations/0001_spine.sql") == 1);
}
