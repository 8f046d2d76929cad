import { expect, test } from 'vitest';
import * as operations from './generated/operations.gen';
import { areas } from './written';

/** What is read and moved by nothing that is done on the screens, or is read once. */
const ALONE = [
  'mail-templates',
  'calendars',
  'unsubscribe',
  'audit-events',
  'sign-in-failures',
  'mail-readings',
  'report-batches',
  'session',
  'sign-in',
  'set-up',
];

test('whatever is read is read anew after an act that can have moved it, or stands alone', () => {
  const read = Object.values<string>(operations)
    .filter((operation) => operation.startsWith('GET /api/'))
    .map((operation) => operation.split('/')[2] ?? '');
  const moved = areas.flatMap(({ nouns, beside }) => [...nouns, ...beside]);
  expect([...new Set(read)].filter((noun) => !moved.includes(noun) && !ALONE.includes(noun))).toEqual([]);
});
