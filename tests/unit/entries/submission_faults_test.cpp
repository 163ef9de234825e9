// All that can be wrong with a submission, told at once.
#include <functional>

#include "guong/base/messages.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

rules::RuleBook rule_book() {
  rules::RuleBook book;
  book.calendar = {at("2026-01-05T01:00:00Z"), at("2026-02-05T10:00:00Z"), minutes(30), {}, {}, {}, {},
                   "Asia/Ho_Chi_Minh"};
  book.declarations = {{"own_work", {"Của tôi", "Mine"}, true},
                       {"publish_consent", {"Công bố", "Publish"}, false}};
  rules::Category writing;
  writing.id = "writing";
  writing.text = true;
  writing.min_words = 3;
  writing.max_words = 5;
  writing.max_authors = 2;
  writing.max_entries = 1;
  rules::Category video;
  video.id = "video";
  video.files = {{"work", {"Phim", "Video"}, {"mp4", "mov"}, 1, 1, 1'000'000, 10'000, 420'000, 640, 480}};
  rules::Category either;
  either.id = "either";
  either.text = either.text_or_file = true;
  either.max_words = 5;
  either.files = {{"work", {"Tệp", "File"}, {"docx"}, 0, 1, 1'000'000, {}, {}, {}, {}}};
  book.categories = {writing, video, either};
  book.fields = {{"health", {"Y tế", "Health"}}};
  book.eligibility.excluded_roles = {"organiser"};
  book.eligibility.max_entries = 2;
  return book;
}

struct Case {
  rules::RuleBook book = rule_book();
  Content content{"writing",   "health", "Tên bài", "một hai ba bốn", "vi", {"person", "Bà Tư", {}, ""},
                  {"own_work"}};
  std::vector<NamedFile> files;
  std::vector<AuthorFacts> authors{AuthorFacts{}};
  Moment moment{at("2026-01-20T00:00:00Z"), {}, false};
};

NamedFile film() { return {{"work", "mp4", 900'000, 400'000, 1280, 720}, "phim.mp4"}; }

}  // namespace

