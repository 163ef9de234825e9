// How each operation on accounts, sessions, roles, units and the installation is called so that it succeeds.
// See rights.test.mjs.
import { password } from './people.mjs';
import { Person } from './service.mjs';

const anywhere = () => ({});
const unitColumns = 'code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind';
const another = 'một mật khẩu khác hẳn';

/** A session of the caller's own that this call may end. */
const ownSession = async (world, person) => ({ as: await world.signedIn(person) });

const newAccount = (world) => Person.registered(world.installation, `${world.fresh('nguoi')}@thi.test`, 'Lê Thị Mới');

/**
 * An invitation to another board's contest, where none of those who are tried holds a role that stands in the
 * way.
 */
const invitation = async (world) =>
  (await world.guest.post(`/api/contests/${await world.guests()}/invitations`, { role: 'inspector' })).token;

async function asked(world) {
  const person = await newAccount(world);
  await new Person(world.installation).must('POST', '/api/password-resets', {
    identifier: person.identifier,
  });
  const { items } = await world.people.administrator.get('/api/password-resets?limit=200');
  return items.find(({ account }) => account.id === person.id);
}

/** Somebody's who holds a role on the contests of all who may approve it. */
async function askedBySecretary(world) {
  const reset = await asked(world);
  const { contest } = await world.contest('open');
  for (const [organiser, where] of [
    [world.people.organiser, contest],
    [world.guest, world.elsewhereContest],
  ])
    await world.grant(organiser, where, reset.account, 'secretary');
  return reset;
}

async function resetLink(world) {
  const { id } = await asked(world);
  return (await world.people.administrator.must('POST', `/api/password-resets/${id}/link`)).token;
}

const ofUnit = { boardElsewhere: [404, 'who organises a contest organises no unit'] };

/** Somebody new who says to be of the unit. */
async function claimant(world) {
  const person = await newAccount(world);
  await person.must('PATCH', '/api/me', { unit: world.unit.id }, { 'If-Match': '"r1"' });
  return { unit: world.unit.id, account: person.id };
}

/** A role on the contest that nobody needs, given to somebody new. */
async function spareGrant(world) {
  const { contest } = await world.contest('open');
  const { id } = await world.grant(world.people.organiser, contest, await newAccount(world), 'inspector');
  return { contest, grant: id };
}

