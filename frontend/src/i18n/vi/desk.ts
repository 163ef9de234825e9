// Vietnamese: the secretary's desk.
export const desk = {} as const;
