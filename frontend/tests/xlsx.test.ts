// A workbook that is written here is a well-formed zip file of stored parts, each with its checksum.
import { expect, test } from 'vitest';
import { crc32, NotXlsx, readXlsx, writeXlsx } from '../src/parts/xlsx';

test('checksums are those of zip files', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a workbook has its parts, and its texts escaped', async () => {
  const bytes = Buffer.from(await writeXlsx([['Tên tác phẩm', 'a < b & c']]).arrayBuffer());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const text = bytes.toString('utf8');
  for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(text.split(part).length).toBeGreaterThan(2);
  expect(text).toContain('a &lt; b &amp; c');
});

test('what was written is read again, cell by cell', async () => {
  const rows = [
    ['Tên tác phẩm', 'Thể loại', 'Nội dung'],
    ['Từ <Excel> & "2"', '', 'Hai\ndòng'],
  ];
  expect(await readXlsx(writeXlsx(rows))).toEqual(rows);
});

test('what is no workbook is refused', async () => {
  await expect(readXlsx(new Blob(['Tên,Thể loại']))).rejects.toThrow(NotXlsx);
  await expect(readXlsx(new Blob([new Uint8Array(5)]))).rejects.toThrow(NotXlsx);
});
