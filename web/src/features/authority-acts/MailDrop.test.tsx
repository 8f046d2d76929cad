import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../../test/show';
import { MailDrop } from './MailDrop';

afterEach(() => vi.unstubAllGlobals());

vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  getRouteApi: () => ({ useParams: () => ({ id: 'c' }) }),
}));

const reading = (address: string, smime: object | null) => ({
  file: { id: 'f', sha256: 'a', name: '返信.eml', bytes: 1 },
  from: { name: '霞　一郎', address },
  to: [],
  date: '2026-11-20T01:00:00Z',
  subject: 'Re: 許可のお願い',
  text: '差し支えありません。',
  textGuessed: null,
  textNotRead: null,
  attachments: [],
  notKept: [],
  dkim: { result: 'PASS', domain: 'example.go.jp', aligned: true, uncovered: [] },
  smime,
  proposes: { actId: null, outcome: null, whyNoOutcome: null },
});
const contract = { officers: [{ mail: 'Kasumi@example.go.jp' }], sectionMail: 'ka@example.go.jp', can: {} };

async function drop(address: string, smime: object | null = null) {
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method === 'POST') return Response.json(reading(address, smime));
    if (String(input).endsWith('/authority-acts')) return Response.json({ items: [] });
    return Response.json(contract);
  });
  show(() => <MailDrop />);
  const chooser = await waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('not there yet');
    return input;
  });
  fireEvent.change(chooser, { target: { files: [new File(['x'], '返信.eml')] } });
  await screen.findByText('Re: 許可のお願い');
}

test.each(['someone@example.com', 'kasumi@example.go.jp.example.com'])(
  'that %s is no officer of the contract is said',
  async (address) => {
    await drop(address);
    expect(await screen.findByText('差出人はこの契約の担当職員ではありません')).toBeTruthy();
  },
);

test.each(['kasumi@example.go.jp', 'KA@example.go.jp'])(
  'nothing is said of %s, an officer or the section',
  async (address) => {
    await drop(address);
    await screen.findByText('回答を待っている手続はありません。');
    await waitFor(() => expect(screen.queryByText('差出人はこの契約の担当職員ではありません')).toBeNull());
  },
);

test.each([
  ['VALID', /差出人の証明書で署名されたまま/],
  ['OTHER_SENDER', /差出人とは別のアドレスの証明書/],
  ['EXPIRED', /有効期間外/],
  ['UNKNOWN_ISSUER', /発行元を確かめられません/],
])('what a S/MIME signature says is shown with its certificate (%s)', async (result, sentence) => {
  await drop('kasumi@example.go.jp', { result, signer: 'kasumi@example.go.jp', issuer: '政府認証局' });
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.getByText(/政府認証局/)).toBeTruthy();
});

test.each([[null], [{ result: 'NONE', signer: null, issuer: null }]])(
  'nothing is said of S/MIME where there is none',
  async (smime) => {
    await drop('kasumi@example.go.jp', smime);
    expect(screen.queryByText(/S\/MIME/)).toBeNull();
  },
);
