// Verifies a published results file by nothing but itself and a public key: a second program beside `guong
// results verify`, written from the documents, so that a fault of the one shows in the other. Pure; no
// network, no page.
import { type VerifierKey } from '../ledger/notes';
import { Differences, type Difference, type Step } from './differences';
import { fileOf, isKnown, shapeFaults, versionOf, type ResultsFile } from './file';
import { canonical, kLargest, parseJson, Unreadable, type Json } from './json';
import { checkPrizes } from './prize_check';
import { checkAdvancement, checkRanks, checkScores } from './ranking_check';
import { checkRecords, type FoundRecords } from './record_check';
import { readRules, type Rules } from './rules';
import { checkLedger, checkSignature, hashOf } from './seal_check';

export interface CheckedStep {
  step: Step;
  /** Skipped: an earlier difference leaves nothing to compare with. */
  state: 'holds' | 'differs' | 'skipped';
  differences: Difference[];
}
export interface Verdict {
  steps: CheckedStep[];
  holds: boolean;
  /** Whether a key was given and the signature looked at. */
  signatureChecked: boolean;
  /** When they could be read: for saying what was checked and where a difference stands. */
  file?: ResultsFile;
  rules?: Rules;
  records?: FoundRecords;
}

const kSteps: Step[] = ['shape', 'rules', 'scores', 'advancement', 'ranks', 'prizes', 'ledger', 'records', 'signature'];
const kRecordsSince = 4; // version

class Run {
  readonly done = new Map<Step, Difference[]>();
  file?: ResultsFile;
  rules?: Rules;
  records?: FoundRecords;
  constructor(private readonly key?: VerifierKey) {}

  async step<T>(name: Step, check: (out: Differences) => T | Promise<T>): Promise<T> {
    const out = new Differences();
    const result = await check(out);
    this.done.set(name, out.found);
    return result;
  }

  verdict(): Verdict {
    const { file, rules, records } = this;
    const signatureChecked = !!this.key;
    const steps = kSteps
      .filter((step) => step !== 'signature' || signatureChecked)
      .filter((step) => step !== 'records' || (file && file.v.number >= kRecordsSince))
      .map((step): CheckedStep => {
        const differences = this.done.get(step);
        if (!differences) return { step, state: 'skipped', differences: [] };
        return { step, state: differences.length > 0 ? 'differs' : 'holds', differences };
      });
    return { steps, holds: steps.every(({ state }) => state === 'holds'), signatureChecked, file, rules, records };
  }
}

function readShape(text: string, out: Differences): Json | undefined {
  if (text.length > kLargest) return void out.add('', 'tooLarge');
  let json: Json;
  try {
    json = parseJson(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return void out.add('', 'unreadable');
  }
  const version = versionOf(json);
  if (version === undefined) return void out.add('/v', 'notAResultsFile');
  if (!isKnown(version)) return void out.add('/v', 'versionUnknown', { version });
  out.misfits(shapeFaults(json, version));
  return out.found.length > 0 ? undefined : json;
}

async function rulesOf(file: ResultsFile, out: Differences): Promise<Rules | undefined> {
  const { document, sha256 } = file.rule_book;
  out.hold('/rule_book/sha256', sha256, await hashOf(document));
  const rules = readRules(document);
  if (!Array.isArray(rules)) return rules;
  out.misfits(rules, '/rule_book/document');
}

export async function verifyResults(text: string, key?: VerifierKey): Promise<Verdict> {
  const run = new Run(key);
  const json = await run.step('shape', (out) => readShape(text, out));
  if (json === undefined) return run.verdict();
  const file = (run.file = fileOf(json));
  const sealed = await run.step('ledger', (out) => checkLedger(json, file, out));
  if (sealed) run.records = await run.step('records', (out) => checkRecords(file, sealed.head, sealed.nodes, out));
  if (key) await run.step('signature', (out) => checkSignature(file, key, out));
  const rules = (run.rules = await run.step('rules', (out) => rulesOf(file, out)));
  if (!rules) return run.verdict();
  try {
    await checkArithmetic(run, rules, json as Map<string, Json>, file);
  } catch (error) {
    // A rule book by which nothing can be computed: a maximum of nothing, a round without a criterion.
    if (!(error instanceof RangeError)) throw error;
    await run.step('rules', (out) => out.add('/rule_book/document', 'rulesImpossible'));
  }
  return run.verdict();
}

async function checkArithmetic(run: Run, rules: Rules, json: Map<string, Json>, file: ResultsFile) {
  const rounds = await run.step('scores', (out) => checkScores(rules, file, out));
  if (!rounds) return;
  await run.step('advancement', (out) => checkAdvancement(rules, rounds, out));
  const tables = await run.step('ranks', async (out) => {
    const ranked = checkRanks(rules, file, rounds, out);
    out.hold('/ranking_sha256', file.ranking_sha256, await hashOf(canonical(json.get('ranking')!)));
    return ranked;
  });
  await run.step('prizes', (out) => checkPrizes(rules, file, tables, out));
}
