// Whether the signed-in person is an administrator, by the roles in the session: for what is shown only, the
// service decides.
import { session } from '../../session.svelte';

export function isAdministrator(): boolean {
  return session.me?.roles.some(({ role }) => role === 'administrator') ?? false;
}
