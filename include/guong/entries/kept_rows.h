// Which rows of entries the ledger answers for: what stands once it was submitted. Drafts are their authors'
// own until then.
#pragma once

#include <span>

#include "guong/store/kept_rows.h"

namespace guong::entries {

std::span<const store::KeptTable> kept_tables();

}  // namespace guong::entries
