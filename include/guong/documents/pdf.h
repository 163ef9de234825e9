// Documents as PDF in the form of a Vietnamese office: A4, Tinos 13, the host and the nation's name above,
// page numbers, bookmarks, text that can be searched and copied. Takes milliseconds, not microseconds: not
// for event threads. Any thread.
#pragma once

#include <string>
#include <vector>

#include "guong/base/messages.h"
#include "guong/base/time.h"
#include "guong/documents/document.h"

namespace guong::documents {

/// A whole document. What is empty is left out.
struct Sheet {
  Lang lang = Lang::vi;
  std::string issuer;                 // who gives it out, written in capitals
  std::string kind;                   // "Thể lệ", written in capitals
  std::string subject;                // what it is about, below the kind
  std::vector<std::string> preamble;  // what it rests on
  std::vector<Article> articles;
  std::vector<std::string> remarks;  // said in small print at the end
  Timestamp made;                    // the same sheet gives the same bytes
};

std::string pdf(const Sheet& sheet);

}  // namespace guong::documents
