// What this device keeps for the person who is signed in: what they wrote and have not sent yet, and their preferences. It is kept by
// account and sealed with a key that the service gives to that account alone: whoever uses the device next finds nothing to open.
// Where the browser has no cryptography (an address without https) it is kept by account only.

const kPrefix = 'guong/';
const kUnsent = 'unsent/';
const kNonce = 12; // bytes

let owned = ''; // what the names of the owner's values begin with
let key: CryptoKey | undefined;
/** Values as JSON, by name: sealing takes a moment, what was kept is there at once. */
const values = new Map<string, string>();

/** Opens what the device keeps for an account; what another page of theirs keeps from now on comes in, too. */
export async function openOwnStorage(account: number, deviceKey: string): Promise<void> {
  if (owned === `${kPrefix}${account}/`) return;
  owned = `${kPrefix}${account}/`;
  values.clear();
  // Browsers have this at https addresses and on the machine itself only.
  const subtle = (crypto as Partial<Crypto>).subtle;
  key = await subtle?.importKey('raw', fromBase64(deviceKey.replace(/-/g, '+').replace(/_/g, '/')), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  dropUnowned();
  await Promise.all(namesOf(owned).map((at) => take(at, localStorage.getItem(at))));
  addEventListener('storage', ({ key: at, newValue }) => {
    if (at?.startsWith(owned)) void take(at, newValue);
  });
}

export function readOwn<T>(name: string): T | undefined {
  const text = values.get(name);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

export function keepOwn(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  values.set(name, text);
  void sealed(owned + name, text)
    .then((bytes) => {
      // What was kept or dropped meanwhile counts.
      if (values.get(name) === text) localStorage.setItem(owned + name, bytes);
    })
    .catch(() => undefined); // the device is full: sending goes on
}

export function dropOwn(name: string): void {
  values.delete(name);
  localStorage.removeItem(owned + name);
}

/** The name under which something stands until it is sent. */
export const unsent = (name: string) => kUnsent + name;

/** How many things are written and not sent. */
export const countUnsent = () => [...values.keys()].filter((name) => name.startsWith(kUnsent)).length;

/** For whoever leaves the device: what they have not sent goes, and what others could read. */
export function forgetOwn(): void {
  for (const name of [...values.keys()]) if (!key || name.startsWith(kUnsent)) dropOwn(name);
}

/** What an earlier release kept by the number of an entry, which only its author can open. */
export function adoptOwn(entry: number, name: string): void {
  const text = localStorage.getItem(`guong-entry-${entry}`);
  if (text === null) return;
  keepOwn(name, JSON.parse(text));
  localStorage.removeItem(`guong-entry-${entry}`);
}

/** Nobody can tell whose the other things are that earlier releases kept: marks above all. */
function dropUnowned(): void {
  const others = [...namesOf('guong-'), ...namesOf('tus::')];
  for (const at of others) if (!/^guong-entry-\d+$/.test(at)) localStorage.removeItem(at);
}

function namesOf(beginning: string): string[] {
  const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  return names.filter((at) => at.startsWith(beginning));
}

async function take(at: string, kept: string | null): Promise<void> {
  const name = at.slice(owned.length);
  const text = kept === null ? undefined : await unsealed(at, kept).catch(() => undefined);
  if (text === undefined) values.delete(name);
  else values.set(name, text);
}

/** A sealed value opens in its own place only. */
const algorithm = (at: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(at),
});

async function sealed(at: string, text: string): Promise<string> {
  if (!key) return text;
  const nonce = crypto.getRandomValues(new Uint8Array(kNonce));
  const bytes = await crypto.subtle.encrypt(algorithm(at, nonce), key, new TextEncoder().encode(text));
  return toBase64(new Uint8Array([...nonce, ...new Uint8Array(bytes)]));
}

async function unsealed(at: string, kept: string): Promise<string> {
  if (!key) return kept;
  const bytes = fromBase64(kept);
  const plain = await crypto.subtle.decrypt(algorithm(at, bytes.slice(0, kNonce)), key, bytes.slice(kNonce));
  return new TextDecoder().decode(plain);
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
