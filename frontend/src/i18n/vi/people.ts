// Vietnamese: people of a contest and their invitations.
export const people = {} as const;
