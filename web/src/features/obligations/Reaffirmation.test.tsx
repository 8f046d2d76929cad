import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ObligationDetails, ReaffirmationDetails, ReaffirmationItem } from '../../api/generated/types.gen';
import { unrecorded } from '../../test/obligation';
import { show } from '../../test/show';
import { Reaffirmation } from './Reaffirmation';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-01T09:00:00+09:00') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const by = { name: '石井　次郎', role: null, organisationName: null, sectionName: null };
const item = (number: number, more: Partial<ReaffirmationItem> = {}): ReaffirmationItem => ({
  number,
  version: 10 + number,
  standing: 'ASKED',
  by,
  at: '2026-04-01T00:00:00Z',
  ...more,
});
const details = (more: Partial<ReaffirmationDetails> = {}): ReaffirmationDetails => ({
  period: { from: '2026-04-01', to: '2026-09-30', asksFrom: '2026-08-28', dueOn: '2026-10-15', dueIs: 'GUIDE' },
  items: [item(2), item(3, { standing: 'REAFFIRMED', at: '2026-08-31T00:00:00Z' }), item(4)],
  can: { reaffirmRecords: true },
  ...more,
});
const obligations: ObligationDetails[] = [2, 3, 4].map((number) => ({
  ...unrecorded,
  number,
  requirementId: `17:${number}`,
  status: 'NOT_APPLICABLE',
  reason: `理由${number}`,
}));

function open(answer: ReaffirmationDetails, written = () => Response.json({ id: 'c1', version: 0, sequence: 9 })) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json(answer);
    sent.push(JSON.parse(String(init.body)));
    return written();
  });
  show(<Reaffirmation contractId="c1" obligations={obligations} />);
  return sent;
}

test('each item that stands from before is shown with what is recorded; only those that stay ticked are said to hold', async () => {
  const sent = open(details());
  fireEvent.click(await screen.findByRole('button', { name: /一覧で確かめて/ }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getAllByRole('checkbox')).toHaveLength(2);
  expect(within(dialog).getByText('理由2')).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('checkbox', { name: /^2\)/ }));
  fireEvent.click(within(dialog).getByRole('button', { name: '1項目は今期もこのとおり' }));
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ from: '2026-04-01', to: '2026-09-30', items: [{ number: 4, version: 14 }] }]);
});

test('what is refused is said, and nothing is closed', async () => {
  open(details(), () =>
    Response.json({ code: 'period-not-asked', messages: { ja: '期間が変わりました。', en: '' } }, { status: 409 }),
  );
  fireEvent.click(await screen.findByRole('button', { name: /一覧で確かめて/ }));
  fireEvent.click(screen.getByRole('button', { name: '2項目は今期もこのとおり' }));
  expect(await screen.findByText('期間が変わりました。')).toBeTruthy();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('who looked and when stands there, also when nothing is left to ask', async () => {
  open(details({ items: [item(3, { standing: 'REAFFIRMED' }), item(4, { standing: 'RECORDED' })] }));
  expect(await screen.findByRole('heading', { name: /確かめました\s*2／2項目/ })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByText(/石井/)).toHaveLength(2);
});

test('before work on the report begins it is said from when on it is asked, and who may not is offered nothing', async () => {
  vi.setSystemTime(new Date('2026-08-27T23:59:00+09:00'));
  open(details());
  expect(await screen.findByText(/もこのとおりかは、.*8月28日から項目ごとにお聞きします/)).toBeTruthy();
});

test('an officer reads what was answered', async () => {
  open(details({ can: { reaffirmRecords: { code: 'not-permitted', reason: { ja: '', en: '' } } } }));
  expect(await screen.findByText('まだの事項：')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
