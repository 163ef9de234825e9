// Steps of results of many works take long: they are asked for without waiting, and followed until they are taken.
import { api, type Problem, type Schemas } from '../../api/client';
import type { Answer, ApiRequest } from '../../api/request.svelte';
import { number, t } from '../../i18n/index.svelte';
import { resultOf, type Result } from './result';

export type Step = Schemas['ResultStep'];

/** Header of a step's request. */
export const notWaiting = { Prefer: 'respond-async' } as const;

const kFirstLook = 150; // ms; most contests are small
const kLastLook = 2000;

export async function lastStep(contest: number): Promise<Step | null> {
  const { data, error } = await api.GET('/api/contests/{contest}/results/step', { params: { path: { contest } } });
  if (!data) throw error;
  return data.step;
}

/** What a step is doing, in words. */
export const inWords = ({ phase, percent }: Step) =>
  t(`results.under.${phase ?? 'waiting'}`, { percent: number(percent ?? 0) });

/** Looks again and again until the step is over; `tell` hears how far it is. */
export async function whenOver(contest: number, tell: (step: Step) => void): Promise<Step | null> {
  for (let wait = kFirstLook; ; wait = Math.min(wait * 1.5, kLastLook)) {
    const step = await lastStep(contest);
    if (step?.state !== 'waiting') return step;
    tell(step);
    await new Promise((done) => setTimeout(done, wait));
  }
}

/** The answer to a step's request once it was taken: the result as it is then, or why it was refused. */
export async function taken(
  contest: number,
  request: ApiRequest,
  asked: Promise<Answer<Result>>,
): Promise<Answer<Result>> {
  const answer = await asked;
  if (answer.response.status !== 202) return answer;
  try {
    const step = await whenOver(contest, (now) => (request.progress = inWords(now)));
    const problem = step?.problem as Problem | null | undefined;
    if (problem) return { error: problem, response: new Response(null, { status: problem.status }) };
    return { data: await resultOf(contest, step?.result ?? 0), response: answer.response };
  } finally {
    request.progress = '';
  }
}
