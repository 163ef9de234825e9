// Vietnamese: settling and publishing results.
export const results = {} as const;
