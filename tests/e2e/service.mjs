// A service of one's own for a test, and people who talk to it through the API.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outsideContract, resultsFaults } from './contract.mjs';

export const program = process.env.GUONG_PROGRAM ?? new URL('../../build/guong', import.meta.url).pathname;

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The PostgreSQL server of the tests, if there is one, and what a test says that skips without it. */
export const postgres = process.env.GUONG_TEST_POSTGRES;
export const withoutPostgres = !postgres && 'GUONG_TEST_POSTGRES names no server';

/** A database of one's own there: the settings that name it, and how it goes. */
export function makeDatabase(purpose) {
  const name = `guong_${purpose}_${process.pid}`;
  const psql = (sql) => execFileSync('psql', [postgres, '-qc', sql]);
  psql(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  const settings = { GUONG_DATABASE: postgres.replace('///postgres?', `///${name}?`) };
  return { settings, drop: () => psql(`drop database ${name}`) };
}

/** An installation in a folder of its own: `run` runs a command on it, `serve` starts it, `kill` ends it without warning. */
export class Installation {
  log = ''; // what the service has logged

  constructor(env = {}) {
    this.data = mkdtempSync(join(tmpdir(), 'guong-test-'));
    this.env = { ...process.env, GUONG_DATA: this.data, LANG: 'en_GB.UTF-8', ...env };
  }

  run(words, input = '') {
    return execFileSync(program, words, { env: this.env, input, encoding: 'utf8' });
  }

  async serve() {
    this.port ??= await freePort();
    this.base = `http://127.0.0.1:${this.port}`;
    this.child = spawn(program, ['serve', '--port', String(this.port)], {
      env: this.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr.on('data', (text) => {
      this.log += text;
      process.stderr.write(text);
    });
    for (let i = 0; ; i++) {
      const up = await fetch(this.base + '/healthz').catch(() => undefined);
      if (up?.ok) return this;
      if (i > 400) throw new Error('the server did not start');
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }

  async end(signal = 'SIGTERM') {
    if (!this.child) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await ended;
    this.child = undefined;
  }

  /** Ends it, holds what the test made of its data to every invariant of schema/invariants, and deletes it. */
  async remove() {
    await this.end();
    const broken = this.brokenInvariants();
    rmSync(this.data, { recursive: true, force: true });
    if (broken) throw new Error(`the data break their invariants:\n${broken}`);
  }

  brokenInvariants() {
    if (!this.port) return ''; // it never ran
    const { status, stdout, stderr } = spawnSync(program, ['check'], { env: this.env, encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  }
}

/** Throws where an exchange is outside the contract; a results file is held against its own schema too. */
function holdToContract(exchange) {
  const faults = outsideContract(exchange);
  const { url, status, text } = exchange;
  const published = status === 200 && text && url.pathname.endsWith('/results/published');
  if (published) faults.push(...resultsFaults(JSON.parse(text)));
  if (faults.length) throw new Error(`outside the contract:\n  ${faults.join('\n  ')}`);
}

/**
 * Somebody with a cookie. Every call gives {status, headers, bytes, text, body}; a body that is no bytes is sent as
 * JSON; `must` throws unless the answer is a success.
 * What is called below /api/ is held against the contract, unless the caller says `{ contract: false }`.
 */
export class Person {
  constructor(installation, cookie = '') {
    this.installation = installation;
    this.cookie = cookie;
  }

  async call(method, path, body, headers = {}, { contract = true } = {}) {
    const url = new URL(path, this.installation.base);
    const requestHeaders = new Headers(headers);
    if (this.cookie) requestHeaders.set('Cookie', this.cookie);
    if (body !== undefined && !requestHeaders.has('Content-Type'))
      requestHeaders.set('Content-Type', 'application/json');
    const content = body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body);
    const answer = await fetch(url, { method, redirect: 'manual', headers: requestHeaders, body: content });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString();
    const { status, headers: answered } = answer;
    const requestBody = body instanceof Uint8Array ? undefined : body; // bytes are as they come
    if (contract && url.pathname.startsWith('/api/'))
      holdToContract({ method, url, status, headers: answered, text, requestHeaders, requestBody });
    const json = answered.get('content-type')?.includes('json');
    return { status, headers: answered, bytes, text, body: json && text ? JSON.parse(text) : undefined };
  }

  async must(method, path, body, headers) {
    const answer = await this.call(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  get = (path) => this.must('GET', path);
  post = (path, body = {}, headers = {}) =>
    this.must('POST', path, body, { 'Idempotency-Key': crypto.randomUUID(), ...headers });
  put = (path, body, revision) => this.must('PUT', path, body, { 'If-Match': `"r${revision}"` });
  postAt = (path, revision, body = {}) => this.post(path, body, { 'If-Match': `"r${revision}"` });

  static async signedIn(installation, identifier, password) {
    const stranger = new Person(installation);
    const answer = await stranger.call('POST', '/api/sessions', { identifier, password });
    if (answer.status !== 200) throw new Error(`sign in as ${identifier}: ${answer.status} ${answer.text}`);
    const person = new Person(installation, answer.headers.get('set-cookie').split(';')[0]);
    person.id = answer.body.id;
    person.identifier = identifier;
    return person;
  }

  static async registered(installation, identifier, name, password = 'một mật khẩu dài') {
    await new Person(installation).must('POST', '/api/accounts', { identifier, name, password });
    return Person.signedIn(installation, identifier, password);
  }
}
