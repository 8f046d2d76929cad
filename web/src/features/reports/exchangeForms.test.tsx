import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReportDetails } from '../../api/generated/types.gen';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { FormButtons } from '../../ui/FormDialog';
import { outsideReviewForm, submissionForm } from './exchangeForms';

const row = (number: number) => ({ number, label: `情報セキュリティに関する事項${number}）`, review: null });
const report = {
  id: 'r',
  version: 4,
  contractId: 'c',
  sectionIsHere: false,
  rows: [row(2), row(6), row(13)],
  extraRows: [],
} as unknown as ReportDetails;
const ja = (text: string) => text;

afterEach(() => vi.unstubAllGlobals());

async function open(label: string, form: ReturnType<typeof outsideReviewForm>) {
  show(<FormButtons forms={[{ label, can: true, form }]} contractId="c" />);
  fireEvent.click(await screen.findByRole('button', { name: label }));
  return within(await screen.findByRole('dialog'));
}

test('nothing is confirmed that nobody ticked, and a question goes to the row whose box was ticked', async () => {
  const asked = serve({ 'POST /api/reports/r/outside-reviews': () => ({ id: 'r', version: 5, sequence: 1 }) });
  const dialog = await open('結果', outsideReviewForm(report, '佐藤 一郎', ja));
  const six = within(dialog.getByRole('group', { name: /事項6）への回答/ }));
  fireEvent.click(six.getByLabelText('照会'));
  fireEvent.change(dialog.getByLabelText(/事項6）の照会の内容/), { target: { value: '2月13日の許可の番号は。' } });
  fireEvent.click(within(dialog.getByRole('group', { name: /事項13）への回答/ })).getByLabelText('確認済'));
  fireEvent.click(dialog.getByRole('button', { name: '記録する' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toHaveProperty('rows', [
    { number: 6, verdict: 'QUERIED', comment: '2月13日の許可の番号は。' },
    { number: 13, verdict: 'CONFIRMED', comment: null },
  ]);
});

test('where nobody of the section is here, this system is no way to hand in, and the mail is offered', async () => {
  serve({});
  const dialog = await open('提出', submissionForm(report, ja));
  expect(dialog.queryByLabelText('このシステムで')).toBeNull();
  expect((dialog.getByLabelText('メールで') as HTMLInputElement).checked).toBe(true);
  expect(dialog.getByText(/送りましたか/)).toBeTruthy();
  expect(dialog.getByRole('link', { name: /.eml/ }).getAttribute('href')).toBe('/api/reports/r/mail.eml');
});

test('where somebody is, it is the first of the ways', async () => {
  serve({});
  const dialog = await open('提出', submissionForm({ ...report, sectionIsHere: true }, ja));
  expect((dialog.getByLabelText('このシステムで') as HTMLInputElement).checked).toBe(true);
});
