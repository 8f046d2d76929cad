import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../test/show';
import { NewReports } from './NewReports';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-01T09:00:00+09:00') });
  vi.stubGlobal('scrollTo', () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const period = (from: string, to: string, workBeginsOn: string, more: object = {}) => ({
  from,
  to,
  guideOn: to,
  latestOn: null,
  confirmed: false,
  basis: 'FISCAL_HALF',
  isDefault: true,
  provisionalCalendar: false,
  workBeginsOn,
  reportId: null,
  isDraft: false,
  priorReportId: null,
  note: { ja: '', en: '' },
  ...more,
});
const first = (more: object = {}) => period('2026-04-01', '2026-09-30', '2026-08-28', more);
const second = period('2026-10-01', '2027-03-31', '2027-02-22');
const periods: Record<string, object[]> = {
  drafted: [first({ reportId: 'r1', isDraft: true }), second],
  open: [first(), second],
  handed: [first({ reportId: 'r2' }), second],
};

async function open(search: { contracts?: string }) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input), 'http://x');
    if (init?.method === 'POST') {
      sent.push(JSON.parse(String(init.body)));
      return Response.json({ id: 'b1', version: 1, sequence: 1, reports: [] }, { status: 201 });
    }
    const of = /contracts\/(?<id>\w+)\/periods/.exec(pathname)?.groups?.id;
    if (of) return Response.json(periods[of]);
    const items = Object.keys(periods).map((id) => ({ id, name: id }));
    return Response.json({ items, total: 3, next: null });
  });
  const router = show(() => <NewReports />, '/reports/new');
  await router.navigate({ to: '/reports/new', search: search as never });
  return sent;
}

test('of all contracts those whose work has begun are proposed, with the drafts that the program opened', async () => {
  const sent = await open({});
  expect(await screen.findByRole('option', { name: /下書きあり/ })).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '2件をまとめて進める' }));
  await waitFor(() =>
    expect(sent).toEqual([
      {
        items: [
          { contractId: 'drafted', from: '2026-04-01', to: '2026-09-30' },
          { contractId: 'open', from: '2026-04-01', to: '2026-09-30' },
        ],
      },
    ]),
  );
});

test('who chose the contracts is proposed a report on each', async () => {
  await open({ contracts: 'open,handed' });
  expect(await screen.findByRole('button', { name: '2件をまとめて進める' })).toBeTruthy();
});
