// English: units, accounts, the installation.
export const administration = {};
