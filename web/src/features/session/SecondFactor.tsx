import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { outside, Problem } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SecondFactor as Factor, SignInAnswer } from '../../api/generated/types.gen';
import { signInWaysQuery } from '../../api/session';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { CodeField } from './CodeField';
import { PasskeyButton } from './PasskeyButton';

/** The second step: the code of an authenticator app, a passkey, or a recovery code. */
export function SecondFactor({
  factors,
  mail,
  onDone,
  onStartAgain,
}: {
  factors: Factor[];
  /** Whose it is, where a demonstration knows the code of this moment. */
  mail: string;
  onDone: (next: SignInAnswer) => void;
  onStartAgain: () => void;
}) {
  const t = useText();
  const [isRecovery, setRecovery] = useState(!factors.includes('TOTP') && !factors.includes('PASSKEY'));
  const [code, setCode] = useState('');
  const prove = useSending({
    mutationFn: () => outside.call(api.showSecondFactor, { body: isRecovery ? { recoveryCode: code } : { code } }),
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof Problem && error.code === 'code-wrong') setCode('');
    },
  });
  const isOver = prove.error instanceof Problem && prove.error.code !== 'code-wrong' && prove.error.status === 401;
  const hasCode = isRecovery || factors.includes('TOTP');
  return (
    <div className="grid gap-5">
      <h2 className="heading-2">{t('二つめの確認', 'Second factor')}</h2>
      {hasCode && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            prove.mutate();
          }}
        >
          {isRecovery ? (
            <TextField
              label={t('回復コード', 'Recovery code')}
              hint={t(
                '保管した回復コードのうちの一つです。一つのコードは一度だけ使えます。',
                'One of the codes you kept. Each code works once.',
              )}
              autoComplete="off"
              autoFocus
              required
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          ) : (
            <CodeField value={code} onChange={setCode} autoFocus />
          )}
          <ProblemNotice error={prove.error} />
          {isOver ? (
            <button type="button" className="button" onClick={onStartAgain}>
              {t('はじめからサインインする', 'Start signing in again')}
            </button>
          ) : (
            <button type="submit" className="button justify-self-start" disabled={prove.isPending}>
              {t('確認する', 'Continue')}
            </button>
          )}
        </form>
      )}
      {factors.includes('TOTP') && !isRecovery && <DemoCode mail={mail} onCode={setCode} />}
      <div className="grid gap-3 border-solid-gray-300 border-t pt-5">
        {factors.includes('PASSKEY') && (
          <PasskeyButton
            label={t('パスキーで確認する', 'Use a passkey')}
            ask={() => outside.call(api.askForPasskey)}
            answer={(body) => outside.call(api.signInWithPasskey, { body })}
            onDone={onDone}
          />
        )}
        {factors.includes('RECOVERY_CODE') && (
          <button
            type="button"
            className="button button-text justify-self-start"
            onClick={() => {
              setRecovery(!isRecovery);
              setCode('');
              prove.reset();
            }}
          >
            {isRecovery
              ? t('認証アプリのコードを使う', 'Use the authenticator app')
              : t('認証アプリが使えないとき（回復コード）', 'Can’t use the app? Use a recovery code')}
          </button>
        )}
        <p className="hint px-2">
          {t(
            'どの方法も使えないときは、組織の管理者に連絡してください。',
            'If you cannot use any of these, please contact your organisation’s administrator.',
          )}
        </p>
        <button type="button" className="button button-text justify-self-start" onClick={onStartAgain}>
          {t('別の利用者としてサインインする', 'Sign in as someone else')}
        </button>
      </div>
    </div>
  );
}

/** A demonstration has no telephone with an app: the code of this moment is put in for the person. */
function DemoCode({ mail, onCode }: { mail: string; onCode: (code: string) => void }) {
  const t = useText();
  const ways = useQuery(signInWaysQuery);
  if (!ways.data?.demo?.some((account) => account.mail === mail && account.code)) return null;
  return (
    <button
      type="button"
      className="button button-outline button-small justify-self-start"
      onClick={async () => {
        const { data } = await ways.refetch();
        onCode(data?.demo?.find((account) => account.mail === mail)?.code ?? '');
      }}
    >
      {t('お試し用：いまのコードを入れる', 'Demo: enter the current code')}
    </button>
  );
}
