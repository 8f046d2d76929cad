import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReviewDetails } from '../../api/generated/types.gen';
import { reviewQuery } from '../../api/review';
import { reviewRow } from '../../test/reviewRow';
import { show } from '../../test/show';
import { ReviewRows } from './ReviewRows';

const no = { code: 'closed', reason: { ja: '', en: '' } };
let stored: ReviewDetails;
let writes: { address: string; ifMatch: string | null; body: unknown }[];

beforeEach(() => {
  writes = [];
  stored = {
    version: 4,
    reportVersion: 9,
    reportId: 'r',
    contractId: 'c',
    remainingRows: [],
    rows: [reviewRow(6, { attention: ['CHANGED'] }), reviewRow(8, { attention: ['CHANGED'] }), reviewRow(2)],
    counts: { rows: 3, confirmed: 0, unchanged: 0, queried: 0, answered: 0, insufficient: 0, undecided: 3, drafted: 0 },
    can: {
      draftVerdict: true,
      sendReview: no,
      draftRemainingRows: no,
      findRowInsufficient: no,
      noteInternalApproval: no,
      disposeReport: no,
      markDisclosure: no,
    },
  } as unknown as ReviewDetails;
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method !== 'PUT') return Response.json(stored);
    const ifMatch = new Headers(init.headers).get('If-Match');
    writes.push({ address: String(input), ifMatch, body: JSON.parse(String(init.body)) });
    stored = { ...stored, version: stored.version + 1 };
    return Response.json({ id: 'r', version: stored.version, sequence: 1 });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The server with one act more: what was asked of it. */
function serveRemaining(): string[] {
  const sent: string[] = [];
  const before = fetch;
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method !== 'POST') return before(input, init);
    sent.push(`POST ${input} ${new Headers(init.headers).get('If-Match')}`);
    return Response.json({ id: 'r', version: 5, sequence: 1 });
  });
  return sent;
}

/** The review as the cache of the screen has it: read anew after each write. */
function Read() {
  const { data } = useQuery({ ...reviewQuery('r'), initialData: stored, staleTime: Number.POSITIVE_INFINITY });
  return <ReviewRows review={data} />;
}

const entry = (number: number) => screen.getByRole('article', { name: `事項${number})` });

test('c confirms the row and goes on to the next, q asks for the words of a query', async () => {
  show(<ReviewRows review={stored} />);
  (await screen.findByRole('article', { name: '事項6)' })).focus();
  fireEvent.keyDown(entry(6), { key: 'c' });
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(writes[0]).toEqual({
    address: '/api/reports/r/review/rows/6',
    ifMatch: '"4"',
    body: { verdict: 'CONFIRMED', comment: null },
  });
  expect(document.activeElement).toBe(entry(8));
  fireEvent.keyDown(entry(8), { key: 'q' });
  expect(document.activeElement?.tagName, 'what is typed right behind it is its words').toBe('TEXTAREA');
  const words = await screen.findByRole('textbox', { name: /お尋ね/ });
  expect(screen.getByText('＊お尋ねの内容を入力してください。')).toBeTruthy();
  // Nobody types before the cursor is there.
  await waitFor(() => expect(document.activeElement).toBe(words));
  // The choice is kept before its words: no older note goes out in its place.
  await waitFor(() => expect(writes).toHaveLength(2));
  expect(writes[1]?.body).toEqual({ verdict: 'QUERIED', comment: null });
  fireEvent.change(words, { target: { value: '日付をお知らせください。' } });
  fireEvent.keyDown(words, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(writes).toHaveLength(3));
  expect(writes[2]).toEqual({
    address: '/api/reports/r/review/rows/8',
    ifMatch: '"6"',
    body: { verdict: 'QUERIED', comment: '日付をお知らせください。' },
  });
  await waitFor(() => expect(document.activeElement).toBe(entry(2)));
});

test('a click on 照会 puts the cursor into its text, and nothing is sent before it is written', async () => {
  const by = { name: '', role: null, organisationName: null, sectionName: null };
  stored.rows = [reviewRow(6, { draft: { verdict: 'CONFIRMED', comment: null, by } })];
  stored.counts = { ...stored.counts, drafted: 1 };
  stored.can.sendReview = true;
  show(<ReviewRows review={stored} />);
  const send = await screen.findByRole('button', { name: 'まとめて送る' });
  expect(send).toHaveProperty('disabled', false);
  fireEvent.click(screen.getByRole('radio', { name: '照会（修正のお願い）' }));
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /お尋ね/ })));
  await waitFor(() => expect(writes.at(-1)?.body).toEqual({ verdict: 'QUERIED', comment: null }));
  fireEvent.change(screen.getByRole('textbox', { name: /お尋ね/ }), { target: { value: '日付を' } });
  expect(send).toHaveProperty('disabled', true);
  expect(screen.getByText(/6\)はまだ保存されていません。/)).toBeTruthy();
});

test('letters typed into a text are letters', async () => {
  stored.rows = [
    reviewRow(6, {
      draft: {
        verdict: 'QUERIED',
        comment: '',
        by: { name: '', role: null, organisationName: null, sectionName: null },
      },
    }),
  ];
  show(<ReviewRows review={stored} />);
  fireEvent.keyDown(await screen.findByRole('textbox', { name: /お尋ね/ }), { key: 'c' });
  expect(writes).toEqual([]);
});

