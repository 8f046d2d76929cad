import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { InboxItem } from '../../api/generated/types.gen';
import { SessionContext } from '../../api/session';
import { inboxItem } from '../../test/inboxItem';
import { serve } from '../../test/server';
import { session } from '../../test/session';
import { show } from '../../test/show';
import { Receipts } from './Receipts';

afterEach(() => void vi.unstubAllGlobals());

const report = (id: string, more: Partial<InboxItem> = {}) =>
  inboxItem(id, { noun: 'REPORT', type: 'REPORT_TO_REVIEW', state: 'SUBMITTED', version: Number(id), ...more });
const items = [
  report('1'),
  report('2'),
  report('3'),
  report('4', { state: 'RECEIVED' }),
  report('5', { awaits: 'OFFICER' }),
  inboxItem('6', { state: 'SUBMITTED' }),
];

function showReceipts(answer: () => object, isPermitted = true) {
  const asked = serve({ 'POST /api/reports/receipts': answer });
  vi.stubGlobal('scrollTo', () => {});
  const acting = { ...session, can: { ...session.can, recordReceipt: isPermitted } };
  show(
    <SessionContext value={acting}>
      <Receipts items={items} />
    </SessionContext>,
  );
  return asked;
}

test('only what waits for it is offered, nothing is chosen beforehand, and what is chosen goes out once', async () => {
  const asked = showReceipts(() => ({
    outcomes: [
      { reportId: '1', recorded: true, version: 2, code: null, reason: null },
      {
        reportId: '3',
        recorded: false,
        version: null,
        code: 'version-stale',
        reason: { ja: 'その間に変わりました。', en: 'x' },
      },
    ],
    sequence: 1,
  }));
  fireEvent.click(await screen.findByRole('button', { name: '受領をまとめて記録' }));
  const boxes = screen.getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes.map((box) => box.closest('label')?.textContent)).toEqual(
    ['1', '2', '3'].map((id) => expect.stringContaining(`契約${id}`)),
  );
  expect(boxes.some(({ checked }) => checked)).toBe(false);
  expect(screen.getByRole('button', { name: '0件の受領を記録する' })).toHaveProperty('disabled', true);

  fireEvent.click(boxes[0] as HTMLInputElement);
  fireEvent.click(boxes[2] as HTMLInputElement);
  fireEvent.change(screen.getByLabelText(/受領の日/), { target: { value: '2026-10-02' } });
  const record = screen.getByRole('button', { name: '2件の受領を記録する' });
  fireEvent.click(record);
  fireEvent.click(record);
  const dialog = within(await screen.findByRole('dialog', { name: '受領の記録の結果' }));
  expect(asked.map(({ body }) => body)).toEqual([
    {
      on: '2026-10-02',
      reports: [
        { id: '1', version: 1 },
        { id: '3', version: 3 },
      ],
    },
  ]);
  expect(asked[0]?.key).toBeTruthy();
  expect(dialog.getByRole('status').textContent).toBe('1件の受領を記録しました。1件は記録していません。');
  // What was not recorded stands first, with why.
  const outcomes = dialog.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(outcomes[0]).toMatch(/契約3.*記録していません：その間に変わりました。/);
  expect(outcomes[1]).toMatch(/契約1.*受領を記録しました/);
});

test('all can be chosen, and none again', async () => {
  showReceipts(() => ({ outcomes: [], sequence: 1 }));
  fireEvent.click(await screen.findByRole('button', { name: '受領をまとめて記録' }));
  fireEvent.click(screen.getByRole('button', { name: '3件すべてを選ぶ' }));
  expect(screen.getByRole('button', { name: '3件の受領を記録する' })).toHaveProperty('disabled', false);
  fireEvent.click(screen.getByRole('button', { name: '選択を外す' }));
  expect(screen.getByRole('button', { name: '0件の受領を記録する' })).toHaveProperty('disabled', true);
});

test('who may not is offered nothing', async () => {
  showReceipts(() => ({}), false);
  await waitFor(() => expect(document.body.firstElementChild).toBeTruthy());
  expect(screen.queryByRole('button', { name: '受領をまとめて記録' })).toBeNull();
});
