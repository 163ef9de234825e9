// Spreadsheets as Excel saves them (.xlsx), read and written here in the browser: the file of a person's own desk goes nowhere else. Only
// the text of the first sheet is read, in a bounded size.
const kLocal = 0x04034b50;
const kCentral = 0x02014b50;
const kEnd = 0x06054b50;
const kMostBytes = 20_000_000; // of one part, unpacked
const kMostCells = 200_000;

interface Part {
  method: number;
  packed: number;
  offset: number;
}

/** Thrown for what is no such file. */
export class NotXlsx extends Error {}

/** The parts of a zip file by name, from the directory at its end. */
function partsOf(data: DataView): Map<string, Part> {
  let end = data.byteLength - 22;
  while (end >= 0 && data.getUint32(end, true) !== kEnd) end--;
  if (end < 0) throw new NotXlsx();
  const parts = new Map<string, Part>();
  let at = data.getUint32(end + 16, true);
  for (let left = data.getUint16(end + 10, true); left > 0 && data.getUint32(at, true) === kCentral; left--) {
    const length = data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(data.buffer, at + 46, length));
    parts.set(name, {
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      offset: data.getUint32(at + 42, true),
    });
    at += 46 + length + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return parts;
}

async function textOf(data: DataView, { method, packed, offset }: Part): Promise<string> {
  const from = offset + 30 + data.getUint16(offset + 26, true) + data.getUint16(offset + 28, true);
  const bytes = new Blob([new Uint8Array(data.buffer as ArrayBuffer, from, packed)]);
  if (method === 0) return bytes.text();
  const reader = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: BlobPart[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > kMostBytes) throw new NotXlsx();
    chunks.push(next.value as Uint8Array<ArrayBuffer>);
  }
  return new Blob(chunks).text();
}

interface Element {
  attributes: string;
  inside: string;
}
/** Elements of a name, none of which stands in another; the browser's own reader of XML is closed to these pages. */
const elementsOf = (text: string, name: string): Element[] =>
  Array.from(
    text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*?)(?:/>|>([^]*?)</(?:\\w+:)?${name}>)`, 'g')),
    ([, attributes = '', inside = '']) => ({ attributes, inside }),
  );
const attributeOf = ({ attributes }: Element, name: string) =>
  plain(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

const kEntities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text: string) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, dec?: string, name?: string) => {
    const point = hex ? parseInt(hex, 16) : Number(dec);
    if (name) return kEntities[name] ?? whole;
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
/** The text of a cell or a shared string, without how it is to be pronounced. */
const wordsOf = ({ inside }: Element) =>
  elementsOf(inside.replace(/<rPh\b[^]*?<\/rPh>/g, ''), 't')
    .map((one) => plain(one.inside))
    .join('');

/** "C7" is in column 2. */
function columnOf(place: string): number {
  const letters = /^[A-Z]+/.exec(place)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function firstSheet(book: string, links: string): string {
  const [sheet] = elementsOf(book, 'sheet');
  const id = sheet && attributeOf(sheet, 'r:id');
  const link = elementsOf(links, 'Relationship').find((one) => attributeOf(one, 'Id') === id);
  const target = (link && attributeOf(link, 'Target')) ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The cells of the first sheet as text, row by row. */
export async function readXlsx(file: Blob): Promise<string[][]> {
  const data = new DataView(await file.arrayBuffer());
  try {
    const parts = partsOf(data);
    const read = async (name: string) => {
      const part = parts.get(name);
      return part ? textOf(data, part) : '';
    };
    const shared = elementsOf(await read('xl/sharedStrings.xml'), 'si').map(wordsOf);
    const sheet = await read(firstSheet(await read('xl/workbook.xml'), await read('xl/_rels/workbook.xml.rels')));
    if (!sheet) throw new NotXlsx();
    return rowsOf(sheet, shared);
  } catch (error) {
    throw error instanceof NotXlsx ? error : new NotXlsx();
  }
}

function rowsOf(sheet: string, shared: string[]): string[][] {
  const rows: string[][] = [];
  let cells = 0;
  for (const row of elementsOf(sheet, 'row')) {
    const texts: string[] = [];
    for (const cell of elementsOf(row.inside, 'c')) {
      if (++cells > kMostCells) throw new NotXlsx();
      const value = plain(elementsOf(cell.inside, 'v')[0]?.inside ?? '');
      const kind = attributeOf(cell, 't');
      const place = attributeOf(cell, 'r');
      const at = place ? Math.min(columnOf(place), 200) : texts.length;
      while (texts.length < at) texts.push('');
      texts[at] = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? wordsOf(cell) : value;
    }
    rows.push(texts);
  }
  return rows;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const kSpace = 'http://schemas.openxmlformats.org';

/** The fewest parts that spreadsheet programs open. */
function bookOf(rows: string[][]): [string, string][] {
  const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const links = (kind: string, target: string) =>
    `${kHead}<Relationships xmlns="${kSpace}/package/2006/relationships"><Relationship Id="r1" ` +
    `Type="${kSpace}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${kHead}<Types xmlns="${kSpace}/package/2006/content-types"><Default Extension="rels" ` +
        `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ` +
        `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
    ['_rels/.rels', links('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${kHead}<workbook xmlns="${kSpace}/spreadsheetml/2006/main" xmlns:r="${kSpace}/officeDocument/2006/relationships">` +
        `<sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', links('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${kHead}<worksheet xmlns="${kSpace}/spreadsheetml/2006/main"><sheetData>${lines}</sheetData></worksheet>`,
    ],
  ];
}

export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** What stands before a part, and again in the directory. */
function header(central: boolean, name: Uint8Array, body: Uint8Array, offset: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(central ? 46 : 30));
  const shift = central ? 2 : 0;
  view.setUint32(0, central ? kCentral : kLocal, true);
  view.setUint16(4, 20, true);
  if (central) view.setUint16(6, 20, true);
  view.setUint16(12 + shift, 0x21, true); // 1 January 1980: a template has no date of its own
  view.setUint32(14 + shift, crc32(body), true);
  view.setUint32(18 + shift, body.length, true);
  view.setUint32(22 + shift, body.length, true);
  view.setUint16(26 + shift, name.length, true);
  if (central) view.setUint32(42, offset, true);
  return new Uint8Array([...new Uint8Array(view.buffer), ...name]);
}

/** A workbook of one sheet with these texts. */
export function writeXlsx(rows: string[][]): Blob {
  const encode = new TextEncoder();
  const local: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const size = (list: Uint8Array[]) => list.reduce((sum, { length }) => sum + length, 0);
  for (const [name, text] of bookOf(rows)) {
    const [named, body] = [encode.encode(name), encode.encode(text)];
    directory.push(header(true, named, body, size(local)));
    local.push(header(false, named, body, 0), body);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, kEnd, true);
  end.setUint16(8, directory.length, true);
  end.setUint16(10, directory.length, true);
  end.setUint32(12, size(directory), true);
  end.setUint32(16, size(local), true);
  return new Blob([...local, ...directory, end], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
