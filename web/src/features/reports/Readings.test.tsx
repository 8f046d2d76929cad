import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { FormReadingDetails } from '../../api/generated/types.gen';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { Readings } from './Readings';

const form: FormReadingDetails = {
  fileName: '報告書.xlsx',
  sha256: 'aa',
  edition: { code: 'ED-D', revision: 1, kind: 'exact' },
  header: { contractName: '例示の調査' },
  rows: [{ number: 2, status: null, statusText: '', textMatch: 'equal', diff: null }],
  reasons: [],
  explanation10: null,
  findings: [
    { code: 'row-twice', number: 2, messages: { ja: '2) の行が２回あります。', en: 'The row 2) is there twice.' } },
  ],
  unread: ['シート「別紙」 15行目：前回「実施」'],
  sheet: '別紙',
  contractId: null,
  comparedWith: null,
  changes: [],
};

afterEach(() => vi.unstubAllGlobals());

async function drop(readings: FormReadingDetails[]) {
  serve({ 'POST /api/form-readings': () => readings, 'GET /api/contracts': () => ({ items: [], next: null }) });
  show(<Readings />);
  await screen.findByText(/記入済みの別紙をここに/);
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File(['x'], '報告書.xlsx')] } });
}

test('of several forms in a file none is taken before a person has chosen it', async () => {
  await drop([{ ...form, sheet: '記入例', header: { contractName: '○○調査' } }, form]);
  const choice = within(await screen.findByRole('group', { name: /別紙が2枚あります/ }));
  expect(screen.queryByRole('button', { name: '残す' })).toBeNull();

  fireEvent.click(choice.getByRole('radio', { name: /^別紙/ }));
  expect(screen.getByRole('heading', { name: /報告書\.xlsx.*シート「別紙」/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: '残す' })).toBeTruthy();
});

test('what was found and what belongs nowhere is in sight', async () => {
  await drop([form]);
  expect(await screen.findByText(/2\) の行が２回あります。/)).toBeTruthy();
  expect(screen.getByText('シート「別紙」 15行目：前回「実施」')).toBeTruthy();
});
