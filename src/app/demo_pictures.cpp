// The pictures that share a page, without a title.
#include "app/demo_pictures.h"

#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "guong/pictures/cover.h"

namespace guong::app {

DemoPictures::DemoPictures(store::Blobs& blobs) : blobs_(blobs) {
  constexpr std::array<std::string_view, 4> fields{"education-training", "agriculture-countryside", "health",
                                                   "defence-security"};
  for (std::size_t i = 0; i < fields.size(); ++i) files_[i] = pictures::share_png(fields[i], "");
}

entries::NewFile DemoPictures::next(Random& random) {
  constexpr std::int64_t kWidth = 1200, kHeight = 630;
  const std::string& bytes = files_[used_++ % files_.size()];
  const std::string key(as_text(random.bytes(32)));
  return {"anh-" + std::to_string(used_) + ".png",
          "image/png",
          {"photo", "png", static_cast<std::int64_t>(bytes.size()), {}, kWidth, kHeight},
          sha256(bytes),
          blobs_.put(*sealing(BorrowedBytes(bytes), key)),
          key};
}

}  // namespace guong::app
