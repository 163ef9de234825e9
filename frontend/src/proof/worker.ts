// Solves a proof of work beside the page, which stays usable meanwhile.
import { solve } from './solve';

onmessage = ({ data }: MessageEvent<{ challenge: string; bits: number }>) => {
  postMessage(solve(data.challenge, data.bits));
};