export const accountRows = {
  registerAccount: (world) => ({
    body: { identifier: `${world.fresh('moi')}@thi.test`, name: 'Lê Thị Mới', password },
  }),
  listAccounts: anywhere,
  getMe: anywhere,
  async updateMe(world, person) {
    const { headers } = await person.call('GET', '/api/me');
    return { headers: { 'If-Match': headers.get('etag') }, body: { lang: 'vi' } };
  },
  async changePassword(world) {
    return { as: await newAccount(world), body: { current: password, new: another } };
  },
  // Signing in ends the session with which one comes.
  async signIn(world, person) {
    const as = person.cookie ? await world.signedIn(person) : person;
    return { as, body: { identifier: world.author.identifier, password } };
  },
  listSessions: anywhere,
  signOut: ownSession,
  async signOutEverywhere(world) {
    return { as: await newAccount(world) };
  },
  async revokeSession(world, person) {
    await world.signedIn(person);
    const { items } = await person.get('/api/sessions');
    return { own: true, in: { session: items.find(({ current }) => !current).id } };
  },
  requestPasswordReset: (world) => ({ body: { identifier: world.author.identifier } }),
  redeemPasswordReset: async (world) => ({ body: { token: await resetLink(world), password: another } }),
  listPasswordResets: anywhere,
  approvePasswordReset: async (world) => ({
    in: { reset: (await (world.officersReset ??= askedBySecretary(world))).id },
    instead: { inspector: [404, 'only inspectors of the installation approve'], inspectorElsewhere: [404, 'the same'] },
  }),
  cancelPasswordResets: anywhere,
  listNotices: anywhere,
  markNoticesSeen: anywhere,
  listConfirmations: anywhere,
  makePasswordResetLink: async (world) => ({ in: { reset: (await asked(world)).id } }),

  listGrants: anywhere,
  grantInstallationRole: async (world) => ({
    body: { account: (await newAccount(world)).id, role: 'inspector' },
  }),
  async endInstallationGrant(world) {
    const body = { account: (await newAccount(world)).id, role: 'coordinator', unit: world.unit.id };
    return { in: { grant: (await world.people.administrator.post('/api/grants', body)).id } };
  },
  async grantRole(world) {
    const { contest } = await world.contest('open');
    return { in: { contest }, body: { account: (await newAccount(world)).id, role: 'judge' } };
  },
  async confirmGrant(world, person) {
    const isElsewhere = person === world.people.boardElsewhere;
    const [organiser, contest] = isElsewhere
      ? [world.guest, world.elsewhereContest]
      : [world.people.organiser, (await world.contest('open')).contest];
    const body = { account: (await newAccount(world)).id, role: 'secretary' };
    return { in: { grant: (await organiser.post(`/api/contests/${contest}/grants`, body)).id } };
  },
  endGrant: async (world) => ({ in: await spareGrant(world) }),
  listContestPeople: async (world) => ({ in: { contest: (await world.contest('open')).contest } }),

  createInvitation: async (world) => ({
    in: { contest: (await world.contest('open')).contest },
    body: { role: 'judge' },
  }),
  inviteSeveral: async (world) => ({
    in: { contest: (await world.contest('open')).contest },
    body: { people: [{ role: 'judge', name: 'Bà Hoa', contact: 'hoa@vidu.vn' }] },
  }),
  listInvitations: async (world) => ({ in: { contest: (await world.contest('open')).contest } }),
  async revokeInvitation(world) {
    const { contest } = await world.contest('open');
    const { id } = await world.people.organiser.post(`/api/contests/${contest}/invitations`, {
      role: 'judge',
    });
    return { in: { contest, invitation: id } };
  },
  showInvitation: async (world) => ({ body: { token: await invitation(world) } }),
  acceptInvitation: async (world) => ({ body: { token: await invitation(world) } }),

  getContract: anywhere,
  listUnits: anywhere,
  exportUnits: anywhere,
  getUnit: (world) => ({ in: { unit: world.unit.id } }),
  importUnits: (world) => ({
    body: {
      csv: `${unitColumns}\n${world.fresh('xa')},commune,Xã Mới,Xã Mới,binh-dinh,,,,\n`,
    },
  }),
  changeUnits: (world) => ({
    body: {
      kind: 'add',
      on_date: '2026-01-01',
      to: [
        {
          code: world.fresh('phuong'),
          type: 'commune',
          name: 'Phường Mới',
          parent: world.units['binh-dinh'].id,
        },
      ],
    },
  }),
  listMembers: (world) => ({ in: { unit: world.unit.id }, instead: ofUnit }),
  async confirmMembers(world) {
    const { unit, account } = await claimant(world);
    return { in: { unit }, body: { accounts: [account] }, instead: ofUnit };
  },
  refuseMember: async (world) => ({ in: await claimant(world), body: { reason: 'Không quen biết.' }, instead: ofUnit }),
  async undoMember(world) {
    const { unit, account } = await claimant(world);
    await world.people.organiser.post(`/api/units/${unit}/members/confirm`, { accounts: [account] });
    return { in: { unit, account }, instead: ofUnit };
  },
  countEntriesBeside: async (world) => ({
    in: { unit: world.unit.id },
    query: { contest: (await world.contest('open')).contest },
  }),

  getHost: anywhere,
  changeHost: async (world, person) => ({
    at: (await person.get('/api/host')).revision,
    body: { name: 'Ban Tuyên giáo', address: '', phone: '', email: '', theme: 'son', portraits: 'drawn' },
  }),
  async putEmblem({ installation }) {
    const picture = await fetch(installation.base + '/hinh/guong.png');
    return { body: { picture: Buffer.from(await picture.arrayBuffer()).toString('base64') } };
  },
  deleteEmblem: anywhere,
  getInstallation: anywhere,
  listFailedJobs: anywhere,
  retryJob: () => ({
    in: { job: 1 },
    instead: {
      administrator: [404, 'a job fails for good after eight attempts in four hours; tests/unit/app has the success'],
    },
  }),
  askForBackup: anywhere,
  checkLedger: anywhere,
};
