import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { passage } from '../api/passage';
import { refusal, serve } from '../test/server';
import { show } from '../test/show';
import { FileLink } from './FileLink';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the browser was told to fetch. */
function followed(): string[] {
  const all: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    all.push(`${this.getAttribute('href')} ${this.target} ${this.download}`.trim());
  });
  return all;
}

test('a file of an ended session waits for the person to sign in again', async () => {
  let isSignedIn = false;
  serve({ 'GET /api/session': () => (isSignedIn ? { next: 'DONE' } : refusal(401, 'sign-in-required')) });
  const unsubscribe = passage.subscribe(() => {});
  const all = followed();
  show(
    <FileLink href="/api/files/f1/content" download="報告書.pdf">
      報告書
    </FileLink>,
  );
  await userEvent.click(await screen.findByRole('link', { name: '報告書' }));
  await vi.waitFor(() => expect(passage.wanted).toBe('sign-in'));
  expect(all).toEqual([]);
  isSignedIn = true;
  passage.settle(true);
  await vi.waitFor(() => expect(all).toEqual(['/api/files/f1/content  報告書.pdf']));
  unsubscribe();
});

test('a file to look at opens in a tab of its own', async () => {
  serve({ 'GET /api/session': () => ({ next: 'DONE' }) });
  const all = followed();
  show(
    <FileLink href="/api/reports/r1/form.pdf" isOpened>
      PDF
    </FileLink>,
  );
  await userEvent.click(await screen.findByRole('link', { name: 'PDF' }));
  await vi.waitFor(() => expect(all).toEqual(['/api/reports/r1/form.pdf _blank']));
});
