// Addresses of the files of an anonymous work, by their position in it.
import type { Picture } from '../../parts/prose';
import type { Work } from './judge_queue.svelte';

export const fileAddress = (contest: number, work: Work, position: number) =>
  `/api/contests/${contest}/judge/works/${work.code}/files/${position}`;

/** A picture of the text; nothing before its rendition is made. */
export function pictureOf(contest: number, work: Work | undefined, number: string): Picture | undefined {
  const file = work?.files.find(({ position }) => String(position) === number);
  return work && file?.ready
    ? { src: fileAddress(contest, work, file.position), width: file.width, height: file.height }
    : undefined;
}
