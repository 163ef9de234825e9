// Vietnamese: units, accounts, the installation.
export const administration = {} as const;
