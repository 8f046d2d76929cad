import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../api/client';
import type { Draft, Drafts } from './drafts';
import { StreamSaver } from './StreamSaver';
import type { SavedField } from './savedField';

interface Row {
  version: number;
  a: string;
  b: string;
}

const said = { ja: '', en: '' };
const offline = new Problem(0, 'no-connection', said);
const stale = new Problem(412, 'version-stale', said);
const missing = new Problem(422, 'reason-missing', said);

/** A server with one row, whose answers can be held back or made to fail. */
function world(row: Row = { version: 1, a: '', b: '' }) {
  const server = { row: { ...row }, failures: [] as Problem[], writes: [] as string[], open: 0, most: 0 };
  const stored = new Map<string, Draft>();
  const drafts: Drafts = {
    below: async (prefix) =>
      new Map([...stored].filter(([key]) => key.startsWith(prefix)).map(([key, d]) => [key.slice(prefix.length), d])),
    put: async (key, draft) => void stored.set(key, draft),
    remove: async (key) => void stored.delete(key),
  };
  const field = (name: 'a' | 'b'): SavedField<Row, string> => ({
    read: (thing) => thing[name],
    isComplete: (value) => value !== '?',
    write: async (value, version) => {
      server.most = Math.max(server.most, ++server.open);
      await new Promise((resolve) => setTimeout(resolve, 100));
      server.open--;
      const failure = server.failures.shift();
      if (failure) throw failure;
      if (version !== server.row.version) throw stale;
      server.row = { ...server.row, [name]: value, version: version + 1 };
      server.writes.push(`${name}=${value}`);
      return { version: version + 1 };
    },
  });
  const visit = () => {
    const saver = new StreamSaver<Row>({ key: 'p/row', thing: server.row, load: async () => server.row, drafts });
    saver.add('a', field('a'));
    saver.add('b', field('b'));
    return saver;
  };
  return { server, stored, visit };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a choice goes out at once and is saved', async () => {
  const { server, stored, visit } = world();
  const saver = visit();
  saver.choose('a', 'x');
  expect(saver.view('a').state).toBe('saving');
  await pass(100);
  expect(saver.view('a').state).toBe('saved');
  expect(server.writes).toEqual(['a=x']);
  expect(stored.size).toBe(0);
});

test('text goes out when it has rested three seconds, not before', async () => {
  const { server, visit } = world();
  const saver = visit();
  saver.type('a', 'x');
  await pass(2_000);
  saver.type('a', 'xy');
  await pass(2_999);
  expect(saver.view('a').state).toBe('editing');
  await pass(1 + 100);
  expect(server.writes).toEqual(['a=xy']);
});

test('text goes out when the focus leaves it', async () => {
  const { server, visit } = world();
  const saver = visit();
  saver.type('a', 'x');
  saver.leave('a');
  await pass(100);
  expect(server.writes).toEqual(['a=x']);
  await pass(5_000);
  expect(server.writes).toHaveLength(1);
});

test('one request is on its way at a time, over all fields of the row', async () => {
  const { server, visit } = world();
  const saver = visit();
  saver.choose('a', '1');
  saver.choose('b', '2');
  saver.choose('a', '3');
  await pass(1_000);
  expect(server.most).toBe(1);
  expect(server.row).toMatchObject({ a: '3', b: '2' });
  expect(saver.view('a').state).toBe('saved');
  expect(saver.view('b').state).toBe('saved');
});

test('typing goes on while a save is on its way, and nothing typed is lost', async () => {
  const { server, visit } = world();
  const saver = visit();
  saver.choose('a', 'x');
  await pass(50);
  saver.type('a', 'xy');
  await pass(50);
  expect(saver.view('a')).toMatchObject({ value: 'xy', state: 'editing' });
  await pass(3_100);
  expect(server.row.a).toBe('xy');
});

test('going back to the first value while a save is on its way sends it back', async () => {
  const { server, visit } = world({ version: 1, a: 'first', b: '' });
  const saver = visit();
  saver.choose('a', 'second');
  await pass(50);
  saver.choose('a', 'first');
  await pass(500);
  expect(server.row.a).toBe('first');
  expect(saver.view('a').state).toBe('saved');
});

