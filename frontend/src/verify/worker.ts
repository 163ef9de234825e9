// Runs the verifier beside the page, which stays usable while a large file is computed.
import { parseKey } from '../ledger/notes';
import { reportOf, type Report } from './report';
import { verifyResults } from './verify';

export interface Order {
  text: string;
  key: string; // empty: the signature is not looked at
}
export type Answer = Report | 'keyWrong' | 'failed';

async function answer({ text, key: keyText }: Order): Promise<Answer> {
  const key = keyText ? await parseKey(keyText) : undefined;
  if (keyText && !key) return 'keyWrong';
  return reportOf(await verifyResults(text, key));
}

self.onmessage = ({ data }: MessageEvent<Order>) =>
  void answer(data)
    .catch((): Answer => 'failed')
    .then((told) => self.postMessage(told));
