import { isTable, tableFormatFor } from './tables.js';

it('exists for developments and claims only', () => {
  expect(['developments', 'claims', 'questions', 'corrections'].filter(isTable)).toEqual([
    'developments',
    'claims',
  ]);
});

it.each([
  ['text/csv', 'csv'],
  ['text/csv;header=absent', 'csv'],
  ['text/*', 'csv'],
  ['text/csv;q=0.9, application/json;q=0.8', 'csv'],
  ['text/csv;q=0.8, application/json;q=0.9', undefined],
  ['*/*', undefined],
  ['image/png', undefined],
  [undefined, undefined],
])('for Accept: %s is %s', (accept, name) => {
  expect(tableFormatFor(accept)?.name).toBe(name);
});
