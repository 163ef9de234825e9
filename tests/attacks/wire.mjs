// What attackers do below fetch: requests by hand on a socket, held back, cut up, or never read.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** An open socket and what came over it. */
export class Wire {
  constructor(installation, options = {}) {
    this.text = '';
    this.socket = connect({ port: installation.port, host: '127.0.0.1', ...options });
    this.socket.on('data', (bytes) => (this.text += bytes.toString('latin1')));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
  }

  send = (text) => new Promise((resolve) => this.socket.write(text, resolve));
  end = () => this.socket.destroy();

  /** Waits until so many answers have come whole, or the other side has closed. */
  async answers(count = 1, patience = 30_000) {
    const until = Date.now() + patience;
    let closed = false;
    this.closed.then(() => (closed = true));
    for (;;) {
      const answers = answersIn(this.text);
      if (answers.length >= count || closed) return answers;
      if (Date.now() > until) throw new Error(`${answers.length} of ${count} answers after ${patience} ms`);
      await new Promise((wait) => setTimeout(wait, 5));
    }
  }
}

/** The whole answers in a text: {status, head, body}. */
export function answersIn(text) {
  const out = [];
  for (;;) {
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return out;
    const head = text.slice(0, end);
    const status = Number(head.slice(9, 12));
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const body = text.slice(end + 4, end + 4 + length);
    if (body.length < length) return out;
    out.push({ status, head, body: Buffer.from(body, 'latin1').toString() });
    text = text.slice(end + 4 + length);
  }
}

export function requestText(person, method, path, body = '', headers = {}) {
  const lines = {
    Host: '127.0.0.1',
    'Content-Length': Buffer.byteLength(body),
    ...(person?.cookie && { Cookie: person.cookie }),
    ...(body && { 'Content-Type': 'application/json' }),
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`;
}

/** Sends a request but for its last byte; what is given back sends that too and gives the answer. */
export async function held(installation, person, method, path, body, headers = {}) {
  const wire = new Wire(installation);
  const text = requestText(person, method, path, JSON.stringify(body), headers);
  await wire.send(text.slice(0, -1));
  await new Promise((wait) => setTimeout(wait, 50)); // for the head to be read
  return async () => {
    await wire.send(text.slice(-1));
    const [answer] = await wire.answers();
    wire.end();
    return answer;
  };
}

/** What the service holds in memory, in MB. */
export const memory = (installation) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${installation.child.pid}/status`, 'latin1'))[1]) / 1000;
