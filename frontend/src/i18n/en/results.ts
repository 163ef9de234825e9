// English: settling and publishing results.
export const results = {};
