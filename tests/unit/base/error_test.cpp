// Collected faults as one refusal.
#include "guong/base/error.h"

#include <catch2/catch.hpp>

using namespace guong;

TEST_CASE("Faults are refused all at once, and none is no refusal") {
  CHECK_NOTHROW(refuse_if_any({}));
  const std::vector<Fault> faults{{"/title", "base.required", {}},
                                  {"/note", "base.too_long", {{"limit", "80"}}}};
  try {
    refuse_if_any(faults);
    FAIL("nothing was thrown");
  } catch (const Error& e) {
    CHECK(e.kind() == ErrorKind::invalid);
    CHECK(e.key() == "base.invalid");
    CHECK(e.faults() == faults);
  }
}
