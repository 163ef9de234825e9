// Files of every kind that a rule book takes, made on the spot. `telling` is a word that each of them carries
// wherever its kind has room for a person: properties, comments, tags, file names inside; and `when`, a time
// that metadata give as the time of making. Each is of a length of its own of five digits, so that finding
// that number anywhere means something.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/**
 * A PDF of one page with a line of text (ASCII); `info` is its document information, `xmp` its metadata
 * stream.
 */
export function pdf(text, info = '', xmp = '') {
  const line = `BT /F1 12 Tf 20 100 Td (${text.replace(/[^ -~]|[()\\]/g, '?')}) Tj ET`;
  const stream = (content, facts = '') => `<< ${facts} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp && '/Metadata 7 0 R '}>>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    stream(line),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${info} >>`,
    stream(deflateSync(xmp).toString('latin1'), '/Type /Metadata /Subtype /XML /Filter /FlateDecode'),
  ];
  let out = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, '0') + ' 00000 n \n';
  });
  const table = out.length;
  const trailer = `trailer\n<< /Size 8 /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(`${out}xref\n0 8\n0000000000 65535 f \n${places.join('')}${trailer}`, 'latin1');
}

/** Some 12,000 letters of no meaning. */
const filler = () => randomBytes(6000 + (randomBytes(1)[0] % 100)).toString('hex');

const little = (bytes, number) => {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(number, 0, bytes);
  return out;
};
const big = (bytes, number) => {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(number, 0, bytes);
  return out;
};

/** The DOS date and time of a ZIP part, which knows two seconds. */
export function dosTime(when) {
  const time = (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1);
  const date = ((when.getUTCFullYear() - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate();
  return Buffer.concat([little(2, time), little(2, date)]);
}

/** A ZIP of `parts`, {name: text}, all made at `when`. */
function zip(parts, when) {
  const locals = [],
    central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text),
      packed = deflateRawSync(bytes),
      title = Buffer.from(name);
    const facts = Buffer.concat([
      little(2, 20),
      little(2, 0x800),
      little(2, 8),
      dosTime(when),
      little(4, crc32(bytes)),
      little(4, packed.length),
      little(4, bytes.length),
      little(2, title.length),
      little(2, 0),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, packed]);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), little(2, 20), facts, Buffer.alloc(10), little(4, offset), title]),
    );
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central),
    count = little(2, central.length);
  const end = [
    Buffer.from('PK\x05\x06'),
    little(4, 0),
    count,
    count,
    little(4, list.length),
    little(4, offset),
    little(2, 0),
  ];
  return Buffer.concat([...locals, list, ...end]);
}

const xml = (inside) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${inside}`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006/';
const coreProperties = packageSpace + 'metadata/core-properties';
const relations = (all) =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );

/** A Word file with properties, a comment, a tracked change and people. */
export function docx(text, telling, when) {
  const iso = when.toISOString();
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const change = `w:author="${telling}" w:date="${iso}"`;
  return zip(
    {
      '[Content_Types].xml': xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>
      <Override PartName="/word/comments.xml" ContentType="${main}.comments+xml"/></Types>`),
      '_rels/.rels': relations([
        [`${office}/officeDocument`, 'word/document.xml'],
        [packageSpace + 'relationships/metadata/core-properties', 'docProps/core.xml'],
        [`${office}/extended-properties`, 'docProps/app.xml'],
      ]),
      'docProps/core.xml': xml(`<cp:coreProperties xmlns:cp="${coreProperties}"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
        <dc:creator>${telling}</dc:creator><cp:lastModifiedBy>${telling}</cp:lastModifiedBy>
        <dcterms:created>${iso}</dcterms:created></cp:coreProperties>`),
      'docProps/app.xml': xml(`<Properties><Company>${telling}</Company></Properties>`),
      'word/document.xml': xml(`<w:document ${word}><w:body><w:p><w:r><w:t>${text}</w:t></w:r>
      <w:ins w:id="1" ${change}><w:r><w:t> thêm</w:t></w:r></w:ins></w:p></w:body></w:document>`),
      'word/_rels/document.xml.rels': relations([[`${office}/comments`, 'comments.xml']]),
      'word/comments.xml': xml(`<w:comments ${word}><w:comment w:id="1" ${change}><w:p/></w:comment></w:comments>`),
      [`customXml/${telling}.xml`]: xml(`<note>${telling}${filler()}${filler()}</note>`),
    },
    when,
  );
}

const exifTime = (when) => when.toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', ':');

/** Exif (TIFF, big end first): artist, maker's note of the model, and the time of making. */
function exif(telling, when) {
  const tags = [
    [0x010f, telling],
    [0x0110, telling],
    [0x0132, exifTime(when)],
    [0x013b, telling],
    [0x8298, telling],
  ];
  const after = 8 + 2 + tags.length * 12 + 4;
  let texts = Buffer.alloc(0);
  const entries = tags.map(([tag, text]) => {
    const value = Buffer.from(text + '\0');
    const entry = Buffer.concat([big(2, tag), big(2, 2), big(4, value.length), big(4, after + texts.length)]);
    texts = Buffer.concat([texts, value]);
    return entry;
  });
  return Buffer.concat([Buffer.from('MM\0*'), big(4, 8), big(2, tags.length), ...entries, big(4, 0), texts]);
}

const xmp = (telling, when) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${telling}</dc:creator>` +
  `<xmp:CreateDate>${when.toISOString()}</xmp:CreateDate></x:xmpmeta>`;

/** The JPEG with Exif, XMP, IPTC and a comment. */
function tellingJpeg(plain, telling, when) {
  const segment = (marker, bytes) => Buffer.concat([Buffer.from([0xff, marker]), big(2, bytes.length + 2), bytes]);
  const byline = Buffer.concat([Buffer.from([0x1c, 2, 80]), big(2, telling.length), Buffer.from(telling)]);
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0', 'latin1'),
    big(4, byline.length),
    byline,
  ]);
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(telling, when)])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0' + xmp(telling, when))),
    segment(0xed, iptc),
    segment(0xfe, Buffer.from(telling)),
    plain.subarray(2),
    Buffer.from(telling + filler()), // after the end, as phones do
  ]);
}

