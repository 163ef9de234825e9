// Headers of the tus 1.0 resumable upload protocol: names, parsing and answers. No rows, no files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "guong/http/message.h"

namespace guong::uploads::tus {

inline constexpr std::string_view kVersion = "1.0.0";
inline constexpr std::string_view kExtensions =
    "creation,creation-with-upload,checksum,expiration,termination";

/// A decimal header value of at most 18 digits; nothing when absent or malformed.
std::optional<std::int64_t> length_header(const http::Request& request, std::string_view lower_case_name);
/// Upload-Metadata: "filename d29ybGQ=,filetype ..." decoded. Nothing when malformed.
std::optional<std::map<std::string, std::string>> metadata(std::string_view header);
struct Checksum {
  std::string algorithm;  // "sha256" or "sha1"
  std::string digest;     // raw bytes
};
/// Upload-Checksum; nothing when malformed or of an algorithm that is not offered.
std::optional<Checksum> checksum(std::string_view header);
/// Answer to OPTIONS: versions, extensions, algorithms, largest size.
http::Response options_response(std::int64_t max_size);
/// Refusal (412) unless Tus-Resumable names our version.
std::optional<http::Response> version_refusal(const http::Request& request);

}  // namespace guong::uploads::tus
