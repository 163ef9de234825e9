// A workbook as spreadsheet programs save it: deflated parts, texts shared by all cells.
import { deflateRawSync, crc32 } from 'node:zlib';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function zip(parts) {
  const local = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const packed = deflateRawSync(Buffer.from(text));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(text), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    if (crc32) fields.writeUInt32LE(crc32(text), 10);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    local.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(10), place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** Of one sheet with these rows of text; the file's name of the sheet is not the usual one. */
export function workbook(rows) {
  const texts = [...new Set(rows.flat())];
  const cell = (text, row, column) =>
    text ? `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="s"><v>${texts.indexOf(text)}</v></c>` : '';
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map((text, j) => cell(text, i, j)).join('')}</row>`);
  return zip([
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="Bài" sheetId="1" r:id="rId7"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>',
    ],
    ['xl/sharedStrings.xml', `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`],
    ['xl/worksheets/sheet9.xml', `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`],
  ]);
}
