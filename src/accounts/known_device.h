// Devices on which somebody has signed in before: a cookie that is good for nothing but to try again, with a count of
// its own, so that nobody's wrong passwords elsewhere keep the owner out. No row tells whose devices there are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guong/api/use_case_context.h"

namespace guong::accounts {

inline constexpr Duration kDeviceLife = days(400);  // browsers keep no cookie longer

std::string device_cookie_name(std::string_view base_url);
/// What of the cookie stands for this account, if anything does and is not too old.
std::optional<std::string> known_device(const api::UseCaseContext& context, std::string_view cookie,
                                        AccountId account);
/// The cookie after a sign-in: a new mark for this account, and those of others who share the device.
std::string remember_device(const api::UseCaseContext& context, std::string_view cookie, AccountId account);

}  // namespace guong::accounts
