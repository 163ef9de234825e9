// Units for the pages of this folder: loading a whole list, names of types, days as text.
import { api, type Schemas } from '../../api/client';
import { date, t } from '../../i18n/index.svelte';

export type Unit = Schemas['Unit'];
interface Query {
  q?: string;
  /** Those below a unit, or below none. */
  parent?: number | 'none';
  on?: string;
}

const kPage = 200;
export const types = [
  'province',
  'party_body',
  'union',
  'department',
  'armed_forces',
  'district',
  'commune',
  'enterprise',
  'school',
  'press',
] as const;

export async function unitsOf(query: Query): Promise<Unit[]> {
  const found: Unit[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await api.GET('/api/units', { params: { query: { ...query, limit: kPage, cursor } } });
    if (!data) throw error;
    found.push(...data.items);
    cursor = data.next ?? undefined;
  } while (cursor);
  return found;
}

/** Today on this device, as 2025-07-01. */
export const today = () => new Date().toLocaleDateString('sv');

/** Types are data: one that is not known here is shown as it is. */
export function typeName(type: string): string {
  const known = types.find((candidate) => candidate === type);
  return known ? t(`administration.type.${known}`) : type;
}

/** A day without an hour, 2025-07-01, is a day wherever one is. */
export const day = (text: string) => date(`${text}T00:00:00`);

export const endOf = ({ valid_to }: Pick<Unit, 'valid_to'>) =>
  valid_to ? t('administration.until', { day: day(valid_to) }) : '';

/** From when to when a unit exists, where that is known. */
export function lifeOf(unit: Pick<Unit, 'valid_from' | 'valid_to'>): string {
  const from = unit.valid_from ? t('administration.from', { day: day(unit.valid_from) }) : '';
  return [from, endOf(unit)].filter(Boolean).join(' ');
}
