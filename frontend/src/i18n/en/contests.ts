// English: making and opening a contest.
export const contests = {};
