// English: the secretary's desk.
export const desk = {};
