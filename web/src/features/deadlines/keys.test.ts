import { expect, test } from 'vitest';
import { dayBy } from './keys';

test.each([
  ['ArrowLeft', '2026-10-01', '2026-09-30'],
  ['ArrowRight', '2026-12-31', '2027-01-01'],
  ['ArrowUp', '2026-10-05', '2026-09-28'],
  ['ArrowDown', '2026-10-28', '2026-11-04'],
  ['Home', '2026-10-15', '2026-10-12'],
  ['Home', '2026-10-12', '2026-10-12'],
  ['End', '2026-10-15', '2026-10-18'],
  ['PageUp', '2026-10-31', '2026-09-30'],
  ['PageDown', '2027-01-31', '2027-02-28'],
  ['PageDown', '2026-12-05', '2027-01-05'],
  ['a', '2026-10-15', undefined],
])('%s leads from %s to %s', (key, from, to) => expect(dayBy(key, from)).toBe(to));
