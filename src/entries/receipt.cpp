// The signed bytes and the whole receipt are made of one JSON, so that they cannot differ.
#include "guong/entries/receipt.h"

#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"

namespace guong::entries {
namespace {

using nlohmann::json;

/// Keys come out sorted and without spaces, and all values are whole numbers and text: that is canonical
/// JSON.
json signed_part(const Receipt& receipt) {
  json files = json::array();
  for (const auto& file : receipt.files)
    files.push_back({{"name", file.name}, {"sha256", file.sha256}, {"size", file.size}});
  return {{"contest", receipt.contest}, {"number", receipt.number},
          {"version", receipt.version}, {"time", to_rfc3339(receipt.time)},
          {"files", std::move(files)},  {"text_sha256", receipt.text_sha256}};
}

}  // namespace

std::string receipt_bytes(const Receipt& receipt) { return signed_part(receipt).dump(); }

void sign_receipt(Receipt& receipt, std::string_view signing_seed) {
  receipt.signature = to_base64(as_text(ed25519_sign(signing_seed, receipt_bytes(receipt))));
  receipt.key = to_base64(as_text(ed25519_public_key(signing_seed)));
}

bool receipt_holds(const Receipt& receipt) {
  const auto key = from_base64(receipt.key), signature = from_base64(receipt.signature);
  return key && signature && ed25519_verify(as_text(*key), receipt_bytes(receipt), as_text(*signature));
}

json receipt_json(const Receipt& receipt) {
  auto whole = signed_part(receipt);
  whole["signature"] = receipt.signature;
  whole["key"] = receipt.key;
  return whole;
}

std::string receipt_text(const Receipt& receipt) { return receipt_json(receipt).dump(); }

Receipt read_receipt(std::string_view text) {
  const auto whole = json::parse(text);
  Receipt receipt{whole.at("contest"),
                  whole.at("number"),
                  whole.at("version").get<std::int64_t>(),
                  *from_rfc3339(whole.at("time").get<std::string>()),
                  whole.at("text_sha256"),
                  {},
                  whole.at("signature"),
                  whole.at("key")};
  for (const auto& file : whole.at("files"))
    receipt.files.push_back({file.at("name"), file.at("sha256"), file.at("size").get<std::int64_t>()});
  return receipt;
}

}  // namespace guong::entries
