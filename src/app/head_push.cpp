// The witness knows what it saw last, the log does not: the first try says "nothing", and the answer tells.
#include "app/head_push.h"

#include <charconv>
#include <utility>

#include "guong/base/bytes.h"
#include "guong/base/error.h"
#include "guong/http/client.h"
#include "guong/store/cosignatures.h"
#include "guong/store/jobs.h"
#include "guong/store/public_log.h"

namespace guong::app {
namespace {

/// The size that the witness saw last, by its answer to another.
std::optional<std::int64_t> last_size(const http::Fetched& answer, std::int64_t size) {
  std::int64_t last = 0;
  const auto* end = answer.body.data() + answer.body.size();
  const auto [stop, error] = std::from_chars(answer.body.data(), end, last);
  const bool known = answer.status == 409 && error == std::errc() && std::string_view(stop, end) == "\n";
  return known && last > 0 && last <= size ? std::optional(last) : std::nullopt;
}

http::Fetched bring(store::Store& store, const std::string& url, const store::PublicHead& head,
                    std::int64_t old_size) {
  std::string request = "old " + std::to_string(old_size) + "\n";
  if (old_size > 0)
    for (const auto& digest : store.read(
             [&](store::Reader& reader) { return store::tree_of(reader, head.size).consistency(old_size); }))
      request += to_base64(as_text(digest)) + "\n";
  return http::post_text(url + "/add-checkpoint", request + "\n" + head.note);
}

constexpr std::string_view kRefused = "app.witness_refused";

}  // namespace

bool ask_for_pushes(store::Store& store, Random& random, Timestamp now, AskedPushes& asked) {
  const auto head = store.read(store::public_head);
  if (!head) return false;
  auto next = asked;
  bool any = false;
  for (auto& push : next) {
    if (push.second == head->size) continue;
    any = true;
    if (store.write(
            [&](store::Tx& tx) { return store::enqueue_once(tx, random, now, kHeadPushJob, push.first); }))
      push.second = head->size;
  }
  asked = std::move(next);
  return any;
}

void keep_pushing(store::Store& store, Random& random, Timestamp now, const AskedPushes& asked) {
  std::vector<std::string> urls;
  for (const auto& [url, size] : asked) urls.push_back(url);
  store.write([&](store::Tx& tx) {
    store::keep_only(tx, kHeadPushJob, urls);
    for (const auto& failing : store::failing_jobs(tx, kHeadPushJob))
      store::enqueue_once(tx, random, now, kHeadPushJob, failing.payload);
  });
}

std::vector<SilentWitness> silent_witnesses(store::Reader& reader) {
  std::vector<SilentWitness> out;
  for (const auto& failing : store::failing_jobs(reader, kHeadPushJob))
    out.push_back({failing.payload, failing.since, failing.error == kRefused});
  return out;
}

void push_head(store::Store& store, const std::string& url, Timestamp now) {
  const auto head = store.read(store::public_head);
  if (!head) return;
  auto answer = bring(store, url, *head, 0);
  if (const auto last = last_size(answer, head->size)) answer = bring(store, url, *head, *last);
  if (answer.status != 200)
    throw Error(ErrorKind::unavailable, std::string(kRefused),
                {{"url", url}, {"status", std::to_string(answer.status)}});
  const auto line = answer.body.substr(0, answer.body.find('\n'));
  store.write([&](store::Tx& tx) { store::keep_cosignature(tx, line, now); });
}

}  // namespace guong::app
