// How each operation on judging is called so that it succeeds: panels, rounds, assignments, the judge's desk.
// See rights.test.mjs.

const judging = async (world, more = {}) => ({
  in: { contest: (await world.contest('judging')).contest, round: 1, ...more },
});

/** A work of the judge's with a file, whose card nobody hands in. */
async function kept(world) {
  const { contest, withFile } = await world.contest('judging');
  return { in: { contest, code: withFile, position: 1 } };
}

/** A work of the judge's that no other call uses. */
async function another(world) {
  const { contest, mine } = await world.contest('judging');
  return { in: { contest, code: mine.shift(), round: 1 } };
}

async function saved(world) {
  const { contest, code } = (await another(world)).in;
  const body = { marks: { content: 50, form: 25, impact: 8 } };
  const { revision } = await world.people.judge.put(`/api/contests/${contest}/judge/works/${code}/card`, body, 0);
  return { in: { contest, code }, at: revision };
}

/** A panel that nobody's works depend on. */
async function sparePanel(world) {
  const { contest } = await world.contest('judging');
  const panel = await world.people.organiser.post(`/api/contests/${contest}/panels`, world.panelOf([world.second]));
  return { in: { contest, panel: panel.id }, at: panel.revision };
}

const flag = { kind: 'other', note: 'Giống một bài đã đăng.' };
const reason = 'Ghi nhầm một điểm.';

export const judgingRows = {
  listJudgingContests: () => ({}),
  getJudgeTerms: judging,
  acceptJudgeTerms: async (world) => ({ ...(await judging(world)), body: { interests: [] } }),
  declareInterests: async (world) => ({ ...(await judging(world)), body: { interests: [] } }),
  getJudgeUnit: judging,
  askJudgeUnit: async (world) => ({ ...(await judging(world)), body: { unit: null } }),
  listJudgeWorks: judging,
  getJudgeWork: kept,
  getJudgeFile: kept,
  async saveCard(world) {
    const call = await kept(world);
    const { card } = await world.people.judge.get(`/api/contests/${call.in.contest}/judge/works/${call.in.code}`);
    return { ...call, at: card.revision, body: { marks: { content: 40 } } };
  },
  submitCard: saved,
  async getCardProof(world) {
    const call = await saved(world);
    const { contest, code } = call.in;
    await world.people.judge.postAt(`/api/contests/${contest}/judge/works/${code}/card/submit`, call.at);
    world.installation.run(['ledger', 'publish']);
    return { in: { contest, code } };
  },
  raiseFlag: async (world) => ({ ...(await kept(world)), body: flag }),
  async lowerFlag(world) {
    const call = await kept(world);
    await world.people.judge.must('PUT', `/api/contests/${call.in.contest}/judge/works/${call.in.code}/flag`, flag);
    return call;
  },
  recuse: async (world) => ({ ...(await another(world)), body: { reason: 'Người quen.' } }),

  listPanels: judging,
  createPanel: async (world) => ({ ...(await judging(world)), body: world.panelOf([world.second]) }),
  getPanel: sparePanel,
  updatePanel: async (world) => ({
    ...(await sparePanel(world)),
    body: { ...world.panelOf([world.second]), name: 'Tên khác' },
  }),
  deletePanel: sparePanel,

  listRounds: judging,
  async openRound(world) {
    return { in: { contest: (await world.contest('waiting')).contest, round: 1 } };
  },
  async lockRound(world) {
    return { in: { contest: (await world.contest('marked')).contest, round: 1 } };
  },
  getProgress: judging,
  countCardsByDay: judging,
  listMissingCards: judging,
  listUnderstaffedWorks: judging,
  listExtraNeededWorks: judging,
  getJury: async (world) => ({ in: { contest: (await world.contest('locked')).contest, round: 1 } }),
  listFlags: judging,
  listAssignments: judging,
  async assignJudge(world) {
    const { contest, withFile } = await world.contest('judging');
    return { in: { contest, round: 1 }, body: { code: withFile, judge: world.second.id } };
  },
  drawAssignments: judging,
  async removeAssignment(world) {
    const call = await another(world);
    const { items } = await world.people.organiser.get(`/api/contests/${call.in.contest}/rounds/1/assignments`);
    const { judges } = items.find(({ code }) => code === call.in.code);
    return {
      in: {
        ...call.in,
        assignment: judges.find(({ judge }) => judge.id === world.people.judge.id).assignment,
      },
    };
  },
  async reopenCard(world) {
    const { contest, code } = (await another(world)).in;
    await world.markedBy(world.people.judge, contest, code);
    return { in: { contest, round: 1 }, body: { code, judge: world.people.judge.id, reason } };
  },
  listConflicts: judging,
  listJudgeChanges: judging,
  async decideJudgeChange(world) {
    const { contest } = await world.contest('judging');
    await world.people.judge.put(`/api/contests/${contest}/judge/unit`, { unit: null });
    return { in: { contest }, body: { judge: world.people.judge.id, kind: 'unit', confirmed: false } };
  },
  async waiveConflict(world) {
    const { contest, barred } = await world.contest('judging');
    return {
      in: { contest },
      body: { code: barred, judge: world.people.judge.id, reason: 'Chỉ cùng đơn vị.' },
    };
  },
};
