// The first steps of each role: shown on the first page until dismissed, role by role, once for an account on a device.
import type { Schemas } from '../api/client';
import { keepOwn, readOwn } from './own_storage';

type Role = Schemas['Role'];
const kKept = 'first-steps';

/** The order in which roles are introduced to whoever holds several; authors hold none. */
const kOrder: Role[] = ['organiser', 'head', 'secretary', 'judge', 'inspector', 'coordinator', 'administrator'];

export const kFirstSteps = [1, 2, 3] as const;

export const dismissedRoles = (): Role[] => readOwn<Role[]>(kKept) ?? [];

export function dismissRole(role: Role): void {
  keepOwn(kKept, [...new Set([...dismissedRoles(), role])]);
}

/** Whose first steps to show: a role's that was not dismissed, the author's where no role is held. */
export function roleToShow(held: Role[], dismissed: Role[]): Role | undefined {
  const mine = kOrder.filter((role) => held.includes(role));
  return (mine.length ? mine : (['entrant'] as Role[])).find((role) => !dismissed.includes(role));
}
