// Pictures for works of the demo: drawn, since nobody sent any.
#pragma once

#include <array>
#include <string>

#include "guong/base/random.h"
#include "guong/entries/use_cases.h"
#include "guong/store/blobs.h"

namespace guong::app {

class DemoPictures {
 public:
  /// Draws them.
  explicit DemoPictures(store::Blobs& blobs);
  /// The next one, as an upload leaves it.
  entries::NewFile next(Random& random);

 private:
  store::Blobs& blobs_;
  std::array<std::string, 4> files_;
  std::size_t used_ = 0;
};

}  // namespace guong::app
