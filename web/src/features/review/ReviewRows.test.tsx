import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReviewDetails, ReviewRowDetails } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { ReviewRows } from './ReviewRows';

const row = (number: number, more: Partial<ReviewRowDetails> = {}): ReviewRowDetails => ({
  number,
  label: `事項${number})`,
  text: '許可なく複製しない。',
  status: 'IMPLEMENTED',
  reason: null,
  explanation: null,
  explanationStatus: null,
  changedSinceLast: null,
  unchanged: false,
  attention: [],
  checks: [],
  review: null,
  draft: null,
  threadEntries: 0,
  ...more,
});
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
    unchangedRows: [],
    rows: [row(6, { attention: ['NOT_APPLICABLE'] }), row(8, { attention: ['CHANGED'] }), row(2)],
    counts: { rows: 3, confirmed: 0, unchanged: 0, queried: 0, answered: 0, insufficient: 0, undecided: 3, drafted: 0 },
    can: {
      draftVerdict: true,
      sendReview: no,
      draftUnchangedRows: no,
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
  stored.rows = [row(6, { draft: { verdict: 'CONFIRMED', comment: null, by } })];
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
    row(6, {
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

test('the unchanged rows that contradict the records are left out of the one stroke, and the screen says so', async () => {
  stored.previousId = 'before';
  stored.rows = [
    row(5, { unchanged: true, attention: ['NOT_APPLICABLE', 'CONTRADICTION'] }),
    row(2, { unchanged: true }),
    row(3, { unchanged: true }),
  ];
  stored.unchangedRows = [2, 3];
  stored.can.draftUnchangedRows = true;
  show(<ReviewRows review={stored} />);
  expect(await screen.findByRole('button', { name: '変わらない行 2件をまとめて確認済にする' })).toBeTruthy();
  expect(screen.getByText(/記録と食い違う1行（5\)）は含みません。/)).toBeTruthy();
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
  stored.rows = [row(8, { review: { ...said, verdict: 'INSUFFICIENT', consultation } })];
  show(<ReviewRows review={stored} />);
  expect(await screen.findByRole('heading', { name: '先に見る行 1件' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '確認済' })).toBeTruthy();
});
