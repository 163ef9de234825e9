// Two parts as one: the blob, and then what the row has.
#include "results/file_bytes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/error.h"
#include "guong/standings/results_file.h"
#include "results/publication_store.h"

namespace guong::results {
namespace {

class TwoParts final : public ByteSource {
 public:
  TwoParts(std::shared_ptr<const ByteSource> first, std::string second)
      : first_(std::move(first)), second_(std::move(second)) {}
  std::uint64_t size() const override { return first_size() + second_.size(); }
  void read(std::uint64_t offset, std::span<char> to) const override {
    const auto of_first =
        offset < first_size() ? std::min<std::uint64_t>(to.size(), first_size() - offset) : 0;
    if (of_first > 0) first_->read(offset, to.first(static_cast<std::size_t>(of_first)));
    const auto others = to.subspan(static_cast<std::size_t>(of_first));
    if (!others.empty()) BorrowedBytes(second_).read(offset + of_first - first_size(), others);
  }

 private:
  std::uint64_t first_size() const { return first_ ? first_->size() : 0; }
  const std::shared_ptr<const ByteSource> first_;
  const std::string second_;
};

std::shared_ptr<const ByteSource> bytes_of(store::Reader& reader, const store::Blobs* blobs, ResultId id) {
  auto text = load_file_text(reader, id);
  if (!text.long_part) return std::make_shared<TwoParts>(nullptr, std::move(text.rest));
  // Nothing was read ahead, and now it could have been: whoever asks again finds the blobs.
  if (!blobs) throw Error(ErrorKind::unavailable, "store.busy");
  if (!text.rest.starts_with(standings::kRestBegin)) throw Error(ErrorKind::internal, "base.internal");
  return std::make_shared<TwoParts>(blobs->open(*text.long_part),
                                    text.rest.substr(standings::kRestBegin.size()));
}

}  // namespace

void each_file_piece(store::Reader& reader, const store::Blobs* blobs, ResultId result,
                     const standings::TakeText& take) {
  each_piece(*bytes_of(reader, blobs, result), take);
}

std::shared_ptr<const ByteSource> results_file_bytes(store::Reader& reader, const store::Blobs& blobs,
                                                     ResultId result) {
  return bytes_of(reader, &blobs, result);
}

nlohmann::json published_document(store::Reader& reader, ResultId result) {
  return nlohmann::json::parse(load_file_text(reader, result).rest);
}

}  // namespace guong::results
