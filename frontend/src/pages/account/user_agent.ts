// Browser and system from a User-Agent header, short enough to be recognised: "Chrome, Android".
const browsers: [string, RegExp][] = [
  ['Edge', /Edg/],
  ['Coc Coc', /coc_coc/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Zalo', /Zalo/],
  ['Opera', /OPR/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
];
const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
];

export function describeUserAgent(userAgent: string): string {
  const first = (table: [string, RegExp][]) => table.find(([, sign]) => sign.test(userAgent))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(', ') || userAgent;
}
