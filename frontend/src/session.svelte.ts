// The signed-in person, as the service tells it, and whether the session has expired meanwhile. A page is one person's from when it is
// loaded: when another signs in, here or beside it, it is loaded anew, with nothing of the first in its memory.
import { api, type Schemas } from './api/client';
import { forgetOwn, openOwnStorage } from './parts/own_storage';

export type Me = Schemas['Me'];

/** undefined: not known yet; null: nobody. */
export const session = $state({
  me: undefined as Me | null | undefined,
  /** The session ended while its owner was at work: the page stays, and signing in again goes on with it. */
  expired: false,
});

/** For whom the page asks: the service does nothing as somebody else who has signed in beside it. */
export const accountHeader = (): Record<string, string> =>
  session.me ? { 'Guong-Account': String(session.me.id) } : {};

/** Asked by whoever it is: who am I, and signing in. */
const kAsAnybody = ['GET /api/me', 'POST /api/sessions'];

api.use({
  onRequest({ request, schemaPath }) {
    if (kAsAnybody.includes(`${request.method} ${schemaPath}`)) return;
    for (const [name, value] of Object.entries(accountHeader())) request.headers.set(name, value);
  },
  onResponse({ response, schemaPath }) {
    if (response.status !== 401 || !session.me || schemaPath === '/api/me') return;
    session.expired = true;
    void refreshSession().catch(() => undefined);
  },
});

/** Tells the other pages of this browser who is signed in now. */
const others = new BroadcastChannel('guong-account');
others.onmessage = ({ data }: MessageEvent<number | null>) => {
  if (session.me && session.me.id !== data) startAnew();
};

/** Loads the page anew, so that nothing of whoever used it stays in memory. */
function startAnew(): void {
  location.replace('/app/');
}

export async function refreshSession(): Promise<void> {
  const { data, response } = await api.GET('/api/me');
  if (data) {
    others.postMessage(data.id);
    if (session.me && session.me.id !== data.id) return startAnew();
    await openOwnStorage(data.id, data.device_key);
    session.me = data;
    session.expired = false;
  } else if (response.status === 401) {
    if (session.me) session.expired = true;
    else session.me = null;
  }
}

/** Ends this session, or all of the person's, and leaves nothing unsent on the device. */
export async function signOut(path: '/api/sessions/current' | '/api/sessions') {
  const answer = await api.DELETE(path);
  if (!answer.response.ok && answer.response.status !== 401) return answer;
  forgetOwn();
  others.postMessage(null);
  startAnew();
  return answer;
}
