// Streamed bodies of uploads: tus PATCH, and POST with or without the first bytes (creation-with-upload).
#pragma once

#include "guong/api/route.h"

namespace guong::entries {

using PathValues = std::vector<std::pair<std::string_view, std::string>>;

std::unique_ptr<http::BodySink> create_upload_sink(api::Services& services, const http::Request& head,
                                                   const api::Actor& actor, const PathValues& values);
std::unique_ptr<http::BodySink> patch_upload_sink(api::Services& services, const http::Request& head,
                                                  const api::Actor& actor, const PathValues& values);

/// The headers that every answer about an upload has.
http::Response& with_tus_headers(http::Response& answer);

}  // namespace guong::entries