TEST_CASE("a submission's faults come all at once, each where it is") {
  struct Row {
    const char* what;
    std::function<void(Case&)> change;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"nothing amiss", [](Case&) {}, {}},
      {"too late",
       [](Case& c) { c.moment.now = at("2026-02-05T10:00:00.000001Z"); },
       {" entries.deadline_passed"}},
      {"too early", [](Case& c) { c.moment.now = at("2026-01-01T00:00:00Z"); }, {" entries.not_yet_open"}},
      {"no category", [](Case& c) { c.content.category = ""; }, {"/category entries.category_missing"}},
      {"unknown category", [](Case& c) { c.content.category = "x"; }, {"/category entries.category_unknown"}},
      {"no field", [](Case& c) { c.content.field = ""; }, {"/field entries.field_missing"}},
      {"unknown field", [](Case& c) { c.content.field = "x"; }, {"/field entries.field_unknown"}},
      {"a blank title", [](Case& c) { c.content.title = " \n "; }, {"/title entries.title_missing"}},
      {"no exemplar",
       [](Case& c) { c.content.exemplar = {}; },
       {"/exemplar/name entries.exemplar_missing", "/exemplar/kind entries.exemplar_kind_missing"}},
      {"no text", [](Case& c) { c.content.body = ""; }, {"/body entries.text_missing"}},
      {"two words of three", [](Case& c) { c.content.body = "một hai"; }, {"/body entries.too_few_words"}},
      {"three words of three", [](Case& c) { c.content.body = "một hai ba"; }, {}},
      {"five words of five", [](Case& c) { c.content.body = "một hai ba bốn năm"; }, {}},
      {"six words of five",
       [](Case& c) { c.content.body = "1 2 3 4 5 6"; },
       {"/body entries.too_many_words"}},
      {"a required declaration",
       [](Case& c) { c.content.declarations = {"publish_consent"}; },
       {"/declarations/own_work entries.declaration_missing"}},
      {"a file that is not taken", [](Case& c) { c.files = {film()}; }, {"/files/0 entries.file_not_taken"}},
      {"text where none is taken",
       [](Case& c) {
         c.content.category = "video";
         c.files = {film()};
       },
       {"/body entries.text_not_taken"}},
      {"no film",
       [](Case& c) {
         c.content.category = "video";
         c.content.body = "";
       },
       {"/files entries.too_few_files"}},
      {"two films",
       [](Case& c) {
         c.content.category = "video";
         c.content.body = "";
         c.files = {film(), film()};
       },
       {"/files entries.too_many_files"}},
      {"a film that breaks everything",
       [](Case& c) {
         c.content.category = "video";
         c.content.body = "";
         c.files = {{{"work", "mov", 1'000'001, 420'001, 639, 479}, "a"}};
       },
       {"/files/0 entries.file_too_big", "/files/0 entries.file_too_long", "/files/0 entries.file_too_narrow",
        "/files/0 entries.file_too_low"}},
      {"a film of the wrong kind",
       [](Case& c) {
         c.content.category = "video";
         c.content.body = "";
         c.files = {{{"work", "mp3", 10, 20'000, {}, {}}, "a"}};
       },
       {"/files/0 entries.file_kind"}},
      {"a film just long enough",
       [](Case& c) {
         c.content.category = "video";
         c.content.body = "";
         c.files = {{{"work", "mp4", 1'000'000, 10'000, 640, 480}, "a"}};
       },
       {}},
      {"neither text nor file",
       [](Case& c) {
         c.content.category = "either";
         c.content.body = " ";
       },
       {"/body entries.text_or_file_missing"}},
      {"a file in place of text",
       [](Case& c) {
         c.content.category = "either";
         c.content.body = "";
         c.files = {{{"work", "docx", 5000, {}, {}, {}}, "bai.docx"}};
       },
       {}},
      {"three authors of two",
       [](Case& c) { c.authors.resize(3); },
       {"/co_authors entries.too_many_authors"}},
      {"the last of two entries", [](Case& c) { c.authors[0].entries_in_contest = 1; }, {}},
      {"one entry too many in the category and in the contest",
       [](Case& c) {
         c.authors.resize(2);
         c.authors[1].entries_in_contest = 2;
         c.authors[1].entries_in_category = 1;
       },
       {"/co_authors/0 entries.too_many_entries", "/co_authors/0 entries.too_many_entries_in_category"}},
      {"an excluded role", [](Case& c) { c.authors[0].roles = {"organiser"}; }, {" entries.author_has_role"}},
      {"a judge, whatever the rules say",
       [](Case& c) { c.authors[0].roles = {"judge"}; },
       {" entries.author_has_role"}},
      {"a role that does not bar", [](Case& c) { c.authors[0].roles = {"coordinator"}; }, {}},
      {"an excluded unit",
       [](Case& c) {
         c.book.eligibility.excluded_units = {"toa-soan"};
         c.authors[0].unit_codes = {"phong", "toa-soan"};
       },
       {" entries.unit_excluded"}},
      {"a member by the unit above",
       [](Case& c) {
         c.book.eligibility.scope = "members";
         c.book.eligibility.units = {"huyen"};
         c.authors[0].has_unit = true;
         c.authors[0].unit_codes = {"xa", "huyen", "tinh"};
       },
       {}},
      {"no member",
       [](Case& c) {
         c.book.eligibility.scope = "members";
         c.book.eligibility.units = {"huyen"};
         c.authors[0].has_unit = true;
         c.authors[0].unit_codes = {"tinh"};
       },
       {" entries.author_outside"}},
      {"a resident of nowhere",
       [](Case& c) {
         c.book.eligibility.scope = "residents";
         c.book.eligibility.units = {"huyen"};
       },
       {" entries.author_unit_missing"}},
      {"everything at once",
       [](Case& c) {
         c.content = {};
         c.moment.now = at("2026-03-01T00:00:00Z");
       },
       {" entries.deadline_passed", "/category entries.category_missing", "/field entries.field_missing",
        "/title entries.title_missing", "/exemplar/name entries.exemplar_missing",
        "/exemplar/kind entries.exemplar_kind_missing",
        "/declarations/own_work entries.declaration_missing"}},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    Case c;
    row.change(c);
    const auto faults = submission_faults(c.book, c.content, c.files, c.authors, c.moment, Lang::vi);
    CHECK(told(faults) == row.expected);
    for (const auto& fault : faults) {
      CHECK(has_message(fault.key));
      for (const auto lang : {Lang::vi, Lang::en})
        CHECK(message(fault.key, lang, fault.params).find('{') == std::string::npos);
    }
  }
}

TEST_CASE("a fault names the thing, the limit and the way out") {
  const auto book = rule_book();
  const auto faults = file_faults(book.categories[1].files[0], {"work", "mp4", 900'000, 492'000, 1280, 720},
                                  "phim.mp4", "", Lang::vi);
  REQUIRE(faults.size() == 1);
  CHECK(message(faults[0].key, Lang::vi, faults[0].params) ==
        "“phim.mp4” dài 8:12, thể lệ cho phép tối đa 7:00. Hãy cắt bớt hoặc chọn thể loại khác.");
}
