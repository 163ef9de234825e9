// Holds the contract, schema/openapi/, against the route table, both ways.
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "guong/app/service.h"

namespace guong::app {
namespace {

/// What the contract or the route table says of one operation.
struct Operation {
  std::string id;
  std::set<std::string> access;
};

/// "GET /api/contests" -> operation, from the bundle that the build of the front end makes of schema/openapi/.
std::map<std::string, Operation> contract() {
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/schema/openapi.json");
  INFO("schema/openapi.json is missing: npm run build in frontend/ makes it");
  REQUIRE(in);
  std::map<std::string, Operation> operations;
  const auto document = nlohmann::json::parse(in);
  for (const auto& [path, item] : document.at("paths").items()) {
    for (const auto& [method, operation] : item.items()) {
      if (method == "parameters") continue;
      std::string name = method;
      for (char& c : name) c = static_cast<char>(std::toupper(c));
      const auto& access = operation.at("x-access");
      const auto names =
          access.is_string() ? std::set{access.get<std::string>()} : access.get<std::set<std::string>>();
      operations[name + " " + path] = {operation.at("operationId"), names};
    }
  }
  return operations;
}

std::set<std::string> access_names(const api::Access& access) {
  if (access.kind == api::Access::Kind::anyone) return {"anyone"};
  if (access.kind == api::Access::Kind::signed_in) return {"signed_in"};
  std::set<std::string> names;
  for (const api::Role role : api::all_roles())
    if (access.roles.has(role)) names.emplace(api::role_name(role));
  return names;
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
    CHECK(stated->second.access == access_names(route.access));
  }
  for (const auto& [name, operation] : operations) {
    CAPTURE(name);
    CHECK(served.contains(name));
  }
}

}  // namespace
}  // namespace guong::app
