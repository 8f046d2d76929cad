import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SecondFactorEnrolled } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { CopyButton } from '../../ui/CopyButton';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { CodeField } from './CodeField';
import { QrCode } from './QrCode';

/** The secret in groups of four, as people read it off. */
const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Ties an authenticator app to the account: shows the secret, takes the first code. */
export function EnrolTotp({ onDone }: { onDone: (enrolled: SecondFactorEnrolled) => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  // The secret lives as long as this form: another visit begins anew, and no act on the account does.
  const secret = useQuery({
    queryKey: ['totp-secret'],
    queryFn: () => call(api.beginTotp),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const confirm = useSending({
    mutationFn: () => call(api.confirmTotp, { body: { code } }),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Loaded query={secret}>
        {(data) => (
          <ol className="grid list-decimal gap-4 pl-6">
            <li>
              {t(
                'スマートフォンの認証アプリで、このQRコードを読み取ってください。',
                'Scan this QR code with the authenticator app on your phone.',
              )}
              <div className="mt-2 flex flex-wrap items-center gap-4">
                <QrCode
                  text={data.uri}
                  label={t('認証アプリに登録するQRコード', 'QR code for the authenticator app')}
                />
                <div className="min-w-0 flex-1 basis-56">
                  <p className="hint">
                    {t('読み取れないときは、この文字を入力します。', 'If you cannot scan it, enter this key:')}
                  </p>
                  <p className="my-1 font-mono text-[1.0625rem] tracking-[0.08em]" data-secret="">
                    {inFours(data.secret)}
                  </p>
                  <CopyButton text={data.secret} label={t('文字をコピー', 'Copy')} />
                </div>
              </div>
            </li>
            <li>
              {t('アプリに表示されたコードを入力してください。', 'Enter the code that the app shows.')}
              <div className="mt-2">
                <CodeField value={code} onChange={setCode} />
              </div>
            </li>
          </ol>
        )}
      </Loaded>
      <ProblemNotice error={confirm.error} />
      <button
        type="submit"
        className="button justify-self-start"
        disabled={confirm.isPending || secret.data === undefined}
      >
        {t('登録する', 'Set up')}
      </button>
    </form>
  );
}
