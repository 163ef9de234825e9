// Text without diacritics and case, for comparing what people type: "Đà Nẵng" equals "da nang".
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0110\u0111]/g, 'd')
    .toLowerCase();
}
