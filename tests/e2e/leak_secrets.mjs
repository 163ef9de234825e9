// What an entry has that somebody must not learn, by kind, and every form in which an answer could tell it.
import { createHash } from 'node:crypto';
import { dosTime } from './made_files.mjs';

const encodings = [
  (bytes) => bytes.toString('hex'),
  (bytes) => bytes.toString('hex').toUpperCase(),
  (bytes) => bytes.toString('base64').replace(/=+$/, ''),
  (bytes) => bytes.toString('base64url'),
];
const digests = (bytes) =>
  ['sha256', 'sha1', 'md5'].flatMap((name) =>
    encodings.map((encode) => encode(createHash(name).update(bytes).digest())),
  );

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Base64 of a word wherever it stands in a longer text: the part that depends on nothing beside it. */
function inBase64(text) {
  return [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    return whole.slice(shift && 4);
  });
}

/** A word or a number as such: with no letter or digit beside it when `alone`. */
const plain = (text, alone) => ({ text: String(text).toLowerCase(), alone, lower: true });
const exact = (text) => ({ text });
/** Of a digest: stands only where many letters and digits follow each other. */
const digest = (text) => ({ text, digest: true });

/**
 * Some text in all its forms: as it is, in base64, and digests of its usual spellings. `word`: what stands
 * out of it.
 */
function ofText(text, word = text) {
  const spellings = new Set([
    text,
    text.toLowerCase(),
    folded(text),
    folded(text).toLowerCase(),
    word,
    word.toLowerCase(),
  ]);
  return [
    plain(word),
    ...inBase64(word).map(exact),
    ...[...spellings].flatMap((one) => digests(Buffer.from(one)).map(digest)),
  ];
}

/** An id or a number: short, so that only as a whole it means anything. */
const ofNumber = (number) => [plain(number, true), ...digests(Buffer.from(String(number))).map(digest)];

/**
 * A moment as text and as numbers, in UTC and in Vietnam's time, down to seconds: nobody else acts in that
 * second.
 */
export function ofTime(iso) {
  const [second, fraction = ''] = iso.replace('Z', '').split('.');
  const seconds = Date.parse(second + 'Z') / 1000;
  const local = new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 19);
  const [date, time] = local.split('T');
  const epochs = [
    seconds,
    ...(fraction ? [seconds + fraction.padEnd(3, '0').slice(0, 3), seconds + fraction.padEnd(6, '0')] : []),
  ];
  return [
    ...[
      second,
      second.replace('T', ' '),
      local,
      local.replace('T', ' '),
      `${date.split('-').reverse().join('/')} ${time}`,
    ].map((one) => plain(one)),
    plain(new Date(seconds * 1000).toUTCString()),
    ...epochs.map((one) => plain(one, true)),
  ];
}

/** The time that metadata give, as each kind of file writes it. */
function ofMaking(when) {
  const iso = when.toISOString(),
    digits = iso.replace(/\D/g, '').slice(0, 14);
  const since1904 = Buffer.alloc(4);
  since1904.writeUInt32BE(when.getTime() / 1000 + 2_082_844_800);
  return [
    ...ofTime(iso),
    plain(digits),
    plain(iso.slice(0, 19).replace('T', ' ').replaceAll('-', ':')),
    exact(since1904.toString('latin1')),
    exact(dosTime(when).toString('latin1')),
  ];
}

/**
 * The secrets of an entry by kind. `entry`: what its author typed and sent (see leak_contest.mjs); `seen`:
 * how the author saw it afterwards; `code` once it is known.
 */
export function secretsOf(entry) {
  const { seen, author } = entry;
  const files = entry.files.flatMap(({ bytes }) => [...digests(bytes).map(digest), plain(bytes.length, true)]);
  const worked = [seen.created_at, ...seen.events.map(({ at }) => at)].filter((at) => at !== seen.submitted_at);
  const ids = [seen.id, ...seen.files.map(({ id }) => id), ...entry.uploads];
  return {
    name: ofText(entry.fullName, entry.words.name),
    pen: entry.words.pen ? ofText(entry.typed.pen_name, entry.words.pen) : [],
    partner: entry.words.partner ? ofText(entry.typed.co_authors[0].name, entry.words.partner) : [],
    contact: [
      ...ofText(entry.typed.phone),
      ...ofText(entry.typed.email),
      ...ofText(entry.typed.address, entry.words.address),
    ],
    account: [...ofNumber(author.id), ...ofText(author.identifier)],
    file: [
      ...(entry.files.length ? ofText(entry.words.file) : []),
      ...(entry.files.length ? ofMaking(entry.made) : []),
    ],
    original: [...files, ...(entry.receipt ? [plain(entry.receipt.text_sha256)] : [])],
    submitted: seen.submitted_at ? ofTime(seen.submitted_at) : [],
    worked: worked.flatMap(ofTime),
    number: [...ofNumber(seen.number), ...ids.flatMap(ofNumber)],
    title: ofText(entry.typed.title, entry.words.title),
    text: ofText(entry.typed.body, entry.words.text),
    code: entry.code ? [plain(entry.code, true)] : [],
  };
}

const isWordCharacter = (c) => c !== undefined && /[a-z0-9]/.test(c);

function stands(lower, { text, alone }) {
  for (let at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, at + 1))
    if (!alone || (!isWordCharacter(lower[at - 1]) && !isWordCharacter(lower[at + text.length]))) return true;
  return false;
}

/** The kinds of secrets in a text. */
export function found(text, secrets) {
  const lower = text.toLowerCase();
  const runs = (text.match(/[\w+/-]{20,}/g) ?? []).join(' ');
  const holds = (needle) =>
    needle.lower ? stands(lower, needle) : (needle.digest ? runs : text).includes(needle.text);
  return Object.entries(secrets)
    .filter(([, needles]) => needles.some(holds))
    .map(([kind]) => kind);
}
