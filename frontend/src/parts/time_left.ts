// How long until a moment, as the pages say it: "còn 24 ngày", in its last day in hours or minutes.
import { serviceNow } from '../api/clock';
import { fromNow, number, t } from '../i18n/index.svelte';

const kDay = 86_400_000;

export function timeLeft(at: string): string {
  const days = Math.floor((Date.parse(at) - serviceNow()) / kDay);
  return days > 0 ? t('jobs.daysLeft', { n: number(days) }) : fromNow(at);
}
