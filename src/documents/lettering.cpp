// Guong Serif for the letters of Vietnamese; for others (a title may hold any) the fonts of the machine.
#include "documents/lettering.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <vector>

#include "guong/base/embedded.h"
#include "guong/base/error.h"

namespace guong::documents {
namespace {

constexpr const char* kFace = "src/documents/faces/guong-serif-600.ttf";
constexpr const char* kFamily = "Guong Serif";
constexpr double kLineHeight = 1.16;
constexpr double kSizeStep = 4;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

[[noreturn]] void refuse() { throw Error(ErrorKind::internal, "base.internal"); }

/// Fontconfig reads faces from files: this one gets a file without a name, which stays as long as the
/// program.
std::string face_file() {
  const auto face = embedded(kFace);
  const int file = ::memfd_create("guong-serif", MFD_CLOEXEC);
  if (!face || file < 0) refuse();
  for (std::string_view left = *face; !left.empty();) {
    const auto written = ::write(file, left.data(), left.size());
    if (written <= 0) refuse();
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  return "/proc/self/fd/" + std::to_string(file);
}

/// The machine's fonts and ours, beside those that the rest of the program knows.
FcConfig* fonts() {
  static FcConfig* const config = [] {
    FcConfig* made = FcInitLoadConfigAndFonts();
    const auto file = face_file();
    if (!made || !FcConfigAppFontAddFile(made, reinterpret_cast<const FcChar8*>(file.c_str()))) refuse();
    return made;
  }();
  return config;
}

using Lines = std::vector<std::string>;

class Setter {
 public:
  explicit Setter(cairo_t* cairo)
      : cairo_(cairo), map_(pango_cairo_font_map_new()), context_(make_context(map_.get())) {}

  double width(const std::string& text, double size) {
    const auto layout = set(text, size);
    int out = 0;
    pango_layout_get_size(layout.get(), &out, nullptr);
    return static_cast<double>(out) / PANGO_SCALE;
  }
  /// So that the line stands on the baseline.
  void show(const std::string& text, double size, double x, double baseline) {
    const auto layout = set(text, size);
    cairo_move_to(cairo_, x, baseline);
    pango_cairo_show_layout_line(cairo_, pango_layout_get_line_readonly(layout.get(), 0));
  }

 private:
  static PangoContext* make_context(PangoFontMap* map) {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts());
    PangoContext* context = pango_font_map_create_context(map);
    pango_cairo_context_set_resolution(context, 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
  }
  Owned<PangoLayout> set(const std::string& text, double size) {
    Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, kFamily);
    pango_font_description_set_weight(font, PANGO_WEIGHT_SEMIBOLD);
    pango_font_description_set_size(font, static_cast<int>(size * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }

  cairo_t* cairo_;
  Owned<PangoFontMap> map_;
  Owned<PangoContext> context_;
};

Lines words_of(const std::string& text) {
  std::istringstream in(text);
  Lines out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string joined(const Lines& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += (out.empty() ? "" : " ") + words[i];
  return out;
}

/// One line where it fits; else broken where the longer of two lines is shortest.
Lines balanced(Setter& setter, const Lines& words, double size, double width) {
  const std::string whole = joined(words, 0, words.size());
  if (words.size() < 2 || setter.width(whole, size) <= width) return {whole};
  Lines best;
  double shortest = 0;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::string first = joined(words, 0, at), second = joined(words, at, words.size());
    const double longer = std::max(setter.width(first, size), setter.width(second, size));
    if (!best.empty() && longer >= shortest) continue;
    shortest = longer;
    best = {first, second};
  }
  return best;
}

bool fit(Setter& setter, const Lines& lines, double size, double width) {
  return std::ranges::all_of(lines, [&](const auto& line) { return setter.width(line, size) <= width; });
}

/// A line that is too wide even alone, without what is too much.
std::string cut(Setter& setter, std::string line, double size, double width) {
  while (!line.empty() && setter.width(line + "…", size) > width) {
    do line.pop_back();
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U);
    if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0U) line.pop_back();
  }
  return line + "…";
}

struct Set {
  Lines lines;
  double size = 0;
};

Set set_to_fit(Setter& setter, const Title& title) {
  Lines words = words_of(title.text);
  for (double size = title.largest; size >= title.smallest; size -= kSizeStep)
    if (auto lines = balanced(setter, words, size, title.width); fit(setter, lines, size, title.width))
      return {lines, size};
  // Too long at every size: words go from the end.
  while (words.size() > 1) {
    words.pop_back();
    Lines shorter = words;
    shorter.back() += "…";
    if (auto lines = balanced(setter, shorter, title.smallest, title.width);
        fit(setter, lines, title.smallest, title.width))
      return {lines, title.smallest};
  }
  return {{cut(setter, joined(words, 0, words.size()), title.smallest, title.width)}, title.smallest};
}

}  // namespace

void letter(cairo_t* cairo, const Title& title) {
  Setter setter(cairo);
  const Set set = set_to_fit(setter, title);
  double baseline = title.baseline - static_cast<double>(set.lines.size() - 1) * set.size * kLineHeight;
  for (const auto& line : set.lines) {
    setter.show(line, set.size, title.left, baseline);
    baseline += set.size * kLineHeight;
  }
}

}  // namespace guong::documents
