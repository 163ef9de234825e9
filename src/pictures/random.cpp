// FNV-1a over the text's code points, then the mixer of MurmurHash3 for each number.
#include "pictures/random.h"

#include <unicode/utf8.h>

namespace guong::pictures {

SeededRandom::SeededRandom(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), i, size, c);
#pragma GCC diagnostic pop
    state_ = (state_ ^ static_cast<std::uint32_t>(c)) * 16777619U;
  }
}

double SeededRandom::operator()() {
  state_ = (state_ ^ (state_ >> 15)) * 2246822507U;
  state_ = (state_ ^ (state_ >> 13)) * 3266489909U;
  state_ ^= state_ >> 16;
  return state_ / 4294967296.0;
}

}  // namespace guong::pictures
