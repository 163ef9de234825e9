// Bodies compressed once, when they are made: a public page or an asset in the three forms that clients ask
// for.
#pragma once

#include <string>
#include <string_view>

#include "guong/http/message.h"

namespace guong::http {

/// One resource ready to be sent: identity, gzip and brotli bytes and the ETag of each.
struct Prepared {
  std::string media_type;
  std::string cache_control;
  SharedBody identity, gzip, brotli;
  std::string etag;  // unquoted; the encodings add "-gz" and "-br"
  std::vector<Header> extra;
};

/// Compresses (gzip 9, brotli 9) and hashes. Small or already compressed types stay as they are.
Prepared prepare(std::string body, std::string media_type, std::string cache_control);
/// The same where the compressed bytes are there already; no coding is offered when one of them is empty.
Prepared prepare(std::string body, std::string media_type, std::string cache_control, std::string gzip,
                 std::string brotli);
/// Chooses by Accept-Encoding; 304 by If-None-Match; sets Vary, ETag, Cache-Control, Content-Type.
Response prepared_response(const Request& request, const Prepared& resource);

}  // namespace guong::http
