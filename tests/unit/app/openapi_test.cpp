#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "guong/app/service.h"

namespace guong::app {
namespace {

/// "GET /api/contests" -> {operationId, access}, read line by line from the contract: paths stand two spaces in, methods four.
struct Operation {
  std::string id, access;
  friend bool operator==(const Operation&, const Operation&) = default;
};

std::map<std::string, Operation> contract() {
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/schema/openapi.yaml");
  std::map<std::string, Operation> operations;
  std::string line, path, method;
  bool in_paths = false;
  while (std::getline(in, line)) {
    if (!line.empty() && line[0] != ' ') in_paths = line == "paths:";
    if (!in_paths) continue;
    const std::string word = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    const auto indent = line.size() - word.size();
    if (indent == 2 && word.starts_with('/')) path = word.substr(0, word.size() - 1);
    if (indent == 4) method = word.substr(0, word.size() - 1);
    for (char& c : method) c = static_cast<char>(std::toupper(c));
    Operation& operation = operations[method + " " + path];
    if (word.starts_with("operationId: ")) operation.id = word.substr(13);
    if (word.starts_with("x-access: ")) operation.access = word.substr(10);
  }
  std::erase_if(operations, [](const auto& entry) { return entry.second.id.empty(); });
  return operations;
}

std::string access_text(const api::Access& access) {
  if (access.kind == api::Access::Kind::anyone) return "anyone";
  if (access.kind == api::Access::Kind::signed_in) return "signed_in";
  std::set<std::string> names;
  for (const api::Role role : api::all_roles()) {
    if (access.roles.has(role)) names.insert(std::string(api::role_name(role)));
  }
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "[" : ", ") + name;
  return out + "]";
}

/// The roles of "[b, a]" in order.
std::string sorted_access(const std::string& text) {
  if (!text.starts_with('[')) return text;
  std::set<std::string> names;
  std::istringstream words(text.substr(1, text.size() - 2));
  for (std::string name; std::getline(words, name, ',');) names.insert(name.substr(name.find_first_not_of(' ')));
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "[" : ", ") + name;
  return out + "]";
}

TEST_CASE("the contract and the route table name the same operations, and say alike who may call them") {
  const auto operations = contract();
  std::set<std::string> served;
  for (const auto& route : all_routes()) {
    if (!route.pattern.starts_with("/api/")) continue;
    const std::string name = std::string(http::method_name(route.method)) + " " + std::string(route.pattern);
    CAPTURE(name);
    served.insert(name);
    const auto stated = operations.find(name);
    CHECK(stated != operations.end());
    if (stated == operations.end()) continue;
    CHECK(stated->second.id == route.operation_id);
    CHECK(sorted_access(stated->second.access) == access_text(route.access));
  }
  for (const auto& [name, operation] : operations) {
    CAPTURE(name);
    CHECK(served.contains(name));
  }
}

}  // namespace
}  // namespace guong::app
