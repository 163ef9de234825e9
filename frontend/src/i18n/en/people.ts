// English: people of a contest and their invitations.
export const people = {};
