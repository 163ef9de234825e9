// The typed HTTP client of the service, its types generated from schema/openapi/, and how its errors are read.
import createClient from 'openapi-fetch';
import type { components, paths } from './types';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export const api = createClient<paths>({ baseUrl: '' });

/** The message to show for a failed call: the service's own words, or that it could not be reached. */
export function messageOf(problem: unknown, unreachable: string): string {
  const detail = (problem as Problem | undefined)?.detail;
  return detail ?? unreachable;
}

/** The fault of one field, by its JSON pointer. */
export function faultOf(problem: unknown, pointer: string): string | undefined {
  return (problem as Problem | undefined)?.faults?.find((fault) => fault.pointer === pointer)?.detail;
}
