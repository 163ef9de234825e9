// Vietnamese: making and opening a contest.
export const contests = {} as const;
