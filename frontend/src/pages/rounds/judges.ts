// The judges of a contest, for the fields that choose one.
import { api, type Schemas } from '../../api/client';

export async function judgesOf(contest: number): Promise<Schemas['GrantOf']['account'][]> {
  const { data, error } = await api.GET('/api/contests/{contest}/people', {
    params: { path: { contest }, query: { limit: 200 } },
  });
  if (!data) throw error;
  return data.items.filter(({ role }) => role === 'judge').map(({ account }) => account);
}
