import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Can } from '../api/generated/types.gen';
import { show } from '../test/show';
import { ClosedActs, May } from './can';

const closed = (ja: string, code = 'finalised'): Can => ({ code, reason: { ja, en: ja } });
const button = <button type="button">確定</button>;

test('an action stands there where it can be done', async () => {
  show(
    <May can={true} what="確定">
      {button}
    </May>,
  );
  await screen.findByRole('button', { name: '確定' });
});

test('why it cannot be done now stands in its place, with what it is about', async () => {
  show(
    <May can={closed('既に確定しています。')} what="確定">
      {button}
    </May>,
  );
  await screen.findByText('確定：既に確定しています。');
  expect(screen.queryByRole('button')).toBeNull();
});

test('nothing is said of what is never the reader’s to do', async () => {
  show(
    <>
      <May can={closed('できません。', 'not-permitted')} what="確定">
        {button}
      </May>
      <ClosedActs acts={[{ label: '決定', can: closed('できません。', 'not-permitted') }]} />
      <p>以上</p>
    </>,
  );
  await screen.findByText('以上');
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText(/できません/)).toBeNull();
});

test('of several acts that are closed the reasons are folded', async () => {
  show(
    <ClosedActs
      acts={[
        { label: '照会', can: closed('決定済みです。') },
        { label: '決定', can: closed('決定済みです。') },
        { label: '取消し', can: true },
      ]}
    />,
  );
  const summary = await screen.findByText('今はできないこと（2）');
  expect(screen.queryByText('照会：決定済みです。')).toBeNull();
  const details = summary.closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByText('照会：決定済みです。');
  expect(screen.queryByText(/取消し/)).toBeNull();
});
