// A pasted list of people to invite is read line by line; what is wrong is told of its line.
import { expect, test } from 'vitest';
import { readInvitees, type ContestRole } from '../src/pages/people/invitee_lines';

const roles = new Map<string, ContestRole>([
  ['giam khao', 'judge'],
  ['thu ky', 'secretary'],
  ['judge', 'judge'],
]);
const read = (text: string) => readInvitees(text, roles, 'judge');

test('name, contact and role are told apart, by comma, semicolon or tab', () => {
  expect(read('Nguyễn Thị Hoa, hoa@vidu.vn, Giám khảo\n\nTrần Văn Ba\t0905 123 456\tthư ký\r\nLê Lan')).toEqual([
    { number: 1, name: 'Nguyễn Thị Hoa', contact: 'hoa@vidu.vn', role: 'judge' },
    { number: 3, name: 'Trần Văn Ba', contact: '0905 123 456', role: 'secretary' },
    { number: 4, name: 'Lê Lan', contact: '', role: 'judge' },
  ]);
});

test('each wrong line says what is wrong', () => {
  const faults = read('hoa@vidu.vn\nBa, ba@, giám khảo\nLan, lan@vidu.vn, tổng thư ký\nHà, ha@vidu.vn\nHà, HA@vidu.vn');
  expect(faults.map(({ fault }) => fault)).toEqual(['noName', 'contact', 'role', undefined, 'twice']);
  expect(faults[2]?.about).toBe('tổng thư ký');
  expect(read(Array.from({ length: 51 }, (_, i) => `Người ${i}`).join('\n')).at(-1)?.fault).toBe('tooMany');
});
