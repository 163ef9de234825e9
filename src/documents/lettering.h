// Titles on drawings, in the serif that the program carries.
#pragma once

#include <cairo.h>

#include "guong/documents/drawing.h"

namespace guong::documents {

void letter(cairo_t* cairo, const Title& title);

}  // namespace guong::documents
