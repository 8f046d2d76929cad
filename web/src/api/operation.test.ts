import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { serve } from '../test/server';
import { call } from './client';
import * as api from './generated/operations.gen';
import { addressOf, keyOf } from './operation';
import { query } from './query';
import { lastSequence, readAnew } from './written';

afterEach(() => vi.unstubAllGlobals());

const at = { path: { contractId: 'c1', number: 5 }, version: 3 };
const body = { status: 'NOT_IMPLEMENTED', reason: '準備中のため' } as const;

test('an address has its parts in their places, and of a query what is given', () => {
  expect(addressOf(api.getObligation, { path: { contractId: 'c 1', number: 5 } })).toBe(
    '/api/contracts/c%201/obligations/5',
  );
  expect(addressOf(api.getReportForm, { path: { id: 'r1', extension: 'docx' } })).toBe('/api/reports/r1/form.docx');
  expect(addressOf(api.getContracts, { query: { q: '調査', stage: '', limit: 100, cursor: undefined } })).toBe(
    '/api/contracts?q=%E8%AA%BF%E6%9F%BB&limit=100',
  );
});

test('the key of a thing begins the keys of what stands below it', () => {
  const contract = keyOf(api.getContract, { path: { id: 'c1' } });
  const item = keyOf(api.getObligation, { path: { contractId: 'c1', number: 5 }, query: { asOf: undefined } });
  expect(item).toEqual([...contract, 'obligations', '5']);
});

test('a request is made of its operation: method, address, version and body', async () => {
  const asked = serve({
    'PUT /api/contracts/c1/obligations/5/status': () => ({ id: 'o', version: 4, sequence: 812 }),
  });
  const { version } = await call(api.setStatus, { ...at, body });
  expect(version).toBe(4);
  expect(asked[0]?.body).toEqual(body);
  expect(lastSequence()).toBe(812);
});

test('after an act what its noun can move is read anew, and nothing else', async () => {
  serve({ 'PUT /api/contracts/c1/obligations/5/status': () => ({ id: 'o', version: 4, sequence: 1 }) });
  const client = new QueryClient();
  const kept = [
    query(api.getContract, { path: { id: 'c1' } }),
    query(api.getReport, { path: { id: 'r1' } }),
    query(api.getEditions),
    query(api.getAccount),
  ];
  for (const { queryKey } of kept) client.setQueryData(queryKey as unknown[], {});
  await call(api.setStatus, { ...at, body });
  await readAnew(client);
  expect(kept.map(({ queryKey }) => client.getQueryState(queryKey as unknown[])?.isInvalidated)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('what does not fit an operation does not compile', () => {
  // This is never run: the compiler is what is asked.
  const never = async () => {
    // @ts-expect-error a part of the address is missing
    await call(api.setStatus, { path: { contractId: 'c1' }, body, version: 3 });
    // @ts-expect-error so is the version that was seen
    await call(api.setStatus, { path: at.path, body });
    // @ts-expect-error there is no such field
    await call(api.setStatus, { ...at, body: { status: 'IMPLEMENTED', cause: '' } });
    // @ts-expect-error there is no such status
    await call(api.setStatus, { ...at, body: { status: 'DONE' } });
    // @ts-expect-error the answer has no such field
    (await call(api.getContract, { path: { id: 'c1' } })).title;
    // @ts-expect-error a query has no such name
    addressOf(api.getContracts, { query: { page: 2 } });
  };
  expect(never).toBeTypeOf('function');
});
