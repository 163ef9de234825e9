// A reporter for node's test runner: the seconds of each file, longest first, so that a test that grows slow is seen.
import { relative } from 'node:path';

export default async function* timing(events) {
  const seconds = new Map();
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting > 0 || !data.file) continue;
    const file = relative(process.cwd(), data.file);
    seconds.set(file, (seconds.get(file) ?? 0) + data.details.duration_ms / 1000);
  }
  for (const [file, spent] of [...seconds].sort((a, b) => b[1] - a[1]))
    yield `${spent.toFixed(1).padStart(7)} s  ${file}\n`;
}
