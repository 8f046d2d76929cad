import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../test/show';
import { InvitationSent, LinkDialog, type Mailed } from './MailedLink';

const sent = (delivery: Mailed['delivery'], link: string | null): Mailed => ({
  mail: 'taro@example.jp',
  link,
  delivery,
});

test('an invitation is said to have gone out once the mail server took it', async () => {
  show(<InvitationSent sent={sent('SENT', null)} />);

  expect(await screen.findByText('taro@example.jpに招待を送りました')).not.toBeNull();
});

test('before that it is said to be on its way', async () => {
  show(<InvitationSent sent={sent('QUEUED', null)} />);

  expect(await screen.findByText('taro@example.jpへの招待を送信しています')).not.toBeNull();
  expect(screen.queryByText(/送りました/)).toBeNull();
});

test.each([
  [null, 'このシステムからはメールを送れません。'],
  ['QUEUED', 'メールはまだ送れていません。'],
  ['GIVEN_UP', 'メールを送れませんでした。'],
  ['UNCERTAIN', 'メールが届くかどうか分かりません。'],
] as const)('with the link to hand over it says what became of the mail: %s', async (delivery, words) => {
  show(<LinkDialog sent={sent(delivery, 'https://tracker.example/invitation#abc')} onClose={() => undefined} />);

  expect(await screen.findByText(new RegExp(words))).not.toBeNull();
  expect(screen.getByText('https://tracker.example/invitation#abc')).not.toBeNull();
});
