// The head of a request: from Beast's form to ours.
#pragma once

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "guong/http/message.h"

namespace guong::http {

using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

/// 0, or the status that refuses what Beast lets pass: heads that this server and a proxy before it could
/// understand differently.
int head_fault(const Parser& parser);
/// What refuses a request that Beast cannot read.
int status_of(const boost::beast::error_code& code);
/// All but `client`, `secure` and `received`.
Request request_of(const Parser& parser);
/// Whether the client waits for "100 Continue" before it sends the body.
bool expects_continue(const Parser& parser);

}  // namespace guong::http
