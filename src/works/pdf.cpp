// Asks qpdf for std::shared_ptr instead of its own older pointer.
#define POINTERHOLDER_TRANSITION 4

#include "works/pdf.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "works/pictures.h"

namespace guong::works {
namespace {

constexpr int kDeepest = 200;

/// Entries that hold words, times, files or scripts and show nothing, wherever they stand.
constexpr std::array kPrivateKeys{"/Metadata",   "/PieceInfo",    "/LastModified",  "/AF",
                                  "/AA",         "/Thumb",        "/SpiderInfo",    "/XFA",
                                  "/Perms",      "/DSS",          "/Collection",    "/Threads",
                                  "/OPI",        "/CreatorInfo",  "/PTEX.FileName", "/PTEX.InfoDict",
                                  "/OpenAction", "/Requirements", "/SigFlags",      "/NeedsRendering",
                                  "/Legal",      "/Private"};
/// Of an annotation other than a form's field: author, times, its own id.
constexpr std::array kAnnotationKeys{"/T", "/M", "/CreationDate", "/NM", "/Subj"};
constexpr std::array kDroppedAnnotations{"/FileAttachment", "/Sound",     "/Movie",
                                         "/Screen",         "/RichMedia", "/3D"};
constexpr std::array kKeptActions{"/GoTo", "/URI", "/Named"};
/// Dictionaries whose keys are names given by the writer: there, "/AA" may be a font.
constexpr std::array kNameMaps{"/Font",    "/XObject",    "/ExtGState", "/ColorSpace", "/Pattern",
                               "/Shading", "/Properties", "/Dests",     "/CharProcs",  "/ClassMap",
                               "/RoleMap", "/N",          "/D",         "/R"};

using Handle = QPDFObjectHandle;

template <std::size_t N>
bool one_of(const std::array<const char*, N>& names, const std::string& name) {
  return std::ranges::any_of(names, [&](const char* each) { return name == each; });
}

bool named(Handle value, const char* name) { return value.isName() && value.getName() == name; }

bool signature(Handle value) {
  return value.isDictionary() && (named(value.getKey("/Type"), "/Sig") || value.hasKey("/ByteRange"));
}

bool kept_action(Handle action) {
  if (!action.isDictionary() || !action.getKey("/S").isName()) return false;
  if (!one_of(kKeptActions, action.getKey("/S").getName())) return false;
  Handle target = action.getKey("/URI");
  if (!target.isString()) return true;
  const auto link = target.getStringValue();
  return link.starts_with("http://") || link.starts_with("https://");
}

void drop_annotations(Handle list) {
  if (!list.isArray()) return;
  for (int i = list.getArrayNItems() - 1; i >= 0; --i) {
    Handle item = list.getArrayItem(i);
    Handle subtype = item.isDictionary() ? item.getKey("/Subtype") : Handle::newNull();
    if (subtype.isName() && one_of(kDroppedAnnotations, subtype.getName())) list.eraseItem(i);
  }
}

void clean_dictionary(Handle dictionary) {
  for (const char* key : kPrivateKeys) dictionary.removeKey(key);
  drop_annotations(dictionary.getKey("/Annots"));
  if (named(dictionary.getKey("/Type"), "/Page")) dictionary.removeKey("/B");  // places in article threads
  const bool annotation = dictionary.hasKey("/Rect") && dictionary.hasKey("/Subtype");
  if (annotation && !named(dictionary.getKey("/Subtype"), "/Widget")) {
    for (const char* key : kAnnotationKeys) dictionary.removeKey(key);
  }
  if (signature(dictionary.getKey("/V"))) dictionary.removeKey("/V");
  Handle action = dictionary.getKey("/A");
  // "/A" is also attributes of structure, and lists of them: only actions have "/S" with a name of
  // an action.
  if (action.isDictionary() && action.getKey("/S").isName() && (annotation || dictionary.hasKey("/Title"))) {
    kept_action(action) ? action.removeKey("/Next") : dictionary.removeKey("/A");
  }
}

/// The filters of a stream, outermost first.
std::vector<Handle> filters_of(Handle stream) {
  Handle filter = stream.getDict().getKey("/Filter");
  if (filter.isArray()) return filter.getArrayAsVector();
  return filter.isNull() ? std::vector<Handle>() : std::vector<Handle>{filter};
}

/// The bytes of a picture below its last filter, as they were in the camera's file.
std::string inner_bytes(QPDF& pdf, Handle stream, std::vector<Handle> filters) {
  filters.pop_back();
  auto raw = stream.getRawStreamData();
  if (!filters.empty()) {
    Handle outer = Handle::newStream(&pdf);
    outer.replaceStreamData(raw, Handle::newArray(filters), Handle::newNull());
    raw = outer.getStreamData(qpdf_dl_generalized);
  }
  return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
}

void clean_picture(QPDF& pdf, Handle stream) {
  const auto filters = filters_of(stream);
  if (filters.empty() || !named(filters.back(), "/DCTDecode")) return;
  Handle parameters = stream.getDict().getKey("/DecodeParms");
  if (parameters.isArray() && parameters.getArrayNItems() > 0) {
    parameters = parameters.getArrayItem(parameters.getArrayNItems() - 1);
  } else if (filters.size() > 1) {
    parameters = Handle::newNull();
  }
  const auto clean = scrub_jpeg(inner_bytes(pdf, stream, filters));
  if (clean) stream.replaceStreamData(*clean, Handle::newName("/DCTDecode"), parameters);
}

class Cleaner {
 public:
  explicit Cleaner(QPDF& pdf) : pdf_(pdf), objects_(pdf.getAllObjects()) {}