/** The PNG with texts, plain and packed, Exif and a time. */
function tellingPng(plain, telling, when) {
  const chunk = (type, bytes) => {
    const body = Buffer.concat([Buffer.from(type), bytes]);
    return Buffer.concat([big(4, bytes.length), body, big(4, crc32(body))]);
  };
  const afterHeader = 8 + 25;
  const time = Buffer.concat([
    big(2, when.getUTCFullYear()),
    Buffer.from([
      when.getUTCMonth() + 1,
      when.getUTCDate(),
      when.getUTCHours(),
      when.getUTCMinutes(),
      when.getUTCSeconds(),
    ]),
  ]);
  return Buffer.concat([
    plain.subarray(0, afterHeader),
    chunk('tEXt', Buffer.from(`Author\0${telling}${filler()}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(telling)])),
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), Buffer.from(xmp(telling, when))])),
    chunk('eXIf', exif(telling, when)),
    chunk('tIME', time),
    plain.subarray(afterHeader),
  ]);
}

/** Pictures, films and sounds by ffmpeg, which writes the tags of the latter itself. */
const recipes = {
  jpeg: {
    ending: 'jpg',
    words: ['-f', 'lavfi', '-i', 'testsrc=size=64x48:duration=1', '-frames:v', '1'],
    then: tellingJpeg,
  },
  png: {
    ending: 'png',
    words: ['-f', 'lavfi', '-i', 'testsrc=size=64x48:duration=1', '-frames:v', '1'],
    then: tellingPng,
  },
  mp4: {
    ending: 'mp4',
    words: ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=5:duration=3', '-pix_fmt', 'yuv420p'],
  },
  mp3: { ending: 'mp3', words: ['-f', 'lavfi', '-i', 'sine=duration=2'] },
  m4a: { ending: 'm4a', words: ['-f', 'lavfi', '-i', 'sine=duration=2'] },
  wav: { ending: 'wav', words: ['-f', 'lavfi', '-i', 'sine=duration=1:sample_rate=8000'] },
};

const run = promisify(execFile);

async function byFfmpeg(folder, { ending, words, then }, telling, when) {
  const file = join(folder, `made.${ending}`);
  const tags = ['artist', 'title', 'comment', 'copyright'].flatMap((name) => ['-metadata', `${name}=${telling}`]);
  const track = ['-metadata:s', `handler_name=${telling}`, '-metadata', `creation_time=${when.toISOString()}`];
  await run('ffmpeg', ['-y', '-loglevel', 'error', ...words, ...(then ? [] : [...tags, ...track]), file]);
  const plain = readFileSync(file);
  return then ? then(plain, telling, when) : plain;
}

/** The kinds that can be made: all that a rule book takes. */
export const kinds = ['docx', 'pdf', ...Object.keys(recipes)];

function made(folder, kind, text, telling, when) {
  if (kind === 'docx') return docx(text, telling, when);
  if (kind !== 'pdf') return byFfmpeg(folder, recipes[kind], telling, when);
  const stamp = when.toISOString().slice(0, 19).replace(/\D/g, '');
  const info = `/Author (${telling}) /Creator (${telling}) /CreationDate (D:${stamp}Z)`;
  return pdf(text, info, xmp(telling + filler() + filler(), when));
}

/** A file of each of the kinds: [{kind, name, bytes}]; their names tell, too. */
export async function tellingFiles(wanted, text, telling, when) {
  const folder = mkdtempSync(join(tmpdir(), 'guong-files-'));
  try {
    return await Promise.all(
      wanted.map(async (kind) => ({
        kind,
        name: `${telling}.${recipes[kind]?.ending ?? kind}`,
        bytes: await made(folder, kind, text, telling, when),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
