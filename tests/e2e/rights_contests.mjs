// How each operation on contests, rule books and what is published is called so that it succeeds. See
// rights.test.mjs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './people.mjs';

const anywhere = () => ({});

/** The small example as it opens now, under an address of its own. */
function ruleBook(world) {
  const rules = JSON.parse(readFileSync(join(root, 'schema/examples/api-test.json'), 'utf8'));
  rules.calendar = {
    opens: new Date().toISOString(),
    deadline: new Date(Date.now() + 3_600_000).toISOString(),
  };
  rules.slug = world.fresh('luat');
  return rules;
}

async function draftContest(world) {
  const rules = ruleBook(world);
  return { rules, contest: (await world.people.organiser.post('/api/contests', rules)).id };
}

const open = async (world) => ({ in: { contest: (await world.contest('open')).contest } });
const published = async (world) => ({ in: { contest: (await world.published()).contest } });

export const contestRows = {
  listContests: anywhere,
  createContest: (world) => ({
    body: ruleBook(world),
    instead: {
      boardElsewhere: [403, 'an organiser of one contest; new ones are made by organisers of the host unit'],
    },
  }),
  getContest: open,
  exportRuleBook: open,
  listRuleBookVersions: open,
  async replaceRuleBook(world) {
    const { contest, rules } = await draftContest(world);
    return { in: { contest }, at: 1, body: rules };
  },
  openContest: async (world) => ({ in: { contest: (await draftContest(world)).contest }, at: 1 }),
  async amendContest(world) {
    const { contest, rules } = await world.contest('open');
    const { revision } = await world.people.organiser.get(`/api/contests/${contest}`);
    rules.legal_basis = [world.fresh('Căn cứ')];
    return {
      in: { contest },
      at: revision,
      body: { reason: 'Thêm một căn cứ.', decision_number: '06-TB/BTC', rule_book: rules },
    };
  },
  validateRuleBook: (world) => ({ body: ruleBook(world) }),
  writeOutRuleBook: (world) => ({ body: ruleBook(world) }),

  getPublishedResult: published,
  listPublishedWorks: published,
  getPublishedWork: async (world) => ({ in: { slug: (await world.published()).work } }),
};
