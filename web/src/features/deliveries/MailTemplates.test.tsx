import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../../test/show';
import { MailTemplates } from './MailTemplates';

afterEach(() => vi.unstubAllGlobals());

const template = (change: object) => ({
  name: 'incident',
  kind: 'INCIDENT',
  language: null,
  version: 1,
  subject: '【至急】第一報',
  text: '電話での連絡を先に行ってください。',
  hasPage: false,
  ...change,
});

test('each mail is shown as text, and one with HTML in a frame that can do nothing', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json([
      template({}),
      template({ name: 'digest-officer-ja', kind: 'DIGEST', language: 'JA', hasPage: true, subject: 'ご確認' }),
    ]),
  );
  show(() => <MailTemplates />);
  expect(await screen.findByText('事故の第一報')).toBeTruthy();
  expect(screen.getByText(/日本語・英語の併記/)).toBeTruthy();
  const frames = [...document.querySelectorAll('iframe')];
  expect(frames.map((frame) => [frame.getAttribute('src'), frame.getAttribute('sandbox')])).toEqual([
    ['/api/mail-templates/digest-officer-ja/page', ''],
  ]);
});
