// The reader's language and everything formatted in it. The language is a cookie, so that the service's
// messages come in the same one.
import { vi, type Key } from './vi';

export type { Key };
type Lang = 'vi' | 'en';

const chosen = /(?:^|; )lang=(vi|en)/.exec(document.cookie)?.[1] as Lang | undefined;
const state = $state({ lang: 'vi' as Lang, texts: vi as Record<Key, string> });
if (chosen === 'en') void use('en');

async function use(lang: Lang): Promise<void> {
  state.texts = lang === 'vi' ? vi : (await import('./en')).en;
  state.lang = lang;
  document.documentElement.lang = lang;
}

export async function switchLanguage(): Promise<void> {
  const lang = state.lang === 'vi' ? 'en' : 'vi';
  document.cookie = `lang=${lang}; path=/; max-age=31536000; samesite=lax`;
  await use(lang);
}

/** The text of a key, with {name} placeholders filled in. */
export function t(key: Key, values: Record<string, string> = {}): string {
  return state.texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The text of a key that may not be there: a kind or a name that the service knew before these texts did. */
export function textIfKnown(key: string): string | undefined {
  return key in state.texts ? state.texts[key as Key] : undefined;
}

const locale = () => (state.lang === 'vi' ? 'vi-VN' : 'en-GB');

/** 1.234,5 in Vietnamese. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}

/** 84,50: with as many decimals as the others of its column. */
export function decimals(value: number, places = 2): string {
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return new Intl.NumberFormat(locale(), digits).format(value);
}

/** The same to be typed on: with all its digits; empty for none. */
export function editableNumber(value: number | undefined): string {
  return value === undefined ? '' : new Intl.NumberFormat(locale(), { maximumFractionDigits: 10 }).format(value);
}

/** What somebody typed: 1.234,5 in Vietnamese and 1,234.5 in English; a point or a comma that parts no thousands is the decimal one. */
export function parseNumber(text: string): number | undefined {
  const [group, decimal] = state.lang === 'vi' ? ['.', ','] : [',', '.'];
  const plain = text.replace(/\s/g, '');
  const grouped = new RegExp(`^[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(plain);
  const digits = (grouped ? plain.replaceAll(group, '') : plain).replace(',', '.');
  return /^\d+\.?\d*$/.test(digits) ? Number(digits) : undefined;
}

/** 12,3 MB: as file managers count. */
export function bytes(size: number): string {
  const [unit, of] =
    (
      [
        ['GB', 1e9],
        ['MB', 1e6],
      ] as const
    ).find(([, of]) => size >= of) ?? (['kB', 1e3] as const);
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(size / of)} ${unit}`;
}

/** A text of the contest in the reader's language; Vietnamese where there is no English. */
export function local(text: { vi: string; en?: string }): string {
  return (state.lang === 'en' && text.en) || text.vi;
}

/** How far off a moment is: "in 3 days", "2 hours ago". */
export function fromNow(rfc3339: string): string {
  const seconds = (Date.parse(rfc3339) - Date.now()) / 1000;
  const [unit, size] = kUnits.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  // Whole ones that are left or have passed, as the public pages count the days to a deadline; "yesterday" would be a day of the calendar.
  const numeric = unit === 'second' ? 'auto' : 'always';
  return new Intl.RelativeTimeFormat(locale(), { numeric }).format(Math.trunc(seconds / size), unit);
}
const kUnits = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** dd/mm/yyyy in the zone of this device. */
export function date(rfc3339: string): string {
  return new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(rfc3339),
  );
}

/** Thứ Tư. */
export function weekday(rfc3339: string): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long' }).format(new Date(rfc3339));
}

/** T2, Mon: with its whole name for who hears it. `day` is 2026-11-30. */
export function shortWeekday(day: string): { short: string; long: string } {
  const at = new Date(`${day}T12:00:00`);
  const name = (width: 'short' | 'narrow') => new Intl.DateTimeFormat(locale(), { weekday: width }).format(at);
  return { short: name(state.lang === 'vi' ? 'narrow' : 'short'), long: weekday(`${day}T12:00:00`) };
}

const kVietnam = ['Asia/Ho_Chi_Minh', 'Asia/Saigon'];

/** Whether this device is on Vietnamese time, which goes without saying: a page says it once. */
export const inVietnam = () => kVietnam.includes(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** dd/mm/yyyy hh:mm, with the zone of this device where it is not Vietnam's. */
export function dateTime(rfc3339: string): string {
  return `${date(rfc3339)} ${clockTime(rfc3339)}`;
}

/** 07:20; with the zone for who is not in Vietnam's. */
export function clockTime(rfc3339: string): string {
  const timeZoneName = inVietnam() ? undefined : 'short';
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZoneName });
  return time.format(new Date(rfc3339));
}
