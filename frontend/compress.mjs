// Compresses what was built, once and as small as it gets, so that the service never does: NAME.br and NAME.gz beside each file that
// shrinks. Typefaces are compressed in themselves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('./dist/', import.meta.url);
const kWorth = 512; // bytes
const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(html|js|css|svg)$/.test(name)) continue;
  const file = new URL(name, dist);
  const bytes = readFileSync(file);
  if (bytes.length < kWorth) continue;
  writeFileSync(`${file.pathname}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file.pathname}.br`,
    brotliCompressSync(bytes, {
      params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT },
    }),
  );
}
