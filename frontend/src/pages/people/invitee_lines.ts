// A pasted list of people to invite, one in a line: name, e-mail or phone number, role, in any order but the name first among what is
// left. What cannot be understood is told by line, before anything is sent.
import type { Schemas } from '../../api/client';
import { fold } from '../../i18n/fold';

export const kContestRoles = ['judge', 'secretary', 'head', 'inspector', 'organiser'] as const;
export type ContestRole = Schemas['ContestRole'];
export const kMostAtOnce = 50;

export type LineFault = 'noName' | 'contact' | 'role' | 'twice' | 'tooMany';

export interface InviteeLine {
  /** Of the pasted text, from 1. */
  number: number;
  name: string;
  contact: string;
  role: ContestRole;
  fault?: LineFault;
  /** What the fault is about. */
  about?: string;
}

const isContact = (part: string) => part.includes('@') || /^[+\d][\d\s.()-]{6,}$/.test(part);
const isMail = (part: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(part);
const isPhone = (part: string) => /^(?:0|84)\d{9,10}$/.test(part.replace(/[^\d]/g, ''));

/** `roles`: what people call each role, in any language; `usual`: whose role a line has that names none. */
export function readInvitees(text: string, roles: Map<string, ContestRole>, usual: ContestRole): InviteeLine[] {
  const seen = new Set<string>();
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, parts: partsOf(line) }))
    .filter(({ parts }) => parts.length);
  return lines.map(({ number, parts }, i) => {
    const line = lineOf(number, parts, roles, usual);
    const key = `${line.contact.toLowerCase() || fold(line.name)} ${line.role}`;
    if (i >= kMostAtOnce) line.fault ??= 'tooMany';
    if (seen.has(key)) line.fault ??= 'twice';
    seen.add(key);
    return line;
  });
}

const partsOf = (line: string) =>
  line
    .split(/[,;\t]/)
    .map((part) => part.trim())
    .filter(Boolean);

function lineOf(number: number, parts: string[], roles: Map<string, ContestRole>, usual: ContestRole): InviteeLine {
  const contact = parts.find(isContact) ?? '';
  const named = parts.find((part) => roles.has(fold(part)));
  const [name = '', unknown] = parts.filter((part) => part !== contact && part !== named);
  const line: InviteeLine = { number, name, contact, role: named ? (roles.get(fold(named)) ?? usual) : usual };
  if (!name) return { ...line, fault: 'noName' };
  if (contact && !isMail(contact) && !isPhone(contact)) return { ...line, fault: 'contact', about: contact };
  return unknown ? { ...line, fault: 'role', about: unknown } : line;
}
