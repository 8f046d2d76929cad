import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Act } from '../../api/acts';
import type { Communication } from '../../api/communications';
import { show } from '../../test/show';
import { ActMailText } from './ActMailText';
import { CommunicationMailText } from './CommunicationMailText';

afterEach(() => vi.unstubAllGlobals());

const letter = {
  to: ['ka@example.go.jp'],
  cc: [],
  subject: '【調査】持込み',
  body: '回答欄',
  attachments: [],
  totalBytes: 0,
  tooLarge: false,
};
const act = { id: 'a', contractId: 'c', version: 3, state: 'REQUESTED', can: { deliverAct: true } } as unknown as Act;
const communication = {
  id: 'm',
  contractId: 'c',
  subject: 'INCIDENT',
  kind: 'REPORT',
  channel: 'TELEPHONE',
} as unknown as Communication;

function answer(body: object) {
  vi.stubGlobal('fetch', async () => Response.json(body));
}

test('the first letter is offered, and whether it went is asked elsewhere', async () => {
  answer({ ...letter, isAgain: false });
  show(() => <ActMailText act={act} />);
  expect(await screen.findByText('メールでお願いする')).toBeTruthy();
  expect(await screen.findByText('【調査】持込み')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '再送したことを記録' })).toBeNull();
});

test('a letter that asks again is called so, and that it went is noted by a person alone', async () => {
  answer({ ...letter, isAgain: true });
  show(() => <ActMailText act={act} />);
  expect(await screen.findByText('もう一度メールでお願いする（再送）')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '再送したことを記録' }));
  expect(await screen.findByText(/このシステムは何も送りません/)).toBeTruthy();
});

test.each([
  [false, 'メールで伝える'],
  [true, 'もう一度メールで確認をお願いする（再送）'],
])('what was told by telephone can be told by mail (again: %s)', async (isAgain, title) => {
  answer({ ...letter, isAgain });
  show(() => <CommunicationMailText communication={communication} />);
  expect(await screen.findByText(title)).toBeTruthy();
  expect(await screen.findByText('送ったことを連絡の記録に残す')).toBeTruthy();
  expect(screen.getByText('メールファイル（.eml）を保存').getAttribute('href')).toBe('/api/communications/m/mail.eml');
});

test('without an address no file is offered', async () => {
  answer({ ...letter, to: [], isAgain: false });
  show(() => <CommunicationMailText communication={communication} />);
  expect(await screen.findByText(/メールは作れません/)).toBeTruthy();
  expect(screen.queryByText('メールファイル（.eml）を保存')).toBeNull();
});
