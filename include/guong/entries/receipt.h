// What an author gets for a submission: what arrived and when, signed by the installation, checkable without
// it.
//
// The signed bytes are the canonical JSON (RFC 8785) of the receipt without "signature" and "key":
// {"contest":"slug","files":[{"name":"...","sha256":"<hex>","size":1}],"number":"1234-5678",
// "text_sha256":"<hex>","time":"2026-05-20T10:00:00.000000Z","version":1}. Signature (Ed25519) and key are
// base64.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/time.h"

namespace guong::entries {

struct ReceiptFile {
  std::string name, sha256;  // in hex
  std::int64_t size = 0;
};
struct Receipt {
  std::string contest;  // slug
  std::string number;
  std::int64_t version = 0;
  Timestamp time;
  std::string text_sha256;
  std::vector<ReceiptFile> files;
  std::string signature, key;  // base64
};

/// The bytes that are signed.
std::string receipt_bytes(const Receipt& receipt);
/// Fills in signature and key.
void sign_receipt(Receipt& receipt, std::string_view signing_seed);
bool receipt_holds(const Receipt& receipt);

nlohmann::json receipt_json(const Receipt& receipt);  // the whole
std::string receipt_text(const Receipt& receipt);     // its JSON as it is kept
Receipt read_receipt(std::string_view text);

}  // namespace guong::entries
