// Whose installation it is: name, where it can be reached, emblem, colours, how exemplars without a
// photograph are shown. What is here is public: it stands on every page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guong/api/use_case_context.h"
#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::publishing {

struct Host {
  std::string name, address, phone, email;
  std::string theme = "sea";        // "sea", "son", "cham": of the design; "own": by `colour`
  std::string colour;               // "#rrggbb" with theme "own", otherwise empty
  std::string portraits = "drawn";  // "drawn" or "initials"
  std::optional<Digest> emblem;     // the blob of the picture
  Revision revision;
};

Host find_host(store::Reader& reader);

/// The address of the emblem's picture; empty without one. Another picture has another address.
std::string emblem_path(const Host& host);
/// The address of the host's colours as a style; empty where they are the design's own. Changes with them.
std::string host_style_path(const Host& host);

/// Changes all but the emblem. Throws Error: a fault at /colour where text in that colour, or on it, would be
/// hard to read; stale.
void change_host(store::Tx& tx, const api::UseCaseContext& context, Revision expected, const Host& host);

/// The emblem made from a picture that somebody sent: small, as WebP, without what the file tells besides. A
/// blob that no row names yet. Blocks while child processes look at it. Throws Error: a fault at /picture.
Digest make_emblem(store::Blobs& blobs, Random& random, std::string_view picture);
/// Nothing: there is none any more.
void change_emblem(store::Tx& tx, const api::UseCaseContext& context, const std::optional<Digest>& emblem);

}  // namespace guong::publishing
