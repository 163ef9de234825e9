// Whether the person who is signed in runs the installation, as far as the roles tell.
import { session } from '../../session.svelte';

export function isAdministrator(): boolean {
  return session.me?.roles.some(({ role }) => role === 'administrator') ?? false;
}
