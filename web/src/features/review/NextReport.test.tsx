import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InboxItem, ReviewDetails, ReviewRowDetails } from '../../api/generated/types.gen';
import { reviewQuery } from '../../api/review';
import { inboxCounts, inboxItem } from '../../test/inboxItem';
import { show } from '../../test/show';
import { ReadingBar } from '../inbox/ReadingBar';
import { ReviewRows } from './ReviewRows';

const report = (id: string, more: Partial<InboxItem> = {}) =>
  inboxItem(id, { noun: 'REPORT', type: 'REPORT_TO_REVIEW', ...more });
const draft = { verdict: 'CONFIRMED', comment: null, by: null } as const;
const row = (number: number) =>
  ({
    number,
    label: `事項${number})`,
    text: '',
    attention: [],
    checks: [],
    status: 'IMPLEMENTED',
    review: null,
    draft,
    threadEntries: 0,
  }) as unknown as ReviewRowDetails;
let listed: InboxItem[];
let isSent: boolean;

/** The second of the reports in the list: every row is drafted, and it can be sent. */
const review = (): ReviewDetails =>
  ({
    version: 4,
    reportVersion: 9,
    reportId: '2',
    contractId: 'c',
    remainingRows: [],
    settled: isSent,
    rows: [row(2), row(3)].map((one) => (isSent ? { ...one, draft: null, review: { verdict: 'CONFIRMED' } } : one)),
    counts: { undecided: isSent ? 0 : 2, drafted: isSent ? 0 : 2, answered: 0 },
    can: { draftVerdict: true, sendReview: true, draftRemainingRows: { code: 'x', reason: { ja: '', en: '' } } },
  }) as unknown as ReviewDetails;

beforeEach(() => {
  isSent = false;
  listed = [report('1'), report('2'), inboxItem('act'), report('3'), report('4')];
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(String(input), 'http://x');
    if (init?.method === 'POST') {
      isSent = true;
      listed = listed.filter(({ id }) => id !== '2');
      return Response.json({ id: '2', version: 5, sequence: 1 });
    }
    if (pathname !== '/api/inbox') return Response.json(review());
    const own = searchParams.get('part') === 'OWN' ? listed : [];
    const kind = searchParams.get('kind');
    return Response.json({
      items: own.filter(({ type }) => !kind || type === kind),
      counts: inboxCounts,
      next: null,
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** The screen, as it reads the review anew after an act. */
function Read({ reading }: { reading: string }) {
  const { data } = useQuery(reviewQuery('2'));
  return (
    <main>
      <ReadingBar reading={reading} isAside />
      {data && <ReviewRows review={data} reading={reading} />}
    </main>
  );
}

const onward = () => screen.findByRole('link', { name: '次の報告書へ' });

test('s, Enter and the focus is on the next report of the list that is being read; skipped ones are not gone back to', async () => {
  const reading = 'mine.REPORT_TO_REVIEW.age';
  show(() => <Read reading={reading} />, '/reports/2/review');
  await screen.findByText('4件中 2件目');
  const first = await screen.findByRole('article', { name: '事項2)' });
  // Every row is drafted already: the keys begin at the first.
  await waitFor(() => expect(document.activeElement).toBe(first));
  fireEvent.keyDown(first, { key: 's' });
  const send = await screen.findByRole('button', { name: '送る' });
  expect(document.activeElement).toBe(send);
  expect(screen.queryByRole('link', { name: '次の報告書へ' })).toBeNull();
  fireEvent.click(send);
  const next = await onward();
  expect(next.getAttribute('href')).toBe(`/reports/3/review?reading=${reading}`);
  await waitFor(() => expect(document.activeElement).toBe(next));
});

test('of a list of all kinds it is the next report, and the reading goes on in that list', async () => {
  isSent = true;
  show(<ReviewRows review={review()} reading="mine..age" />);
  expect((await onward()).getAttribute('href')).toBe('/reports/3/review?reading=mine..age');
});

test('who came from elsewhere is led to the first that waits, and begins to read the reports', async () => {
  isSent = true;
  listed = listed.filter(({ id }) => id !== '2');
  show(<ReviewRows review={review()} />);
  expect((await onward()).getAttribute('href')).toBe('/reports/1/review?reading=mine.REPORT_TO_REVIEW.age');
});

test('the last one leads back to the list', async () => {
  isSent = true;
  listed = [inboxItem('act')];
  show(<ReviewRows review={review()} reading="section.REPORT_TO_REVIEW.age" />);
  expect(await screen.findByText('ほかに確認を待つ報告書はありません。')).toBeTruthy();
  expect(screen.getByRole('link', { name: '要対応一覧へ' }).getAttribute('href')).toBe('/inbox?scope=section');
});
