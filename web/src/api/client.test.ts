import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal, serve } from '../test/server';
import { call, outside, Problem } from './client';
import { getSession } from './generated/operations.gen';
import type { Operation } from './operation';
import { passage } from './passage';

const write = 'POST /api/acts' as Operation<{ body: { text: string } }, { 200: { id: string } }>;
const a = 'GET /api/a' as Operation<unknown, { 200: string[] }>;
const b = 'GET /api/b' as Operation<unknown, { 200: string[] }>;

let stop: () => void;
beforeEach(() => {
  stop = passage.subscribe(() => {});
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a write that wants the person anew waits and is sent again under the same key', async () => {
  let isProven = false;
  const asked = serve({
    'POST /api/acts': () => (isProven ? { id: 'a1' } : refusal(403, 're-authentication-required')),
  });
  const written = call(write, { body: { text: '確定する' } });
  await vi.waitFor(() => expect(passage.wanted).toBe('re-authentication'));
  isProven = true;
  passage.settle(true);
  expect(await written).toEqual({ id: 'a1' });
  expect(asked).toHaveLength(2);
  expect(asked[0]?.key).toBe(asked[1]?.key);
});

test('whoever would rather not gets the refusal itself', async () => {
  serve({ 'POST /api/acts': () => refusal(403, 're-authentication-required') });
  const written = call(write, { body: { text: '' } });
  await vi.waitFor(() => expect(passage.wanted).toBe('re-authentication'));
  passage.settle(false);
  await expect(written).rejects.toMatchObject({ code: 're-authentication-required' });
  expect(passage.wanted).toBeNull();
});

test('all requests of an ended session wait together and go on together', async () => {
  let isSignedIn = false;
  serve({
    'GET /api/a': () => (isSignedIn ? ['a'] : refusal(401, 'sign-in-required')),
    'GET /api/b': () => (isSignedIn ? ['b'] : refusal(401, 'sign-in-required')),
  });
  const both = Promise.all([call(a), call(b)]);
  await vi.waitFor(() => expect(passage.wanted).toBe('sign-in'));
  await turn();
  isSignedIn = true;
  passage.settle(true);
  expect(await both).toEqual([['a'], ['b']]);
});

test('what belongs to signing in itself asks nobody', async () => {
  serve({ 'GET /api/session': () => refusal(401, 'sign-in-required') });
  await expect(outside.read(getSession, [])).rejects.toBeInstanceOf(Problem);
  expect(passage.wanted).toBeNull();
});

test('without a screen to ask on, the refusal comes at once', async () => {
  stop();
  serve({ 'GET /api/a': () => refusal(401, 'sign-in-required') });
  await expect(call(a)).rejects.toMatchObject({ status: 401 });
});
