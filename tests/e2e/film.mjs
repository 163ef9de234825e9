// A film of any size, made on the spot.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Three seconds that play, and an empty box of `bytes` after them, which players pass over. Gives the file's path. */
export function film(folder, bytes) {
  const file = join(folder, 'phim.mp4');
  execFileSync('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=320x240:rate=10:duration=3',
    '-pix_fmt',
    'yuv420p',
    file,
  ]);
  const box = Buffer.alloc(bytes, 7);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  appendFileSync(file, box);
  return file;
}
