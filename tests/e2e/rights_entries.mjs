// How each operation on entries is called so that it succeeds: by their authors (anybody who is signed in, in
// a contest on which none of them holds a role; `own` says that it is theirs alone), and at the desks of the
// secretary and the board. See rights.test.mjs.
import { draft } from './people.mjs';

const drafted = (options) => async (world, person) => {
  const entry = await world.drafted(await world.guests(), person, options);
  return { own: true, in: { entry: entry.id, file: entry.file?.id, version: 1 }, at: entry.revision, entry };
};
const submitted = (options) => async (world, person) => {
  const entry = await world.submitted(await world.guests(), person, options);
  return { own: true, in: { entry: entry.id, file: entry.file?.id, version: 1 }, at: entry.revision, entry };
};
const withFile = drafted({ file: true });

/** A work of somebody else that names them. */
async function naming(world, person) {
  const contest = await world.guests();
  const options = { more: { co_authors: [{ name: 'Người Cùng Viết', contact: person.identifier }] } };
  const entry = await world.submitted(contest, world.author, options);
  return { own: true, in: { entry: entry.id } };
}

/** An upload of which half has come. */
async function begun(world, person) {
  const entry = await world.drafted(await world.guests(), person);
  const base64 = (text) => Buffer.from(text).toString('base64');
  const answer = await person.call('POST', `/api/entries/${entry.id}/uploads`, Buffer.from('%PDF-'), {
    'Content-Type': 'application/offset+octet-stream',
    'Tus-Resumable': '1.0.0',
    'Upload-Length': '1000',
    'Upload-Metadata': `purpose ${base64('work')},filename ${base64('bai.pdf')}`,
  });
  return { own: true, in: { upload: answer.headers.get('location').split('/').at(-1) } };
}

/** An entry on the desk of a contest that takes entries. */
const onDesk = (options) => async (world) => {
  const { contest } = await world.contest('open');
  const entry = await world.submitted(contest, world.author, options);
  return { in: { contest, entry: entry.id, file: entry.file?.id, version: 1 }, at: entry.revision, entry };
};
const inContest = async (world) => ({ in: { contest: (await world.contest('open')).contest } });
const withBody =
  (row, body) =>
  async (...all) => ({ ...(await row(...all)), body });

export const entryRows = {
  listMyEntries: () => ({}),
  createEntry: async (world) => ({
    in: { contest: await world.guests() },
    body: draft('bai-viet', 'Một người'),
  }),
  getEntry: drafted(),
  saveEntry: withBody(drafted(), draft('bai-viet', 'Tên khác')),
  checkEntry: drafted(),
  submitEntry: drafted(),
  reopenEntry: submitted(),
  withdrawEntry: submitted(),
  listReceipts: submitted(),
  getReceiptPdf: submitted(),
  listCoAuthorships: () => ({}),
  confirmCoAuthorship: naming,
  declineCoAuthorship: naming,
  listEntryFiles: withFile,
  async orderEntryFiles(world, person) {
    const call = await withFile(world, person);
    return { ...call, body: { order: [call.in.file] } };
  },
  getEntryFile: withFile,
  removeEntryFile: withFile,

  async createUpload(world, person) {
    const call = await drafted()(world, person);
    const base64 = (text) => Buffer.from(text).toString('base64');
    return {
      ...call,
      headers: {
        'Upload-Length': '1000',
        'Upload-Metadata': `purpose ${base64('work')},filename ${base64('a.pdf')}`,
      },
    };
  },
  uploadStatus: begun,
  async appendUpload(world, person) {
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '5' };
    return { ...(await begun(world, person)), headers, body: Buffer.from('1.4\n') };
  },
  removeUpload: begun,
  uploadOptions: () => ({}),
  entryUploadOptions: () => ({ in: { entry: 1 } }), // the same for every address

  listEntries: inContest,
  exportEntries: inContest,
  countEntries: inContest,
  countEntriesByDay: inContest,
  countEntriesByUnit: inContest,
  getDeskEntry: onDesk(),
  getDeskVersion: onDesk(),
  getDeskFile: onDesk({ file: true }),
  checkLeaks: onDesk(),
  acceptEntry: onDesk(),
  async acceptEntries(world) {
    const { in: place, entry } = await onDesk()(world);
    return { in: place, body: { entries: [{ id: entry.id, revision: entry.revision }] } };
  },
  returnEntry: withBody(onDesk(), {
    reason: 'Thiếu nơi ở.',
    reply_by: new Date(Date.now() + 7_200_000).toISOString(),
  }),
  refuseEntry: withBody(onDesk(), { reason: 'Không đúng thể lệ.' }),
  disqualifyEntry: withBody(onDesk(), { reason: 'Sao chép.', decision_number: '07-QĐ/BTC' }),
};
