// A fresh database with units from CSV text.
#pragma once

#include <fstream>
#include <iterator>

#include "guong/units/unit.h"
#include "guong/units/unit_routes.h"
#include "support/caller.h"

namespace guong::test {

inline const std::string kHeader =
    "code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind\n";

inline std::string example_file(const std::string& name) {
  std::ifstream file(std::string(GUONG_SOURCE_DIR) + "/schema/examples/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Pointer and key of each fault that `f` is refused for, in order.
template <class F>
std::vector<std::pair<std::string, std::string>> refusals(F f) {
  std::vector<std::pair<std::string, std::string>> out;
  try {
    f();
  } catch (const Error& error) {
    for (const auto& fault : error.faults()) out.emplace_back(fault.pointer, fault.key);
    if (out.empty()) out.emplace_back("", error.key());
  }
  return out;
}

class Tree {
 public:
  explicit Tree(const TestDatabase& database) : store(database.open()) {}

  units::ImportCounts import(const std::string& csv) {
    return store->write([&](store::Tx& tx) { return units::import_units(tx, context(), csv); });
  }
  api::UseCaseContext context() { return {nobody_, now, random_, keys_}; }
  std::string csv() {
    return store->read([](store::Reader& reader) { return units::unit_csv(reader); });
  }
  units::Unit unit(const std::string& code) {
    return *store->read([&](store::Reader& r) { return units::unit_by_code(r, code); });
  }
  std::int64_t count(const char* sql) {
    return store->read([&](store::Reader& reader) { return reader.number(sql); });
  }

  std::unique_ptr<store::Store> store;
  Timestamp now{1'780'000'000'000'000};

 private:
  api::Actor nobody_;
  SeededRandom random_{3};
  api::Keys keys_ = test_keys();
};

}  // namespace guong::test
