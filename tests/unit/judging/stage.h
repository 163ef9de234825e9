// A small contest with everything below judging real: units, accounts, a rule book, entries that were
// submitted and accepted. Tests play its people.
#pragma once

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "entries/file_store.h"
#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/base/crypto.h"
#include "guong/contests/contest.h"
#include "guong/entries/use_cases.h"
#include "guong/judging/assignment.h"
#include "guong/judging/desk.h"
#include "guong/judging/interest.h"
#include "guong/judging/panel.h"
#include "guong/judging/progress.h"
#include "guong/judging/round.h"
#include "guong/store/folder_blobs.h"
#include "guong/units/unit.h"
#include "support/caller.h"
#include "support/sealed_file.h"

namespace guong::test {

inline nlohmann::json example_rules() {
  std::ifstream file(std::string(GUONG_SOURCE_DIR) + "/schema/examples/api-test.json");
  return nlohmann::json::parse(file);
}

/// Acts in use cases and calls routes.
struct Player : Person {
  AccountId id;
};

class Stage {
 public:
  static constexpr Timestamp kIntake{1'769'000'000'000'000};   // 21 January 2026
  static constexpr Timestamp kJudging{1'770'400'000'000'000};  // 6 February 2026, after the deadline

  api::UseCaseContext context(const Player& who) { return {who.actor, now, random, keys}; }
  template <class F>
  auto write(const Player& who, F f) {
    return store->write([&](store::Tx& tx) {
      const auto a = context(who);
      return f(tx, a);
    });
  }
  template <class F>
  auto read(F f) {
    return store->read([&](store::Reader& reader) { return f(reader); });
  }

  Stage(const TestDatabase& database, const nlohmann::json& rules = example_rules())
      : store(database.open()), blobs(database.folder() / "blobs"), keys(test_keys()) {
    organiser = person("Lê Ban Tổ Chức");
    store->write([&](store::Tx& tx) {
      units::import_units(
          tx, context(organiser),
          "code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind\n"
          "binh-dinh,province,Tỉnh Bình Định,Bình Định,,,,,\n"
          "quy-nhon,district,Thành phố Quy Nhơn,Quy Nhơn,binh-dinh,,,,\n"
          "an-nhon,district,Thị xã An Nhơn,An Nhơn,binh-dinh,,,,\n");
    });
    now = {1'760'000'000'000'000};  // before the contest opens
    auto document = rules;
    organiser.actor.grants.push_back({api::Role::organiser, {}, {}});
    contest = write(organiser, [&](auto& tx, auto& a) { return contests::create_contest(tx, a, document); });
    hold(organiser, api::Role::organiser);
    write(organiser, [&](auto& tx, auto& a) {
      return contests::open_contest(tx, a, contest, contests::find_contest(tx, contest).revision);
    });
    secretary = with_role("Trần Thư Ký", api::Role::secretary);
    head = with_role("Phạm Trưởng Ban", api::Role::head);
    now = kIntake;
  }

  Player person(const std::string& name, std::optional<UnitId> unit = std::nullopt) {
    static const std::string hash = hash_password("một mật khẩu dài");
    Player out;
    store->write([&](store::Tx& tx) {
      const accounts::Identifier mail{accounts::Identifier::Kind::email,
                                      "p" + std::to_string(++people_) + "@vidu.vn"};
      out.id = accounts::create_account(tx, random, now, {mail, name, hash, Lang::vi, unit});
    });
    out.actor.account = out.id;
    return out;
  }
  void hold(Player& who, api::Role role) { who.actor.grants.push_back({role, contest, {}}); }
  Player with_role(const std::string& name, api::Role role, std::optional<UnitId> unit = std::nullopt) {
    auto who = person(name, unit);
    hold(who, role);
    write(organiser, [&](auto& tx, auto& a) {
      return accounts::grant_role(tx, a, {who.id, role, contest, {}, {}, {}, ""});
    });
    return who;
  }
  UnitId unit(const std::string& code) {
    return read([&](store::Reader& reader) { return units::unit_by_code(reader, code)->id; });
  }

  /// Submits and accepts an entry; gives its code, which only a test may know.
  /// `picture`: a JPEG that stands in the work, as judges get it.
  std::string entry(const Player& author, const std::string& title, bool publish = true,
                    const std::string& picture = "") {
    entries::Draft draft;
    draft.content.category = "bai-viet";
    draft.content.field = "education";
    draft.content.title = title;
    draft.content.body = "Cô giáo ấy đã dạy học ở xã đảo hơn hai mươi năm.\nHọc trò gọi cô là mẹ.";
    draft.content.exemplar = {"person", "Nguyễn Thị Gương Mẫu", std::nullopt, "Nhơn Châu"};
    draft.content.declarations = {"own_work", "real_people", "data_consent"};
    if (publish) draft.content.declarations.insert("publish_consent");
    draft.phone = "0905123456";
    draft.email = "tacgia@vidu.vn";
    draft.address = "Quy Nhơn";
    const auto made =
        write(author, [&](auto& tx, auto& a) { return entries::create_entry(tx, a, contest, draft); });
    if (!picture.empty()) attach_picture(author, made.id, picture);
    write(author, [&](auto& tx, auto& a) {
      return entries::submit_entry(tx, a, made.id, revision_of(tx, made.id)).number;
    });
    write(secretary, [&](auto& tx, auto& a) {
      return entries::accept_entry(tx, a, contest, {made.id, revision_of(tx, made.id), {}, std::nullopt});
    });
    return read([&](store::Reader& reader) {
      return *reader.one("select code from entry where id = $1", {made.id},
                         [](const store::Row& row) { return row.text(0); });
    });
  }

  void attach_picture(const Player& author, EntryId entry, const std::string& jpeg) {
    const auto sent = sealed_file(blobs, jpeg, "anh.jpg", "image/jpeg", {"picture", "jpeg", 0, {}, {}, {}});
    const auto clean = blobs.put(jpeg);
    write(author, [&](auto& tx, auto& a) {
      const auto file = entries::attach_file(tx, a, entry, sent);
      entries::set_rendition(tx, file, {clean, static_cast<std::int64_t>(jpeg.size()), "image/jpeg"});
      return 0;
    });
  }

  /// A judge on a panel who has accepted the terms.
  Player judge(const std::string& name, std::optional<UnitId> own_unit = std::nullopt) {
    auto who = with_role(name, api::Role::judge, own_unit);
    judges.push_back(who);
    return who;
  }
  void seat_all() {
    judging::PanelDraft panel{"Tiểu ban", 1, {"bai-viet", "video"}, {}};
    for (const auto& one : judges) panel.members.push_back(one.id);
    write(organiser, [&](auto& tx, auto& a) { return judging::create_panel(tx, a, contest, panel); });
  }
  void open_round(int round = 1) {
    now = kJudging;
    write(organiser, [&](auto& tx, auto& a) {
      judging::open_round(tx, a, contest, round);
      return 0;
    });
  }
  void accept_terms(const Player& who, const std::vector<judging::Interest>& interests = {}) {
    write(who, [&](auto& tx, auto& a) {
      judging::accept_terms(tx, a, contest, interests);
      return 0;
    });
  }
  void assign(const std::string& code, const Player& who, bool extra = false) {
    write(organiser,
          [&](auto& tx, auto& a) { return judging::assign(tx, a, contest, 1, code, who.id, extra); });
  }
  /// Saves and submits a card whose marks are content, form, impact.
  void mark(const Player& who, const std::string& code, const std::vector<std::string>& marks) {
    const std::vector<std::string> criteria{"content", "form", "impact"};
    judging::CardDraft card;
    for (std::size_t i = 0; i < marks.size(); ++i) card.marks[criteria[i]] = *parse_decimal(marks[i]);
    const auto before = read([&](store::Reader& reader) {
      return judging::own_work(reader, who.id, contest, code).card.revision;
    });
    const auto revision =
        write(who, [&](auto& tx, auto& a) { return judging::save_card(tx, a, contest, code, card, before); });
    write(who, [&](auto& tx, auto& a) { return judging::submit_card(tx, a, contest, code, revision); });
  }
  void lock(int round = 1) {
    write(organiser, [&](auto& tx, auto& a) {
      judging::lock_round(tx, a, contest, round);
      return 0;
    });
  }
  judging::Progress progress() {
    return read([&](store::Reader& reader) { return judging::round_progress(reader, contest, 1); });
  }
  std::int64_t records(const std::string& kind) {
    return read([&](store::Reader& reader) {
      return reader.number("select count(*) from ledger_record where kind = $1", {kind});
    });
  }

  std::unique_ptr<store::Store> store;
  store::FolderBlobs blobs;
  api::Keys keys;
  SeededRandom random{11};
  Timestamp now = kIntake;
  ContestId contest;
  Player organiser, secretary, head;
  std::vector<Player> judges;

 private:
  static Revision revision_of(store::Reader& reader, EntryId entry) {
    return *reader.one("select revision from entry where id = $1", {entry},
                       [](const store::Row& row) { return row.revision(0); });
  }
  int people_ = 0;
};

/// The key of the Error that `f` throws; "" when it throws none.
template <class F>
std::string error_key(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

}  // namespace guong::test
