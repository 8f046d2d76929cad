import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../api/client';
import type { Can } from '../api/generated/types.gen';
import type { Operation } from '../api/operation';
import { query } from '../api/query';
import { browserDrafts } from '../saving/drafts';
import { show } from '../test/show';
import { FormButtons, form, type Offered } from './FormDialog';

const getThing = 'GET /api/things' as Operation<object, { 200: { version: number } }>;
const putThing = 'PUT /api/things' as Operation<{ body: { text: string }; headers: { 'If-Match': string } }, unknown>;
const doThing = 'POST /api/things' as Operation<{ body: { text: string } }, unknown>;

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const key of (await browserDrafts.below('')).keys()) await browserDrafts.remove(key);
});

/** An act whose form asks for one text. */
const asking = (label: string, send: (body: { text: string }) => Promise<unknown>, can: Can = true): Offered => ({
  label,
  can,
  form: form({ title: label, fields: [{ name: 'text', label: '内容', kind: 'area', required: true }], send }),
});

function Screen() {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setThere(!isThere)}>
        行き来
      </button>
      {isThere && <FormButtons contractId="c" forms={[asking('お願い', (body) => call(doThing, { body }))]} />}
    </>
  );
}

const open = async () => fireEvent.click(await screen.findByRole('button', { name: 'お願い' }));
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /内容/ });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const pressEscape = () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));

test('what was written comes back after the screen is left, and is thrown away only when that is said', async () => {
  show(<Screen />, '/', browserDrafts);
  await open();
  write('書きかけの文');
  fireEvent.click(screen.getByRole('button', { name: '行き来', hidden: true }));
  fireEvent.click(screen.getByRole('button', { name: '行き来' }));
  await open();
  await waitFor(() => expect(field().value).toBe('書きかけの文'));
  expect(screen.getByText(/前回の入力を戻しました/)).toBeTruthy();

  pressEscape();
  fireEvent.click(screen.getByRole('button', { name: '書き続ける' }));
  expect(field().value).toBe('書きかけの文');
  pressEscape();
  fireEvent.click(screen.getByRole('button', { name: '捨てて閉じる' }));
  await open();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(field().value).toBe('');
  pressEscape();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('two clicks and two Enters make one request, and what is tried again after a lost answer has the same key', async () => {
  const keys: (string | null)[] = [];
  let isAnswering = false;
  vi.stubGlobal('fetch', async (_: unknown, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json([]);
    keys.push(new Headers(init.headers).get('Idempotency-Key'));
    if (!isAnswering) throw new TypeError('no network');
    return Response.json({ id: 'x', version: 1, sequence: 1 });
  });
  show(<Screen />, '/', browserDrafts);
  await open();
  write('お願いします。');
  const form = screen.getByRole('dialog').querySelector('form') as HTMLFormElement;
  fireEvent.submit(form);
  fireEvent.submit(form);
  // tried three times by itself, under one key, and never twice at once
  expect(await screen.findByText(/記録されたことを確認できません。自動では送り直しません。/)).toBeTruthy();
  expect(keys).toHaveLength(3);
  isAnswering = true;
  fireEvent.submit(form);
  fireEvent.submit(form);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);

  await open();
  write('お願いします。');
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
  await waitFor(() => expect(keys).toHaveLength(5));
  expect(new Set(keys).size).toBe(2);
});

test('a text over its limit is kept whole, and how far it is over is said', async () => {
  show(<Screen />, '/', browserDrafts);
  await open();
  expect(field().maxLength).toBe(-1);
  write('𠮷'.repeat(4010));
  expect([...field().value]).toHaveLength(4010);
  expect(screen.getByText(/4,010／4,000字。10字多いため/)).toBeTruthy();
});

function Versioned() {
  const thing = useQuery(query(getThing));
  if (!thing.data) return null;
  const { version } = thing.data;
  return (
    <>
      <p>{`第${version}版`}</p>
      <FormButtons contractId="c" forms={[asking('お願い', (body) => call(putThing, { body, version }))]} />
    </>
  );
}

function Passing() {
  const [isOffered, setOffered] = useState(true);
  const send = (body: { text: string }) => call(doThing, { body });
  const can = isOffered || {
    code: 'thing-done',
    reason: { ja: 'すでに記録されています。', en: 'It is recorded already.' },
  };
  return (
    <>
      <button type="button" onClick={() => setOffered(false)}>
        済んだ
      </button>
      <FormButtons contractId="c" forms={[asking('お願い', send, can), asking('訂正', send)]} />
    </>
  );
}

test('a form that is open stays until it is closed, also where its act is offered no more meanwhile', async () => {
  show(<Passing />, '/', browserDrafts);
  await open();
  write('書きかけの文');
  fireEvent.click(screen.getByRole('button', { name: '済んだ', hidden: true }));
  expect(field().value).toBe('書きかけの文');

  pressEscape();
  fireEvent.click(screen.getByRole('button', { name: '捨てて閉じる' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: 'お願い' })).toBeNull();
});

test('where something was changed meanwhile, the screen is read anew, and the next try is made from what it is now', async () => {
  const seen: (string | null)[] = [];
  let version = 1;
  vi.stubGlobal('fetch', async (_: unknown, init?: RequestInit) => {
    if (init?.method !== 'PUT') return Response.json({ version });
    const tried = new Headers(init.headers).get('If-Match');
    seen.push(tried);
    if (tried === '"2"') return Response.json({ id: 'x', version: 3, sequence: 1 });
    version = 2;
    return Response.json({ code: 'version-stale', detail: '先に変更されました。' }, { status: 412 });
  });
  show(<Versioned />, '/', browserDrafts);
  await open();
  write('一文');
  fireEvent.click(screen.getByRole('button', { name: '記録する' }));
  await screen.findByText('先に変更されました。');
  await screen.findByText('第2版');
  fireEvent.click(screen.getByRole('button', { name: '記録する' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(seen).toEqual(['"1"', '"2"']);
});
