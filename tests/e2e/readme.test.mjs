// README's first contest, run as it is written, on an empty installation.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Installation, program } from './service.mjs';

test("README's first contest runs as written", async () => {
  const root = new URL('../../', import.meta.url).pathname;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const script = /```sh\n([\s\S]*?)```/.exec(readme)[1];
  const folder = mkdtempSync(join(tmpdir(), 'guong-readme-'));
  const installation = new Installation();
  try {
    await installation.serve();
    symlinkSync(join(root, 'schema'), join(folder, 'schema'));
    const out = execFileSync(
      'bash',
      ['-eu', '-o', 'pipefail', '-c', script.replace('http://127.0.0.1:8080', installation.base)],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...installation.env, PATH: `${dirname(program)}:${process.env.PATH}` },
      },
    );
    assert.equal(out.match(/"text_sha256"/g).length, 3, out);
    assert.match(out, /\["accepted","accepted","accepted"\]/);
    assert.match(out, /"prize":"first"/);
    assert.match(out, /"prize":"second"/);
    assert.match(out, /ket-qua\.json: the arithmetic holds, and this is the file that the signed ledger recorded/);
  } finally {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
