// The one way in which faults become an Error: the first of them at once.
#include "guong/base/error.h"
#include "guong/base/most_faults.h"

namespace guong {

void refuse_if_any(std::vector<Fault> faults) {
  if (faults.size() > kMostFaults) faults.resize(kMostFaults);
  if (!faults.empty()) throw Error(ErrorKind::invalid, "base.invalid", {}, std::move(faults));
}

}  // namespace guong
