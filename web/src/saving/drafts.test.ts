import { afterEach, expect, test, vi } from 'vitest';
import { browserDrafts, type Draft } from './drafts';

const draft = (value: string): Draft => ({ value, base: null });
const read = async () => Object.fromEntries(await browserDrafts.below('somebody/'));

afterEach(async () => {
  vi.restoreAllMocks();
  localStorage.clear();
  for (const key of (await browserDrafts.below('')).keys()) await browserDrafts.remove(key);
});

/** As it is for a page that is left in the middle: its transactions never end. */
function leaveInTheMiddle(act: 'put' | 'delete') {
  vi.spyOn(IDBObjectStore.prototype, act).mockImplementation(function (this: IDBObjectStore) {
    const request = this.count();
    this.transaction.abort();
    return request as never;
  });
}

test('what was typed last is there though the page was left before it was stored', async () => {
  await browserDrafts.put('somebody/form', draft('first'));
  leaveInTheMiddle('put');
  await browserDrafts.put('somebody/form', draft('first and last')).catch(() => {});
  await browserDrafts.put('somebody/other', draft('another')).catch(() => {});
  vi.restoreAllMocks();
  expect(await read()).toEqual({ form: draft('first and last'), other: draft('another') });
});

test('what was sent does not come back though the page was left before it was removed', async () => {
  await browserDrafts.put('somebody/form', draft('sent'));
  leaveInTheMiddle('delete');
  await browserDrafts.remove('somebody/form').catch(() => {});
  vi.restoreAllMocks();
  expect(await read()).toEqual({});
});

test('what is stored stands in one place alone, and what was typed since wins', async () => {
  await Promise.all(['a', 'ab', 'abc'].map((text) => browserDrafts.put('somebody/form', draft(text))));
  expect(await read()).toEqual({ form: draft('abc') });
  expect(localStorage.length).toBe(0);
  expect(await browserDrafts.below('another/')).toEqual(new Map());
});

test('a text that is too long for the quick place is stored, and no older one stands before it', async () => {
  leaveInTheMiddle('put');
  await browserDrafts.put('somebody/form', draft('old')).catch(() => {});
  vi.restoreAllMocks();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await browserDrafts.put('somebody/form', draft('new'));
  expect(await read()).toEqual({ form: draft('new') });
});