  void run() {
    for (auto& object : objects_) find_name_maps(object, 0);
    for (auto& object : objects_) {
      clean(object, name_maps_.contains(object.getObjGen()), 0);
      if (object.isStream()) clean_picture(pdf_, object);
    }
    clean_catalog();
    clean_trailer();
  }

 private:
  template <class Visit>
  static void for_each_entry(Handle value, Visit visit) {
    if (value.isStream()) value = value.getDict();
    if (value.isDictionary()) {
      for (const auto& key : value.getKeys()) visit(key, value.getKey(key));
    } else if (value.isArray()) {
      for (const Handle& item : value.getArrayAsVector()) visit(std::string(), item);
    }
  }

  void find_name_maps(Handle value, int depth) {
    if (depth > kDeepest) return;
    for_each_entry(value, [&](const std::string& key, Handle entry) {
      if (entry.isIndirect()) {
        if (one_of(kNameMaps, key) && entry.isDictionary()) name_maps_.insert(entry.getObjGen());
      } else {
        find_name_maps(entry, depth + 1);
      }
    });
  }

  /// Cleans an object and what stands directly inside it; what it refers to has its own turn.
  void clean(Handle value, bool name_map, int depth) {
    if (depth > kDeepest) return;
    if (!name_map && value.isDictionary()) clean_dictionary(value);
    if (!name_map && value.isStream()) clean_dictionary(value.getDict());
    for_each_entry(value, [&](const std::string& key, Handle entry) {
      if (!entry.isIndirect()) clean(entry, one_of(kNameMaps, key), depth + 1);
    });
  }

  void clean_catalog() {
    Handle names = pdf_.getRoot().getKey("/Names");
    if (!names.isDictionary()) return;
    for (const auto& key : names.getKeys()) {
      if (key != "/Dests") names.removeKey(key);
    }
  }

  void clean_trailer() {
    Handle trailer = pdf_.getTrailer();
    constexpr std::array kNeeded{"/Root", "/Size", "/ID", "/Encrypt", "/Prev"};
    for (const auto& key : trailer.getKeys()) {
      if (!one_of(kNeeded, key)) trailer.removeKey(key);
    }
  }

  QPDF& pdf_;
  std::vector<Handle> objects_;
  std::set<QPDFObjGen> name_maps_;
};

void open(QPDF& pdf, const std::filesystem::path& file) {
  pdf.setSuppressWarnings(true);
  pdf.processFile(file.c_str());
}

std::string problem_of(const QPDFExc& error) {
  return error.getErrorCode() == qpdf_e_password ? "works.pdf_password" : "works.damaged";
}

}  // namespace

std::string pdf_problem(const std::filesystem::path& file) {
  try {
    QPDF pdf;
    open(pdf, file);
    return pdf.getAllPages().empty() ? "works.damaged" : "";
  } catch (const QPDFExc& error) {
    return problem_of(error);
  } catch (const std::exception&) {
    return "works.damaged";
  }
}

ScrubResult scrub_pdf(const std::filesystem::path& input, const std::filesystem::path& output) {
  try {
    QPDF pdf;
    open(pdf, input);
    if (pdf.getAllPages().empty()) return {false, "works.damaged", FileKind::pdf, {}};
    Cleaner(pdf).run();
    QPDFWriter writer(pdf, output.c_str());
    writer.setPreserveEncryption(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setDeterministicID(true);
    writer.write();
    return {true, "", FileKind::pdf, {}};
  } catch (const QPDFExc& error) {
    return {false, problem_of(error), FileKind::pdf, {}};
  }
}

}  // namespace guong::works
