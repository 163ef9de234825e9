// What lies packed inside a body: parts of ZIP files (Word, spreadsheets), streams of PDFs, texts of PNGs.
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Nothing when it is not what it looks like. */
function inflated(inflate, bytes) {
  try {
    return inflate(bytes);
  } catch {
    return undefined;
  }
}

/** Names, times and contents of the parts, by the list at a ZIP's end. */
function* zipParts(bytes) {
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    if (at + 46 > bytes.length) return;
    const size = bytes.readUInt32LE(at + 20),
      local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) continue;
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + size);
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflated(inflateRawSync, packed) : packed;
    if (content) yield content;
  }
}

function* pdfStreams(bytes) {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const begin = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    const content = inflated(inflateSync, bytes.subarray(begin));
    if (content) yield content;
  }
}

function* pngTexts(bytes) {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8),
      data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const content = type === 'zTXt' && inflated(inflateSync, data.subarray(data.indexOf(0) + 2));
    if (content) yield content;
  }
}

const packers = [
  { sign: 'PK\x03\x04', parts: zipParts },
  { sign: '%PDF-', parts: pdfStreams },
  { sign: '\x89PNG', parts: pngTexts },
];

/**
 * The body and all that it holds, one after another, as Latin-1 text; bytes of nothing left out, so that
 * UTF-16 reads like ASCII.
 */
export function unpacked(bytes) {
  const inside = packers.find(({ sign }) => bytes.toString('latin1', 0, sign.length) === sign);
  const parts = inside ? [...inside.parts(bytes)].map(unpacked) : [];
  return [bytes.toString('latin1'), bytes.toString('latin1').replaceAll('\0', ''), ...parts].join('\n');
}
