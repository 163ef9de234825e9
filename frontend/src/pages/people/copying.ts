// Copying a text: by the clipboard, or by hand where it is closed to pages.
import { t } from '../../i18n/index.svelte';
import { showToast } from '../../parts/toasts.svelte';

export async function copyText(text: string, field?: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
  field?.select();
  try {
    await navigator.clipboard.writeText(text);
    showToast(t('people.copied'));
  } catch {
    showToast(t('people.copyByHand'));
  }
}
