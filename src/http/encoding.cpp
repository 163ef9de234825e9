// Compresses once, at the best levels that are still quick, and chooses by Accept-Encoding at each request.
#include "guong/http/encoding.h"

#include <brotli/encode.h>
#include <zlib.h>

#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"

namespace guong::http {
namespace {

// Below this an answer fits one packet anyhow.
constexpr std::size_t kWorthCompressing = 512;

bool compressible(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type.find("json") != std::string_view::npos ||
         media_type.find("javascript") != std::string_view::npos ||
         media_type.find("xml") != std::string_view::npos;
}

std::string gzip(const std::string& body) {
  constexpr int kGzipFormat = 15 + 16;
  z_stream z{};
  if (deflateInit2(&z, 9, Z_DEFLATED, kGzipFormat, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorKind::internal, "base.internal");
  }
  std::string out(deflateBound(&z, body.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  z.avail_in = static_cast<uInt>(body.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string brotli(const std::string& body) {
  std::size_t size = BrotliEncoderMaxCompressedSize(body.size());
  std::string out(size, '\0');
  if (!BrotliEncoderCompress(9, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, body.size(),
                             reinterpret_cast<const std::uint8_t*>(body.data()), &size,
                             reinterpret_cast<std::uint8_t*>(out.data()))) {
    throw Error(ErrorKind::internal, "base.internal");
  }
  out.resize(size);
  return out;
}

/// Whether Accept-Encoding names the coding and does not refuse it with q=0.
bool accepts(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    const auto end = std::min(header.find(','), header.size());
    auto item = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (item.starts_with(' ')) item.remove_prefix(1);
    const auto name = item.substr(0, item.find_first_of("; "));
    if (name != coding) continue;
    const auto q = item.find("q=0");
    return q == std::string_view::npos || item.substr(q).find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

}  // namespace

Prepared prepare(std::string body, std::string media_type, std::string cache_control) {
  const bool worth = body.size() >= kWorthCompressing && compressible(media_type);
  auto zipped = worth ? gzip(body) : "";
  auto smaller = worth ? brotli(body) : "";
  return prepare(std::move(body), std::move(media_type), std::move(cache_control), std::move(zipped),
                 std::move(smaller));
}

Prepared prepare(std::string body, std::string media_type, std::string cache_control, std::string gzip,
                 std::string brotli) {
  const auto shared = [](std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); };
  Prepared p;
  const Digest digest = sha256(body);
  p.etag = to_base64url(as_text(digest).substr(0, 12));
  p.media_type = std::move(media_type);
  p.cache_control = std::move(cache_control);
  if (!gzip.empty() && !brotli.empty()) {
    p.gzip = shared(std::move(gzip));
    p.brotli = shared(std::move(brotli));
  }
  p.identity = shared(std::move(body));
  return p;
}

Response prepared_response(const Request& request, const Prepared& p) {
  const std::string_view accepted = request.header("accept-encoding").value_or("");
  const char* coding = nullptr;
  const char* suffix = "";
  SharedBody body = p.identity;
  if (p.brotli && accepts(accepted, "br")) {
    coding = "br";
    suffix = "-br";
    body = p.brotli;
  } else if (p.gzip && accepts(accepted, "gzip")) {
    coding = "gzip";
    suffix = "-gz";
    body = p.gzip;
  }
  Response r;
  r.headers.reserve(8 + p.extra.size());
  const std::string etag = "\"" + p.etag + suffix + "\"";
  const auto known = request.header("if-none-match");
  const bool unchanged = known && (*known == "*" || known->find(etag) != std::string_view::npos);
  r.status = unchanged ? 304 : 200;
  if (!unchanged) {
    r.set("Content-Type", p.media_type);
    if (coding) r.set("Content-Encoding", coding);
    r.body = std::move(body);
  }
  r.set("ETag", etag);
  r.set("Cache-Control", p.cache_control);
  if (p.gzip) r.set("Vary", "Accept-Encoding");
  r.headers.insert(r.headers.end(), p.extra.begin(), p.extra.end());
  return r;
}

}  // namespace guong::http
