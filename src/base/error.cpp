// The one way in which faults become an Error: all of them at once.
#include "guong/base/error.h"

namespace guong {

void refuse_if_any(std::vector<Fault> faults) {
  if (!faults.empty()) throw Error(ErrorKind::invalid, "base.invalid", {}, std::move(faults));
}

}  // namespace guong
