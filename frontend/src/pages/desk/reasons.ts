// Reasons that lie ready for sending an entry back and for refusing it, to be gone over before they are sent.
import { t } from '../../i18n/index.svelte';

export interface ReadyReason {
  name: string;
  text: string;
}

/** `leaks`: where the work tells its author, in words; nothing where it does not. */
export const faultReasons = (leaks = ''): ReadyReason[] => [
  ...(leaks ? [{ name: t('desk.fault.leaks'), text: t('desk.fault.leaksText', { where: leaks }) }] : []),
  { name: t('desk.fault.file'), text: t('desk.fault.fileText') },
  { name: t('desk.fault.category'), text: t('desk.fault.categoryText') },
  { name: t('desk.fault.exemplar'), text: t('desk.fault.exemplarText') },
  { name: t('desk.fault.contact'), text: t('desk.fault.contactText') },
];

export const refusalReasons = (): ReadyReason[] => [
  { name: t('desk.refusal.subject'), text: t('desk.refusal.subjectText') },
  { name: t('desk.refusal.author'), text: t('desk.refusal.authorText') },
  { name: t('desk.refusal.published'), text: t('desk.refusal.publishedText') },
  { name: t('desk.refusal.twice'), text: t('desk.refusal.twiceText') },
];