/** A second report, in which each heading has something below it. */
function second() {
  const confirmed = { number: 10, verdict: 'CONFIRMED', comment: null, answered: false, answerSent: null } as const;
  stored.previousId = 'before';
  stored.rows = [
    reviewRow(9, { attention: ['CHANGED'] }),
    reviewRow(5, { unchanged: true, attention: ['CONTRADICTION', 'NOT_APPLICABLE'] }),
    reviewRow(7, { unchanged: true, attention: ['NOT_RECORDED'] }),
    reviewRow(8, { unchanged: true, status: 'NOT_IMPLEMENTED', attention: ['NOT_IMPLEMENTED'] }),
    reviewRow(6, { unchanged: true, status: 'NOT_APPLICABLE', attention: ['NOT_APPLICABLE'] }),
    reviewRow(2, { unchanged: true }),
    reviewRow(10, {
      review: { ...confirmed, recordedBy: 'OFFICER', confirmed: true, carried: false, consultation: null },
    }),
    reviewRow(1001),
  ];
  stored.remainingRows = [2, 6, 8, 1001];
  stored.can.draftRemainingRows = true;
}

test('what changed comes first, then what contradicts, then what is not recorded; the rest of no interest is folded', async () => {
  second();
  show(<ReviewRows review={stored} />);
  await screen.findByRole('heading', { name: '変わった行・やりとりのある行 1件' });
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '変わった行・やりとりのある行 1件',
    '記録と食い違う行 1件',
    '記録なしの行 1件',
    'そのほかの行 2件',
    '前回から変わらない行 2件',
    '確認を終えた行 1件',
  ]);
  const shown = () => screen.getAllByRole('article').map((one) => one.dataset.entry);
  expect(shown()).toEqual(['9', '5', '7', '8', '1001']);

  entry(1001).focus();
  fireEvent.keyDown(entry(1001), { key: 'j' });
  expect(document.activeElement?.textContent).toBe('前回から変わらない行 2件');
  fireEvent.click(document.activeElement as HTMLElement);
  await waitFor(() => expect(shown()).toEqual(['9', '5', '7', '8', '1001', '6', '2']));
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'j' });
  expect(document.activeElement).toBe(entry(6));
});

test('a says first what it will note of which rows, and of which it will not; Enter then does it once', async () => {
  second();
  const sent = serveRemaining();
  show(<ReviewRows review={stored} />);
  (await screen.findByRole('article', { name: '事項9)' })).focus();
  fireEvent.keyDown(entry(9), { key: 'a' });
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByText(/前回から変わらない3行（2\)、6\)、8\)）：「前回から変更なし（個別には未閲覧）」/),
  ).toBeTruthy();
  expect(dialog.getByText(/「実施」の1行（1001\)）：読んで確かめたものとして「確認済」/)).toBeTruthy();
  expect(dialog.getByText(/次の3行（5\)、7\)、9\)）は含みません/)).toBeTruthy();
  const confirm = dialog.getByRole('button', { name: '確認済にする' });
  expect(document.activeElement).toBe(confirm);
  expect(sent).toEqual([]);
  fireEvent.click(confirm);
  fireEvent.click(confirm);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual(['POST /api/reports/r/review/remaining-rows "4"']);
});

test('what is asked while a row is on its way waits until the review is there as it was written', async () => {
  second();
  serveRemaining();
  const before = fetch;
  let answer = () => {};
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!init?.method || init.method === 'GET') await new Promise<void>((resolve) => (answer = resolve));
    return before(input, init);
  });
  show(<Read />);
  (await screen.findByRole('article', { name: '事項9)' })).focus();
  fireEvent.keyDown(entry(9), { key: 'c' });
  fireEvent.keyDown(entry(5), { key: 'a' });
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(await screen.findByText('保存しました')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: '残り4行を確認済にする' })).toHaveProperty('disabled', true);
  answer();
  expect(await screen.findByRole('dialog')).toBeTruthy();
});

test('what cannot be done now its key does not ask', async () => {
  show(<ReviewRows review={stored} />);
  (await screen.findByRole('article', { name: '事項6)' })).focus();
  for (const key of ['a', 's']) fireEvent.keyDown(entry(6), { key });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: /^残り/ })).toBeNull();
});

test('a row found insufficient stays open for the word on its measure', async () => {
  const consultation = {
    on: '2026-10-15',
    ministrySide: '',
    contractorSide: '',
    outcome: '',
    measure: '',
    by: '2026-12-31',
  };
  const said = {
    number: 8,
    comment: null,
    answered: false,
    answerSent: null,
    recordedBy: 'OFFICER',
    confirmed: true,
    carried: false,
  } as const;
  stored.rows = [reviewRow(8, { review: { ...said, verdict: 'INSUFFICIENT', consultation } })];
  show(<ReviewRows review={stored} />);
  expect(await screen.findByRole('heading', { name: '変わった行・やりとりのある行 1件' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '確認済' })).toBeTruthy();
});
