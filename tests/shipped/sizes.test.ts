import { expect, it } from 'vitest';
import { BUDGETS, sizes } from '../../scripts/check-size';

it.each(Object.entries(BUDGETS))('%s: at most %i bytes', (name, budget) => {
  // The names are those of the budgets.
  expect(sizes()[name as keyof typeof BUDGETS]).toBeLessThanOrEqual(budget);
});
