// Reading one entry and its versions as the secretary.
import { api, type Schemas } from '../../api/client';

export type DeskEntry = Schemas['DeskEntry'];
/** An entry as it was read: what an act is done on. */
export interface EntryParams {
  path: { contest: number; entry: number };
  header: { 'If-Match': string };
}
export type Version = Schemas['EntryVersion'];

export async function deskEntryOf(contest: number, entry: number): Promise<DeskEntry> {
  const { data, error } = await api.GET('/api/contests/{contest}/entries/{entry}', {
    params: { path: { contest, entry } },
  });
  if (!data) throw error;
  return data;
}

export const fileAddress = (contest: number, entry: DeskEntry, file: number) =>
  `/api/contests/${contest}/entries/${entry.id}/files/${file}`;

export async function entryVersionOf(contest: number, entry: number, version: number): Promise<Version> {
  const params = { path: { contest, entry, version } };
  const { data, error } = await api.GET('/api/contests/{contest}/entries/{entry}/versions/{version}', { params });
  if (!data) throw error;
  return data;
}
