/** A place beside a unit of the same name says nothing: "Phường Quy Nhơn · phường Quy Nhơn". */
export const placeBeside = (unit: string | null | undefined, place: string): string =>
  unit && unit.localeCompare(place, 'vi', { sensitivity: 'accent' }) === 0 ? '' : place;
