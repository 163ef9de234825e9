// Pictures that are known: SHA-256 of what the rule gave when it was first drawn. Whoever changes them changes the cover
// of every work that has been published.
#pragma once

namespace guong::test {

struct KnownPicture {
  const char *field, *words, *sha256;
};

// clang-format off
constexpr KnownPicture kKnownCovers[] = {
    {"education-training", "Người giữ lớp học trên đỉnh mây", "fd214fa3bc5ade555b6053db3eb39cad369705347d6b3ecf98f1485b475b6202"},
    {"education-training", "Cô giáo của những đôi chân trần", "8e84ccaddf20952aa6d3e6c893090e32573a0e7acf19a981bc3e260b64a92231"},
    {"education-training", "Bến đò 🌊 lúc rạng đông", "fadd79e93d5d2d6847af526bbde4442e5d6f04ce19c2c196e4a00bd44dfb6879"},
    {"health", "Người giữ lớp học trên đỉnh mây", "af36d4d382de560e5b3cde1eba54dd31ea6e7a4c73a16ca3a8b0dba7467bd662"},
    {"health", "Cô giáo của những đôi chân trần", "5933ed2bad70e1dcf308ab86d8840c93f4b2dead749e5ccd8dd609bf8c34c47f"},
    {"health", "Bến đò 🌊 lúc rạng đông", "5b9b30ca11ae90879a7037ef3c005acc400f1210db5ff8cca440e22f09431acf"},
    {"agriculture-countryside", "Người giữ lớp học trên đỉnh mây", "260f430af8d891e68019392be4e49b454707fba7971a288705366d9a56a27af1"},
    {"agriculture-countryside", "Cô giáo của những đôi chân trần", "b929eec3a26fc72d95c43c07732e61324e5f02f0e614561bac2a6a44c89514de"},
    {"agriculture-countryside", "Bến đò 🌊 lúc rạng đông", "bb7a4c25ab32b7164e59ddce31c5d2456a1daeef7cdb711193fe5c278a20bfb7"},
    {"defence-security", "Người giữ lớp học trên đỉnh mây", "df009c5bc351d0db096c42b933763b06f1bae2e8a2c500708dce8efa9185b009"},
    {"defence-security", "Cô giáo của những đôi chân trần", "a681d84fa73fa96cd4e1ff469e19a559a1391617599b47b4b759a56f873001dd"},
    {"defence-security", "Bến đò 🌊 lúc rạng đông", "eb9faf3a225e9547f94088d99d1b0c40f1dc51e58b3d588e591de95c24dda4b2"},
    {"social-security", "Người giữ lớp học trên đỉnh mây", "7b2530af48c8beb32bd5aec35c8530b150b379efc6e5370972578a07b3349430"},
    {"social-security", "Cô giáo của những đôi chân trần", "4b08d5547c14b4ace1e951794e20013cdc6ee193aeecdd4aedb6b53b33489765"},
    {"social-security", "Bến đò 🌊 lúc rạng đông", "08fd95a9723befafdf9190b6d6f2523d846e7c7d3f1374dda6cc213ddec68998"},
    {"culture-arts-sport", "Người giữ lớp học trên đỉnh mây", "84716951d8393b4a25dad1e35e759eb3bc29fc69559a946a7aac1d9ab017dfd2"},
    {"culture-arts-sport", "Cô giáo của những đôi chân trần", "c20c0b3c5e02e74349c9ff14fc6ba4bc3e3b1a6d0fa74085c9e15a9b40656718"},
    {"culture-arts-sport", "Bến đò 🌊 lúc rạng đông", "e22e1208b8eaeac16e69e43c69ffbdee2ebb51866ea79bda7d70a2c6e947a5a8"},
    {"science-technology", "Người giữ lớp học trên đỉnh mây", "4fa542d3014f017ab059ef8b2a14aa5e2369acf412c3b25341ce9b129c86f070"},
    {"science-technology", "Cô giáo của những đôi chân trần", "5292df127abc6808fb298889b2f760275907b143e5b2dc599961b7b7c008b7d0"},
    {"science-technology", "Bến đò 🌊 lúc rạng đông", "ee44808cd044b6fd3b6a1952aa21d26a2d8d7556d93dae9ebd5014c8db118d21"},
    {"administrative-reform", "Người giữ lớp học trên đỉnh mây", "b62ab0f8c7c7d5770eae145b60554a47eb5b56063574b317ffe5634fa3a7a1d9"},
    {"administrative-reform", "Cô giáo của những đôi chân trần", "e0efbc5c7ff77ce12ccaff50fed70fe166b68a9da2d492d60c9966554e5694a4"},
    {"administrative-reform", "Bến đò 🌊 lúc rạng đông", "366dfa4dc436727725f4764b4b6b6ddbb04b44cb797806f7c490433c719f2e14"},
    {"industry-trade-construction-transport", "Người giữ lớp học trên đỉnh mây", "9e15d245116f20654684e55a88f3b44e64e97380b30cc32c47a7b030ee8dec3f"},
    {"industry-trade-construction-transport", "Cô giáo của những đôi chân trần", "318f3729716bce33d540099dd6f1ab7ac966e73a5ebd83c5edbd64d8e1ccc3e3"},
    {"industry-trade-construction-transport", "Bến đò 🌊 lúc rạng đông", "36a4df330f2f58af8bcb98e88646c1fa76299cbfcb2387f74489fbe7fd3f420c"},
    {"party-government-building", "Người giữ lớp học trên đỉnh mây", "46c5c9daa54271b61f95bd59c8e51fff3961dd4df947de0e9c577aae394ed1c1"},
    {"party-government-building", "Cô giáo của những đôi chân trần", "7a3f55a75f062ca6b0b7808bb4a772f18174c4c873b91c38dd988f70f96a6754"},
    {"party-government-building", "Bến đò 🌊 lúc rạng đông", "82ba541252ab5ba266f4b1f492a7527fe0a581d05b92aba09c865a7ed9c87e36"},
    {"information-communication", "Người giữ lớp học trên đỉnh mây", "6241f305d66f14454e015c1c3f9912480c37252eefb7e3c7dac13580c3073247"},
    {"information-communication", "Cô giáo của những đôi chân trần", "8e2a262e263a50e130f8236aa91ac13813159836a10d1e273b8601961fbfe89f"},
    {"information-communication", "Bến đò 🌊 lúc rạng đông", "b97f02616ca7860acb81934f2b5ccf7d04b24e89558673b730dee056332daedb"},
    {"finance-banking", "Người giữ lớp học trên đỉnh mây", "755b04cd729853d8c6f9345726f76b0bbee4bf71b0d040afb2b5c6f9ecef3a59"},
    {"finance-banking", "Cô giáo của những đôi chân trần", "fb8dec0787080d122a7a74b4ab5bdd76c3241f4fe4ca4abb0c31de627dda2f6a"},
    {"finance-banking", "Bến đò 🌊 lúc rạng đông", "e79de29627d35e68f15b425f3339359629582af98ec8eb112db94146ee4e32ba"},
    {"social-life", "Người giữ lớp học trên đỉnh mây", "0b1a8591f5edc97be7aff02605892964a0f8d637f8c0d61d3bd5721fafdd8aa4"},
    {"social-life", "Cô giáo của những đôi chân trần", "f28dfb5201f1794bc643d840f33c7f3608f72f738ec1e6454aab76b04a9f1688"},
    {"social-life", "Bến đò 🌊 lúc rạng đông", "b83828262e3ef07e73e46bf303ab79f0eac600c83ee9698f262efa3933a3da1c"},
    {"external-relations", "Người giữ lớp học trên đỉnh mây", "9be26a560f59a4d9f87331f2aa82f490e635f6478110ea2c4035744d49abe3d6"},
    {"external-relations", "Cô giáo của những đôi chân trần", "428da5d850d00c7c0d55ab5c20948ff76bee60c25826a180ca5025bced677c1b"},
    {"external-relations", "Bến đò 🌊 lúc rạng đông", "b031846cbe2dbe9a0ac86a8bbb9401c23ae588f3bd9bb98ff217d5072aa29407"},
};

constexpr KnownPicture kKnownPortraits[] = {
    {"education-training", "nguyen-thi-hoa--nhon-chau-0", "62dbec673570af1cc64eb2855df7312c4f9bf83921200f9c09e539816efb03f0"},
    {"health", "nguyen-thi-hoa--nhon-chau-1", "e8719fdb2915fda7fa9c55e737af3f740fa31e98528ce30eadcd3f0cd049879b"},
    {"agriculture-countryside", "nguyen-thi-hoa--nhon-chau-2", "0fa17c5be4a8f5638eb682246018b06e2281bda13982ca3235a67493112ba921"},
    {"defence-security", "nguyen-thi-hoa--nhon-chau-3", "2c465b63ecff980298cf33e6dd22047d54dfb7f99b38fcf32a2c3d4725547e52"},
    {"social-security", "nguyen-thi-hoa--nhon-chau-4", "cbe2309cd078979eee0cea0521cdd06d31600a621fa7df2bf8acdd9f33dcecb2"},
    {"culture-arts-sport", "nguyen-thi-hoa--nhon-chau-5", "dd6e6abeca7fc6bea8083fd6bfa863885394b425ab08ff969448beec29bd5f78"},
    {"science-technology", "nguyen-thi-hoa--nhon-chau-6", "b97501ce50ce07de0a5308b7b95564ed2d5c9affab9fc10453414bb6361889e3"},
    {"administrative-reform", "nguyen-thi-hoa--nhon-chau-7", "bf4d05fa4a70ac1dcf779ec03ddbe35c8a9ed537083555cdea8cc6238fc745dc"},
    {"industry-trade-construction-transport", "nguyen-thi-hoa--nhon-chau-8", "3515eed9217d8aa08657cacc175e6311d3897ef96439670925010d4612000186"},
    {"party-government-building", "nguyen-thi-hoa--nhon-chau-9", "3e6131943bcfa04f8a9739b2a7d219a16b51379c0b4baa6a8369afe435a8722a"},
    {"information-communication", "nguyen-thi-hoa--nhon-chau-10", "50f5994ebf9407aa12a8e282663cba3166cbb2bd4fc7438dbc9125a1ef668b4f"},
    {"finance-banking", "nguyen-thi-hoa--nhon-chau-11", "0ad7c8fe2c299cefa73454c72bf04d9a03c29bafb2d84866371606ce7311025f"},
    {"social-life", "nguyen-thi-hoa--nhon-chau-12", "82b05f9b0886e3ef3ef6b1050c0cfa3fb5ef1e6fe1963b84f22da04f84e8cf47"},
    {"external-relations", "nguyen-thi-hoa--nhon-chau-13", "4df026eb2ff1632fea03fe23ccb5f19bff34419e6d4be6fdaa493395d11b7587"},
};

constexpr const char* kKnownMedals[] = {
    "cc424f192c2d9c16fd3980868f46d9f953de0a716995dbe46c6ca6f370fe62e0",
    "67f730f587044b20d3961f0bd62d90e8a34245231f67f8341a64dc9939848ad0",
    "965bdd64ae57d6d7829d36147fe051455eeca631d3738a0b2d22a71008eee066",
};
// clang-format on

}  // namespace guong::test
