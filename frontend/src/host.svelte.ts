// Whose installation it is: its emblem and name stand in the bar of every desk, its colours are a style that index.html asks for.
import { api, type Schemas } from './api/client';

export const host = $state<{ shown?: Schemas['Host'] }>({});

/** From now on this page looks so, without being loaded anew. */
export function showHost(changed: Schemas['Host']): void {
  host.shown = changed;
  const style = document.querySelector<HTMLLinkElement>('#host-style');
  if (style) style.href = changed.style ?? '/giao-dien/moi-nhat.css?' + changed.revision;
}

/** A desk works without: who cannot be told shows the product's own mark. */
export async function loadHost(): Promise<void> {
  const { data } = await api.GET('/api/host').catch(() => ({ data: undefined }));
  if (data) host.shown = data;
}
