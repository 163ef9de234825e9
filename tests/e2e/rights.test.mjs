// Who may call what: every operation of the contract, by everybody. Each has a row in the tables of
// rights_*.mjs that makes a call which succeeds, with whatever it needs to stand ready. That very call is
// made first by everybody whom the contract does not name, who must be refused and change nothing, and then
// by those whom it names, who must succeed.
//
// A row is a function of (world, person) that gives `in` (values of the path), `query`, `body`, `at` (for
// If-Match), `headers`; `as`: another session of the person's; `own`: open to everybody, for their own things
// only, which look to others as if they did not exist; `instead`: {role: [status, why]} where a role that the
// contract names cannot succeed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations } from './contract.mjs';
import { perform } from './perform.mjs';
import { accountRows } from './rights_accounts.mjs';
import { contestRows } from './rights_contests.mjs';
import { entryRows } from './rights_entries.mjs';
import { judgingRows } from './rights_judging.mjs';
import { resultRows } from './rights_results.mjs';
import { World } from './rights_world.mjs';
import { Installation } from './service.mjs';

const rows = { ...accountRows, ...contestRows, ...entryRows, ...judgingRows, ...resultRows };

let installation, world;
before(async () => {
  installation = await new Installation().serve();
  world = await new World(installation).settle();
});
after(() => installation?.remove());

/** Those who must succeed. `elsewhere`: roles on another contest count only where no contest is named. */
function allowed({ access, path }) {
  const everybody = Object.keys(world.people);
  if (access === 'anyone') return everybody;
  if (access === 'signed_in') return everybody.filter((role) => role !== 'stranger');
  const ofContest = path.includes('{contest}')
    ? []
    : elsewhere.filter(([, roles]) => roles.some((role) => access.includes(role)));
  return [...everybody.filter((role) => access.includes(role)), ...ofContest.map(([name]) => name)];
}
const elsewhere = [
  ['boardElsewhere', ['organiser', 'secretary', 'head']],
  ['inspectorElsewhere', ['inspector']],
  ['judgeElsewhere', ['judge']],
];

/**
 * How somebody is refused: strangers are asked to sign in, others told that they hold no such role, or that
 * there is no such thing.
 */
const refusal = (role, call) => (role === 'stranger' ? 401 : call.own ? 404 : 403);

async function tryOut(operation) {
  const wrong = [];
  const inside = allowed(operation);
  const outside = Object.keys(world.people).filter((role) => !inside.includes(role));
  const note = (role, answer, expected) =>
    wrong.push(`${role}: ${answer.status}, should be ${expected} ${answer.text.slice(0, 300)}`);
  for (const [i, role] of inside.entries()) {
    const person = world.people[role];
    const call = await rows[operation.id](world, person);
    const refused = call.own ? Object.keys(world.people).filter((other) => other !== role) : outside;
    for (const other of i === 0 || call.own ? refused : []) {
      const answer = await perform(world.people[other], operation, call);
      if (answer.status !== refusal(other, call)) note(other, answer, refusal(other, call));
    }
    const answer = await perform(call.as ?? person, operation, call);
    const [instead] = call.instead?.[role] ?? [];
    if (instead ? answer.status !== instead : answer.status >= 400) note(role, answer, instead ?? 'a success');
  }
  return wrong;
}

test('every operation of the contract has a row, and every row an operation', () => {
  assert.deepEqual(Object.keys(rows).sort(), operations.map(({ id }) => id).sort());
});

for (const operation of operations)
  test(`${operation.id} is open to ${operation.access} and to nobody else`, async () => {
    assert.deepEqual(await tryOut(operation), []);
  });

test("a judge's answer for another's work is the same as for one that does not exist", async () => {
  const { contest } = await world.contest('judging');
  const seen = [];
  for (const code of ['AAAAAA', '------']) {
    const { status, body } = await world.people.judge.call('GET', `/api/contests/${contest}/judge/works/${code}`);
    seen.push([status, body.key]);
  }
  assert.deepEqual(seen[0], [404, 'base.not_found']);
  assert.deepEqual(seen[1], seen[0]);
});
