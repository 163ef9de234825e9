// What the steps of the rules form are called.
import { t } from '../../i18n/index.svelte';
import type { RuleStep } from './rule_steps';

/** The last step opens a draft (`opens`) or sends an amendment. */
export const stepName = (step: RuleStep, opens: boolean) =>
  step === 'open' && !opens ? t('contest.step.amend') : t(`contest.step.${step}`);
