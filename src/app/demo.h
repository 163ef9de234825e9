// The demo: fills an empty installation through the same use cases that people's requests take, at moments in
// the past.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/entries/entry.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::app {

struct DemoAccount {
  std::string role, identifier, password, name;
  AccountId id;
};

/// Real Vietnamese texts from schema/demo/texts.json, put together at random.
class DemoTexts {
 public:
  explicit DemoTexts(Random& random);
  ~DemoTexts();
  std::string person_name();
  /// A whole entry for a category that takes text, about an exemplar of the demo's places.
  struct Written {
    entries::Draft draft;
    std::string unit;  // the exemplar's, by its code
  };
  Written draft(const std::string& category, const std::vector<std::string>& declarations);

 private:
  const std::string& any(const std::vector<std::string>& list);
  Random& random_;
  struct Lists;
  std::unique_ptr<Lists> lists_;
};

struct DemoSize {
  int entries = 200;  // of the contest in full swing
  int entrants = 80;
  int judges = 6;
};

/// Makes everything; gives the accounts to sign in with, one role after the other, entrants last.
/// Error{conflict, "app.demo_not_empty"} when there are accounts already.
std::vector<DemoAccount> fill_demo(store::Store& store, store::Blobs& blobs, const api::Keys& keys,
                                   Random& random, Timestamp now, const DemoSize& size = {});

}  // namespace guong::app
