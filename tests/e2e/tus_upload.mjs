// Uploads a file with tus-js-client, cutting the connection in the middle and resuming: what a phone on a bad network does.
// usage: node tus_upload.mjs BASE_URL UPLOADS_PATH COOKIE FILE PURPOSE CUT_AFTER_BYTES
// Prints one line of JSON: {"url", "resumed_from", "size"}.
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Upload } from 'tus-js-client';

const [base, path, cookie, file, purpose, cut] = process.argv.slice(2);
const size = statSync(file).size;
const cutAfter = Number(cut);
const options = (extra) => ({
  endpoint: base + path,
  headers: { Cookie: cookie },
  chunkSize: 4 * 1024 * 1024,
  uploadSize: size,
  metadata: { filename: basename(file), purpose },
  retryDelays: [0, 200, 1000],
  ...extra,
});

/** Starts, and aborts the request under way once enough bytes have left. Gives the upload's address. */
function firstHalf() {
  return new Promise((resolve, reject) => {
    const upload = new Upload(
      createReadStream(file),
      options({
        retryDelays: null,
        // Told at the beginning of each piece: one that is whole before it is cut is not the last.
        onProgress: (sent) => {
          if (sent >= cutAfter) upload.abort().then(() => resolve(upload.url));
        },
        onError: reject,
        onSuccess: () => reject(new Error('finished before the cut')),
      }),
    );
    upload.start();
  });
}

/** Asks the server how much it has, then sends the rest. */
async function resume(url) {
  const head = await fetch(url, { method: 'HEAD', headers: { Cookie: cookie, 'Tus-Resumable': '1.0.0' } });
  const resumedFrom = Number(head.headers.get('upload-offset'));
  await new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(file), options({ uploadUrl: url, onError: reject, onSuccess: resolve }));
    upload.start();
  });
  return resumedFrom;
}

const url = await firstHalf();
await new Promise((wait) => setTimeout(wait, 300));
const resumedFrom = await resume(url);
console.log(JSON.stringify({ url, resumed_from: resumedFrom, size }));
