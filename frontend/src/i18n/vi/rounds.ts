// Vietnamese: panels, rounds, assignments, progress.
export const rounds = {} as const;
