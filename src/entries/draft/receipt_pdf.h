// A receipt on paper: what arrived and when, and how anybody can check it.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/entries/receipt.h"

namespace guong::entries {

/// What the receipt itself does not say, for people to read.
struct ReceiptSetting {
  std::string title;         // of the work, as it was submitted
  std::string contest_name;  // in the reader's language
  std::string host_unit;
  std::string zone;
  std::string base_url;
};
std::string receipt_pdf(const Receipt& receipt, const ReceiptSetting& setting, Lang lang);

}  // namespace guong::entries
