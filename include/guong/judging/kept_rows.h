// Which rows of judging the ledger answers for: all but cards that are not handed in, and what is counted. Any thread.
#pragma once

#include <span>

#include "guong/store/kept_rows.h"

namespace guong::judging {

std::span<const store::KeptTable> kept_tables();

}  // namespace guong::judging
