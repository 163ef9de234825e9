// Answers a request for something that is kept in a page cache.
#pragma once

#include "guong/api/call.h"
#include "publishing/page_cache.h"

namespace guong::publishing {

/// From one cache of the store: kept by the path, for what is shown depends on nothing else of the request.
/// 404 as a page where nothing is.
http::Response page_answer(const api::ReadCall& call, PageCache& cache, const PageSource& source);
/// From the cache of pages.
http::Response page_answer(const api::ReadCall& call, const PageSource& source);

}  // namespace guong::publishing
