import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails } from '../../api/generated/types.gen';
import { addressOf, keyOf } from '../../api/operation';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { CodeField } from './CodeField';
import { PasskeyButton } from './PasskeyButton';

/** Before an act that counts the person proves once more who is there; good for a quarter of an hour. */
export function ReAuthentication({ onDone }: { onDone: () => void }) {
  const t = useText();
  const account = useQuery({
    queryKey: keyOf(api.getAccount),
    queryFn: ({ signal }) => outside.read(api.getAccount, [], signal),
  });
  return (
    <>
      <p className="mb-4">
        {t(
          '重要な操作の前に、本人であることを確かめます。確かめると操作はそのまま続き、15分のあいだは尋ねません。',
          'Please confirm that it is you before this important step. It then continues by itself, and you will not be asked again for 15 minutes.',
        )}
      </p>
      <Loaded query={account}>{(data) => <Ways account={data} onDone={onDone} />}</Loaded>
    </>
  );
}

function Ways({ account, onDone }: { account: AccountDetails; onDone: () => void }) {
  const t = useText();
  const hasTotp = account.totp !== null;
  const [isCode, setCode] = useState(!account.hasPassword && hasTotp);
  const [secret, setSecret] = useState('');
  const prove = useSending({
    mutationFn: () => outside.call(api.reauthenticate, { body: isCode ? { code: secret } : { password: secret } }),
    onSuccess: onDone,
    onError: () => setSecret(''),
  });
  return (
    <div className="grid gap-5">
      {account.passkeys.length > 0 && (
        <PasskeyButton
          label={t('パスキーで確かめる', 'Use a passkey')}
          ask={() => outside.call(api.askForReauthentication)}
          answer={(body) => outside.call(api.reauthenticate, { body })}
          onDone={onDone}
        />
      )}
      {account.providers.map((provider) => (
        <a
          key={provider.id}
          href={addressOf(api.goToProvider, { path: { provider: provider.id }, query: { to: location.pathname } })}
          className="button button-outline"
        >
          {t(`${provider.name}で確かめる`, `Use ${provider.name}`)}
        </a>
      ))}
      {(account.hasPassword || hasTotp) && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            prove.mutate();
          }}
        >
          {isCode ? (
            <CodeField value={secret} onChange={setSecret} autoFocus />
          ) : (
            <>
              <input type="text" autoComplete="username" value={account.person.mail ?? ''} readOnly hidden />
              <TextField
                label={t('パスワード', 'Password')}
                type="password"
                autoComplete="current-password"
                autoFocus
                required
                value={secret}
                onChange={(event) => setSecret(event.target.value)}
              />
            </>
          )}
          <ProblemNotice error={prove.error} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <button type="submit" className="button" disabled={prove.isPending}>
              {t('確かめて続ける', 'Confirm and continue')}
            </button>
            {account.hasPassword && hasTotp && (
              <button
                type="button"
                className="button button-text button-small"
                onClick={() => {
                  setCode(!isCode);
                  setSecret('');
                  prove.reset();
                }}
              >
                {isCode
                  ? t('パスワードを使う', 'Use the password')
                  : t('認証アプリのコードを使う', 'Use the app’s code')}
              </button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
