// How the steps of the rules form stand: which step a fault belongs to, what is not filled in and what is wrong.
import { expect, test } from 'vitest';
import { kRuleSteps, ruleStepOf, stateOfStep, stepOfFault, valueAt } from '../src/pages/contests/rule_steps';

test('a fault belongs to the step that holds its part of the rules', () => {
  expect(stepOfFault({ pointer: '/calendar/deadline' })).toBe('calendar');
  expect(stepOfFault({ pointer: '/prize_totals/0' })).toBe('prizes');
  expect(stepOfFault({ pointer: '/tie_breaks/1/criterion' })).toBe('rounds');
  expect(stepOfFault({ pointer: '/slug' })).toBe('name');
  expect(stepOfFault({ pointer: '' })).toBe('name');
});

test('a step is to fill while its faults are about what is empty, and wrong once something was filled in', () => {
  const rules = { calendar: { opens: '', deadline: 'never' }, prizes: [{ count: 1 }], fields: [] };
  const faults = (...pointers: string[]) => pointers.map((pointer) => ({ pointer }));
  expect(stateOfStep('calendar', rules, [])).toBe('done');
  expect(stateOfStep('calendar', rules, faults('/calendar/opens'))).toBe('missing');
  expect(stateOfStep('calendar', rules, faults('/calendar/opens', '/calendar/deadline'))).toBe('wrong');
  expect(stateOfStep('prizes', rules, faults('/prizes/0/money'))).toBe('missing');
  expect(stateOfStep('fields', rules, faults('/fields'))).toBe('missing');
  expect(stateOfStep('open', rules, faults('/fields'))).toBe('done');
  expect(valueAt({ 'a/b': [1, 2] }, '/a~1b/1')).toBe(2);
});

test('an address names a step; another one leads to the first', () => {
  for (const step of kRuleSteps) expect(ruleStepOf(`/contests/12/rules/${step}`)).toBe(step);
  expect(ruleStepOf('/contests/12/rules')).toBe('name');
  expect(ruleStepOf('/contests/12/rules/nowhere')).toBe('name');
});
