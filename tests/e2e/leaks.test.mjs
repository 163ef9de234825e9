// What anybody can learn of an author: a whole contest is played, and in each of its states everybody asks
// for everything there is. What each learned must be just what leak_rights.mjs lets them learn: more is a
// leak, less means that the walk or the table is blind.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LeakContest } from './leak_contest.mjs';
import { order, rowsFor } from './leak_rights.mjs';
import { found, secretsOf } from './leak_secrets.mjs';
import { tellingSearches } from './leak_search.mjs';
import { Walk, walked } from './leak_walk.mjs';
import { Installation } from './service.mjs';
import { unpacked } from './unpacked.mjs';

let installation, contest, walk, kinds;
const searches = [];
before(async () => {
  installation = await new Installation({ GUONG_LOG_LEVEL: 'debug' }).serve();
  contest = new LeakContest(installation);
  await contest.prepare();
  walk = new Walk(installation.base);
  walk.watch(contest.people);
  walk.state = order[0];
  for await (const state of contest.states()) {
    await walk.everybody(contest);
    walk.state = undefined; // an answer to a search repeats what was asked for
    searches.push(...(await tellingSearches(contest, state)));
    walk.state = order[order.indexOf(state) + 1];
  }
  kinds = allFound();
});
after(() => installation?.remove());

/**
 * What each body tells of each entry: digest -> entry's name -> kinds. Codes are known by now, of answers
 * given before them as well.
 */
function allFound() {
  const secrets = Object.entries(contest.entries).map(([name, entry]) => [name, secretsOf(entry)]);
  const tell = (text) => Object.fromEntries(secrets.map(([name, own]) => [name, found(text, own)]));
  return new Map([...walk.texts].map(([digest, text]) => [digest, tell(text)]));
}

const together = (rows) => new Set(rows.flatMap((row) => [...row]));
const allowedIn = (told, rows) =>
  told.every((kind) => together(rows).has(kind)) &&
  (!told.includes('code') || rows.some((row) => told.every((kind) => row.has(kind))));

/** Lines "role entry: kinds at address" for every answer that tells more than it may. */
function leaks(state) {
  const lines = new Set();
  for (const { state: when, role, address, digest } of walk.answers) {
    if (when !== state) continue;
    for (const [name, told] of Object.entries(kinds.get(digest))) {
      const rows = rowsFor(state, role, contest.people[role], contest.entries[name]);
      if (!allowedIn(told, rows)) lines.add(`${role} ${name}: ${told} at ${address}`);
    }
  }
  return [...lines];
}

/** What somebody was to see in a state and saw nowhere. */
function blind(state) {
  const lines = [];
  for (const [role, person] of Object.entries(contest.people)) {
    const own = walk.answers.filter((answer) => answer.state === state && answer.role === role);
    for (const [name, entry] of Object.entries(contest.entries)) {
      const seen = new Set(own.flatMap(({ digest }) => kinds.get(digest)[name]));
      const secrets = secretsOf(entry);
      for (const kind of together(rowsFor(state, role, person, entry)))
        if (!seen.has(kind) && secrets[kind].length) lines.push(`${role} ${name}: ${kind}`);
    }
  }
  return lines;
}

for (const state of order) {
  test(`while the contest is ${state}, nobody learns of an author what they may not`, () =>
    assert.deepEqual(leaks(state), []));
  test(`while the contest is ${state}, everybody finds what they may know`, () => assert.deepEqual(blind(state), []));
}

test('nobody finds by a search what they may not know', () => {
  const may = ({ state, role, name, kind }) =>
    together(rowsFor(state, role, contest.people[role], contest.entries[name])).has(kind);
  assert.deepEqual(
    searches.filter((one) => !may(one)).map(({ state, role, address }) => `${state} ${role}: ${address}`),
    [],
  );
});

test('the log tells nothing of who wrote what', () => {
  const { log } = installation;
  assert.match(log, /listening on/);
  for (const [name, entry] of Object.entries(contest.entries)) {
    const { name: fullName, pen, partner, contact, file, title, text, code } = secretsOf(entry);
    assert.deepEqual([name, found(log, { fullName, pen, partner, contact, file, title, text, code })], [name, []]);
  }
});

test('every form of a secret is found in an answer, and what metadata tell in every kind of file', () => {
  const missed = [];
  for (const [name, entry] of Object.entries(contest.entries)) {
    const secrets = secretsOf(entry);
    for (const [kind, needles] of Object.entries(secrets))
      for (const { text } of needles)
        if (!found(`{"a":["${text}"]}`, secrets).includes(kind)) missed.push(`${name} ${kind} ${text}`);
    for (const file of entry.files)
      for (const needle of secrets.file.slice(0, 1))
        if (!found(unpacked(file.bytes), { file: [needle] }).length) missed.push(`${name} ${file.name} ${needle.text}`);
  }
  assert.deepEqual(missed, []);
});

test('the walk gets an answer from every operation of the contract that reads', () => {
  assert.deepEqual(
    walked.filter((id) => !walk.succeeded.has(id)),
    [],
  );
});
