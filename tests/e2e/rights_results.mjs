// How each operation on results is called so that it succeeds: each on a result computed anew, brought to the
// step before. See rights.test.mjs.

const again = { reason: 'Tổng hợp lại.' };

/** The steps of a result, each by whom the product lets take it. */
const steps = {
  async decided({ people: { head } }, path) {
    const { ranking } = await head.get(path);
    for (const { codes } of ranking.open_ties) await head.must('POST', path + '/tie-decisions', { order: codes });
  },
  async joined({ people: { secretary, head } }, path) {
    for (const person of [secretary, head]) await person.must('POST', path + '/join', {});
  },
  proposed: ({ people: { organiser } }, path) =>
    organiser.must('POST', path + '/propose', { decision_number: '12-QĐ/BTC' }),
  approved: ({ people: { head } }, path) => head.must('POST', path + '/approve', {}),
  published: ({ people: { organiser } }, path) => organiser.must('POST', path + '/publish', {}),
};

/** A result of the locked contest, after all the steps up to `last` (none: just computed). */
export async function resultAt(world, last) {
  const { contest } = await world.contest('locked');
  const { id } = await world.people.organiser.post(`/api/contests/${contest}/results`, again);
  for (const [name, step] of Object.entries(steps)) {
    if (!last) break;
    await step(world, `/api/contests/${contest}/results/${id}`);
    if (name === last) break;
  }
  return { in: { contest, result: id } };
}

const locked = async (world) => ({ in: { contest: (await world.contest('locked')).contest } });
const at = (last, body) => async (world) => ({ ...(await resultAt(world, last)), body });

export const resultRows = {
  getDossier: locked,
  getDossierPdf: locked,
  listInspection: async (world) => ({ in: { ...(await locked(world)).in, list: 'records' } }),
  computeResult: async (world) => ({ ...(await locked(world)), body: again }),
  listResults: locked,
  getResultStep: locked,
  getResult: at(),
  async decideTie(world) {
    const call = await resultAt(world);
    const { ranking } = await world.people.head.get(`/api/contests/${call.in.contest}/results/${call.in.result}`);
    return { ...call, body: { order: ranking.open_ties[0].codes } };
  },
  joinCodes: at('decided', {}),
  async adjustAwards(world) {
    const call = await resultAt(world, 'joined');
    const { awards } = await world.people.organiser.get(`/api/contests/${call.in.contest}/results/${call.in.result}`);
    const change = { act: 'take', prize: awards[0].prize, code: awards[0].code };
    return { ...call, body: { reason: 'Hội đồng họp lại.', changes: [change] } };
  },
  previewPublication: at('joined'),
  proposeResult: at('joined', { decision_number: '12-QĐ/BTC' }),
  approveResult: at('proposed', {}),
  publishResult: at('approved', {}),
};
