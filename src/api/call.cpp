// What handlers read of a request (path, query, body, If-Match) with its limits, and the claim of an
// Idempotency-Key inside the handler's own transaction.
#include "guong/api/call.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "api/idempotency_store.h"
#include "guong/api/answer.h"
#include "guong/base/text.h"

namespace guong::api {
namespace {

using nlohmann::json;

/// Bodies are walked recursively, so their depth is bounded; and each value costs a hundred bytes and more,
/// however short it is written, so is their number.
constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxValues = 20'000;
constexpr Duration kKeyLife = days(7);

/// The larger quality wins; the first named wins between equals.
Lang preferred(std::string_view accept) {
  double vi = 0, en = 0;
  while (!accept.empty()) {
    const auto comma = accept.find(',');
    std::string_view item = accept.substr(0, comma);
    accept = comma == std::string_view::npos ? std::string_view{} : accept.substr(comma + 1);
    while (item.starts_with(' ')) item.remove_prefix(1);
    double quality = 1;
    if (const auto q = item.find(";q="); q != std::string_view::npos) {
      const auto number = item.substr(q + 3);
      if (std::from_chars(number.data(), number.data() + number.size(), quality).ec != std::errc{})
        quality = 0;
    }
    if (item.starts_with("vi")) vi = std::max(vi, quality);
    if (item.starts_with("en")) en = std::max(en, quality);
  }
  return en > vi ? Lang::en : Lang::vi;
}

std::optional<Lang> named_lang(const std::optional<std::string>& code) {
  if (code == "vi") return Lang::vi;
  if (code == "en") return Lang::en;
  return std::nullopt;
}

void normalise(json& value) {
  if (value.is_string()) {
    auto& text = value.get_ref<std::string&>();
    // Plain ASCII without control characters is in normal form already.
    const bool plain = std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!plain) text = nfc(text);
  } else if (value.is_structured()) {
    for (auto& inner : value) normalise(inner);
  }
}

[[noreturn]] void malformed(std::string key) { throw Error(ErrorKind::malformed, std::move(key)); }

json parse_body(std::string_view text) {
  std::size_t values = 0;
  const auto watch = [&](int depth, json::parse_event_t event, json&) {
    if (depth > kMaxDepth) malformed("api.body_too_deep");
    const bool begins = event == json::parse_event_t::object_start ||
                        event == json::parse_event_t::array_start || event == json::parse_event_t::value;
    if (begins && ++values > kMaxValues)
      throw Error(ErrorKind::too_large, "api.body_too_many", {{"max", std::to_string(kMaxValues)}});
    return true;
  };
  json body;
  try {
    body = json::parse(text, watch);
  } catch (const json::exception&) {
    malformed("api.body_not_json");
  }
  if (!body.is_object()) malformed("api.body_not_object");
  normalise(body);
  return body;
}

bool is_json_type(std::string_view type) {
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return type == "application/json" || type.ends_with("+json");
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Lang lang_of(const http::Request& request) {
  if (const auto asked = named_lang(request.query_value("lang"))) return *asked;
  if (const auto kept = named_lang(request.cookie("lang"))) return *kept;
  if (const auto accept = request.header("accept-language")) return preferred(*accept);
  return Lang::vi;
}

ReadCall::ReadCall(Services& services, const http::Request& request, Actor actor,
                   std::vector<std::pair<std::string_view, std::string>> path_values, store::Reader* snapshot)
    : services_(services),
      request_(request),
      actor_(std::move(actor)),
      path_values_(std::move(path_values)),
      lang_(lang_of(request)),
      snapshot_(snapshot) {}

const std::string& ReadCall::path_text(std::string_view name) const {
  for (const auto& [key, value] : path_values_)
    if (key == name) return value;
  throw Error(ErrorKind::internal, "base.internal");
}

std::int64_t ReadCall::path_number(std::string_view name) const {
  const auto number = number_in(path_text(name));
  if (!number || *number < 1) throw Error::not_found();
  return *number;
}

std::optional<std::int64_t> ReadCall::query_number(std::string_view name) const {
  const auto text = request_.query_value(name);
  if (!text || text->empty()) return std::nullopt;
  const auto number = number_in(*text);
  if (!number || *number < 1) malformed("api.not_an_id");
  return number;
}

int ReadCall::limit() const {
  const auto asked = request_.query_value("limit");
  if (!asked) return 50;
  const auto number = number_in(*asked);
  if (!number || *number < 1 || *number > 200) malformed("api.limit_wrong");
  return static_cast<int>(*number);
}

const nlohmann::json& WriteCall::body() const {
  if (!body_) {
    if (request_.body.empty()) {
      body_ = std::make_shared<json>(json::object());
    } else {
      if (!is_json_type(request_.header("content-type").value_or("")))
        throw Error(ErrorKind::unsupported_type, "api.json_expected");
      body_ = std::make_shared<json>(parse_body(request_.body));
    }
  }
  return *body_;
}

Revision WriteCall::if_match() const {
  auto tag = request_.header("if-match");
  if (!tag) throw Error(ErrorKind::precondition_required, "api.if_match_needed");
  std::string_view text = *tag;
  if (!text.starts_with("\"r") || !text.ends_with('"') || text.size() < 4) malformed("api.if_match_wrong");
  const auto number = number_in(text.substr(2, text.size() - 3));
  if (!number) malformed("api.if_match_wrong");
  return {*number};
}

void WriteCall::claim(store::Tx& tx) const {
  if (!use_ || claimed_) return;
  const auto kept = find_kept(tx, use_->key);
  if (!kept) {
    insert_key(tx, *use_, now());
    return;
  }
  if (as_text(kept->request) != as_text(use_->request)) throw Error(ErrorKind::invalid, "api.key_reused");
  // Committed, but the answer is not kept yet: the first request is still running, or ended in between.
  if (kept->answer.empty()) throw Error(ErrorKind::conflict, "api.in_progress");
  throw Replay{open_answer(services_.keys.seal, use_->key, kept->answer)};
}

void WriteCall::keep_answer(store::Tx& tx, const http::Response& answer) const {
  if (use_) update_answer(tx, use_->key, seal_answer(services_.keys.seal, use_->key, answer));
}

void prune_idempotency_keys(store::Tx& tx, Timestamp now) { delete_keys_before(tx, now - kKeyLife); }

}  // namespace guong::api
