// What a check found: where, of which kind, and what the file says against what follows from it.
import { type Misfit } from './schema';

export type Step =
  'shape' | 'rules' | 'scores' | 'advancement' | 'ranks' | 'prizes' | 'ledger' | 'records' | 'signature';

/** Each has a text on the page (check.fault.KIND): the compiler checks. */
export type FaultKind =
  | 'differs'
  | 'shape'
  | 'missing'
  | 'unknown'
  | 'unreadable'
  | 'notAResultsFile'
  | 'tooLarge'
  | 'versionUnknown'
  | 'rulesImpossible'
  | 'roundUnknown'
  | 'workTwice'
  | 'judgeTwice'
  | 'markUnknown'
  | 'markMissing'
  | 'markOutOfRange'
  | 'markOffStep'
  | 'notInRoundBefore'
  | 'didNotAdvance'
  | 'leftBehind'
  | 'noSuchTie'
  | 'prizeUnknown'
  | 'notRanked'
  | 'belowMinScore'
  | 'otherCategory'
  | 'awardTwice'
  | 'tooManyAwards'
  | 'goesByRank'
  | 'goesByDecision'
  | 'mustNotStayVacant'
  | 'tooManyVacant'
  | 'collectiveToWork'
  | 'choiceNotOpen'
  | 'undecided'
  | 'authorLimit'
  | 'awardNotDue'
  | 'awardMissing'
  | 'authorKeysMissing'
  | 'leftButRanked'
  | 'headMalformed'
  | 'headNotSigned'
  | 'headNotSignedByOwn'
  | 'keyDiffers'
  | 'recordMalformed'
  | 'recordNotInLog'
  | 'fileNotPublished'
  | 'recordUnreadable'
  | 'recordsNotInLog'
  | 'openingWrong'
  | 'rulesUnrecorded'
  | 'cardUnrecorded'
  | 'stepUnrecorded'
  | 'departureUnrecorded'
  | 'leftUnrecorded'
  | 'recordUnneeded'
  | 'noRecord';

export interface Difference {
  pointer: string;
  /** Differs: the value follows otherwise. The others say by themselves what is wrong. */
  kind: FaultKind;
  published?: string;
  computed?: string;
  params?: Record<string, string>;
}

export class Differences {
  readonly found: Difference[] = [];

  add(pointer: string, kind: FaultKind, params: Record<string, string> = {}) {
    this.found.push({ pointer, kind, params });
  }
  /** A value that the file gives and that follows from others. */
  hold(pointer: string, published: string | null | undefined, computed: string | null | undefined) {
    const [a, b] = [published ?? '–', computed ?? '–'];
    if (a !== b) this.found.push({ pointer, kind: 'differs', published: a, computed: b });
  }
  holdNumber(pointer: string, published: { text: string } | null, computed: number | null | undefined) {
    this.hold(pointer, published?.text, computed == null ? null : String(computed));
  }
  /** A list that follows from others, whose length may differ. */
  holdList<A, B>(pointer: string, published: A[], computed: B[], each: (pointer: string, a: A, b: B) => void) {
    if (published.length !== computed.length) return this.hold(pointer, `${published.length}`, `${computed.length}`);
    published.forEach((one, i) => each(`${pointer}/${i}`, one, computed[i]!));
  }
  misfits(found: Misfit[], below = '') {
    for (const { pointer, ...rest } of found) this.found.push({ pointer: below + pointer, ...rest });
  }
}
