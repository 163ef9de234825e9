// The signed-in person, as the service tells it, and whether the session has expired meanwhile.
import { api, type Schemas } from './api/client';

export type Me = Schemas['Me'];

/** undefined: not known yet; null: nobody. */
export const session = $state({
  me: undefined as Me | null | undefined,
  /** The session ended while its owner was at work: the page stays, and signing in again goes on with it. */
  expired: false,
});

api.use({
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && session.me && schemaPath !== '/api/me') session.expired = true;
  },
});

export async function refreshSession(): Promise<void> {
  const { data, response } = await api.GET('/api/me');
  if (data) {
    session.me = data;
    session.expired = false;
  } else if (response.status === 401) session.me = null;
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/sessions/current');
  session.me = null;
}
