// From the cache to the answer.
#include "publishing/page_answer.h"

#include "guong/publishing/page_routes.h"
#include "publishing/host_store.h"

namespace guong::publishing {

http::Response page_answer(const api::ReadCall& call, PageCache& cache, const PageSource& source) {
  const auto& services = call.services();
  // Every page shows whose it is.
  const PageSource with_host{
      [&](store::Reader& reader) { return host_fingerprint(reader) + source.fingerprint(reader); },
      source.make};
  const auto page = cache.get(services.store, call.request().path, call.now(), with_host);
  if (page->identity->empty()) return no_page(services, call.request());
  return http::prepared_response(call.request(), *page);
}

http::Response page_answer(const api::ReadCall& call, const PageSource& source) {
  return page_answer(call, call.services().store.state().of<PageCache>(), source);
}

}  // namespace guong::publishing
