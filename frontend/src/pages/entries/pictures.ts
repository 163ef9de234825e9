// The pictures among an entry's files, for showing them in its text.
import type { Category } from '../../api/contest';
import type { Picture } from '../../parts/prose';
import type { MyEntry } from './entry_draft.svelte';

export interface EntryPicture extends Picture {
  id: number;
  name: string;
}

const kKinds = ['jpeg', 'png'];

export function picturesOf(entry: number, files: MyEntry['files']): EntryPicture[] {
  return files
    .filter(({ media_type }) => media_type.startsWith('image/'))
    .map(({ id, name, width, height }) => ({ id, name, src: `/api/entries/${entry}/files/${id}`, width, height }));
}

/** Whether works of the category may have pictures among their files. */
export const allowsPictures = (category: Category | undefined) =>
  category?.files?.some(({ kinds }) => kinds.some((kind) => kKinds.includes(kind))) ?? false;
