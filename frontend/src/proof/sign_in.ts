// Signing in, with the proof of work that the service asks for while many guess at the account.
import { api, type Problem, type Schemas } from '../api/client';
import { inWorker } from '../parts/own_worker';
import workerAddress from './worker?worker&url';

type Wanted = Schemas['ProofWanted'];

const kProofs = 3; // one may have become too old, on a device that slept

/** The problem, unless it succeeded. `checking` is told when the browser begins to work for it. */
export async function signIn(identifier: string, password: string, checking: () => void): Promise<Problem | undefined> {
  let problem = await attempt(identifier, password);
  for (let i = 0; i < kProofs && problem?.proof; i++) {
    checking();
    problem = await attempt(identifier, password, problem.proof);
  }
  return problem;
}

async function attempt(identifier: string, password: string, wanted?: Wanted): Promise<Problem | undefined> {
  const proof = wanted && {
    challenge: wanted.challenge,
    answer: await inWorker<Wanted, string>(workerAddress, wanted),
  };
  const { error } = await api.POST('/api/sessions', { body: { identifier, password, ...(proof && { proof }) } });
  return error;
}