test('what is not complete stays here and is not sent', async () => {
  const { server, stored, visit } = world();
  const saver = visit();
  saver.choose('a', '?');
  await pass(5_000);
  expect(saver.view('a').state).toBe('incomplete');
  expect(server.writes).toEqual([]);
  expect(stored.get('p/row/a')?.value).toBe('?');
});

test('without a connection it waits, tries again, and goes out when the connection is back', async () => {
  const { server, visit } = world();
  server.failures = [offline, offline];
  const saver = visit();
  saver.choose('a', 'x');
  await pass(100);
  expect(saver.view('a').state).toBe('waiting');
  await pass(2_100);
  expect(saver.view('a').state).toBe('waiting');
  saver.wake();
  await pass(100);
  expect(saver.view('a').state).toBe('saved');
  expect(server.row.a).toBe('x');
});

test('unsent text survives a reload and is sent then', async () => {
  const { server, visit } = world();
  visit().type('a', 'x');
  const again = visit();
  await pass(0);
  expect(again.view('a').value).toBe('x');
  await pass(100);
  expect(server.row.a).toBe('x');
});

test('unsent text from an earlier visit whose row was changed by another is a conflict', async () => {
  const { server, visit } = world();
  visit().type('a', 'mine');
  server.row = { version: 2, a: 'theirs', b: '' };
  const again = visit();
  await pass(0);
  expect(again.view('a')).toMatchObject({ state: 'conflict', value: 'mine', theirs: 'theirs' });
});

test('another field changed meanwhile: no conflict, sent again on the new version', async () => {
  const { server, visit } = world();
  const saver = visit();
  server.row = { version: 2, a: '', b: 'theirs' };
  saver.choose('a', 'mine');
  await pass(500);
  expect(server.row).toMatchObject({ a: 'mine', b: 'theirs' });
  expect(saver.view('b')).toMatchObject({ value: 'theirs', state: 'clean' });
});

test('the same field changed meanwhile: both are shown and mine can be kept', async () => {
  const { server, visit } = world();
  const saver = visit();
  server.row = { version: 2, a: 'theirs', b: '' };
  saver.choose('a', 'mine');
  await pass(500);
  expect(saver.view('a')).toMatchObject({ state: 'conflict', value: 'mine', theirs: 'theirs' });
  expect(server.row.a).toBe('theirs');
  saver.keepMine('a');
  await pass(500);
  expect(server.row.a).toBe('mine');
  expect(saver.view('a').state).toBe('saved');
});

test('the same field changed meanwhile: theirs can be taken', async () => {
  const { server, stored, visit } = world();
  const saver = visit();
  server.row = { version: 2, a: 'theirs', b: '' };
  saver.choose('a', 'mine');
  await pass(500);
  saver.takeTheirs('a');
  expect(saver.view('a')).toMatchObject({ state: 'clean', value: 'theirs' });
  expect(server.row.a).toBe('theirs');
  expect(stored.size).toBe(0);
});

test('an answer that was lost on the way is recognised as our own write', async () => {
  const { server, visit } = world();
  const saver = visit();
  server.row = { version: 2, a: 'mine', b: '' };
  saver.choose('a', 'mine');
  await pass(500);
  expect(saver.view('a').state).toBe('saved');
});

test('a refusal is shown, the text stays, and the next change is sent', async () => {
  const { server, visit } = world();
  server.failures = [missing];
  const saver = visit();
  saver.choose('a', 'x');
  await pass(100);
  expect(saver.view('a')).toMatchObject({ state: 'refused', value: 'x', problem: missing });
  saver.choose('a', 'y');
  await pass(100);
  expect(server.row.a).toBe('y');
});

test('news from the server is taken over where nothing is unsent', () => {
  const { visit } = world();
  const saver = visit();
  saver.receive({ version: 5, a: 'new', b: '' });
  expect(saver.view('a')).toMatchObject({ value: 'new', state: 'clean' });
  saver.receive({ version: 4, a: 'old', b: '' });
  expect(saver.view('a').value).toBe('new');
});
