// English: panels, rounds, assignments, progress.
export const rounds = {};
