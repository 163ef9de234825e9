// Runs one of the service's own scripts beside the page, for one order and its answer. Trusted Types must be
// told that it is our own.
interface Policy {
  createScriptURL(address: string): string;
}
const types = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
const policy = types?.createPolicy('guong-worker', {
  createScriptURL: (asked) => (asked.startsWith('/app/') ? asked : ''),
});

/** `address`: what `import ... '?worker&url'` gives. */
export function inWorker<Order, Answer>(address: string, order: Order): Promise<Answer> {
  const worker = new Worker(policy ? policy.createScriptURL(address) : address);
  return new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
