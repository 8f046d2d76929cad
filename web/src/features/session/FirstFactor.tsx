import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { DemoSignIn, SignInAnswer, SignInDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { DemoAccounts } from './DemoAccounts';
import { PasskeyButton } from './PasskeyButton';

/** Mail address and password, a passkey, or an organisation's own sign-in. */
export function FirstFactor({
  ways,
  mail,
  onMail,
  to,
  onDone,
}: {
  ways: SignInDetails;
  mail: string;
  onMail: (mail: string) => void;
  to: string;
  onDone: (next: SignInAnswer) => void;
}) {
  const t = useText();
  const [password, setPassword] = useState('');
  const signIn = useSending({
    mutationFn: (account: { mail: string; password: string }) =>
      outside.call(api.signInWithPassword, { body: account }),
    onSuccess: onDone,
  });
  const choose = (account: DemoSignIn) => {
    onMail(account.mail);
    setPassword(account.password);
    signIn.mutate(account);
  };
  return (
    <div className="grid gap-6">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ mail, password });
        }}
      >
        <TextField
          label={t('メールアドレス', 'Email address')}
          type="email"
          autoComplete="username"
          required
          value={mail}
          onChange={(event) => onMail(event.target.value)}
        />
        <TextField
          label={t('パスワード', 'Password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemNotice error={signIn.error} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <button type="submit" className="button min-w-40" disabled={signIn.isPending}>
            {t('サインイン', 'Sign in')}
          </button>
          <Link to="/password-reset" className="link text-[0.9375rem]">
            {t('パスワードを忘れたとき', 'Forgot your password?')}
          </Link>
        </div>
      </form>
      <div className="grid gap-3 border-solid-gray-300 border-t pt-5">
        <PasskeyButton
          label={t('パスキーでサインイン', 'Sign in with a passkey')}
          ask={() => outside.call(api.askForPasskey)}
          answer={(body) => outside.call(api.signInWithPasskey, { body })}
          onDone={onDone}
        />
        {ways.providers.map((provider) => (
          <a
            key={provider.id}
            href={addressOf(api.goToProvider, { path: { provider: provider.id }, query: { to } })}
            className="button button-outline"
          >
            {t(`${provider.name}でサインイン`, `Sign in with ${provider.name}`)}
          </a>
        ))}
      </div>
      {ways.demo && <DemoAccounts accounts={ways.demo} isBusy={signIn.isPending} onChoose={choose} />}
    </div>
  );
}
