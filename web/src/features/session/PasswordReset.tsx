import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { keyOf } from '../../api/operation';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { KeepTokens } from '../../ui/KeepTokens';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { NewPassword } from './NewPassword';
import { NarrowPage } from './SignInScreen';

/** `/password-reset` asks for the mail; with the mail's token behind `#` it takes the new password. */
export function PasswordReset() {
  const t = useText();
  const token = useRouterState({ select: ({ location }) => location.hash });
  return (
    <NarrowPage title={t('パスワードの再設定', 'Reset your password')}>
      {token ? <NewPasswordForm token={token} /> : <AskForMail />}
    </NarrowPage>
  );
}

function AskForMail() {
  const t = useText();
  const [mail, setMail] = useState('');
  const ask = useSending({ mutationFn: () => outside.call(api.askForPasswordReset, { body: { mail } }) });
  if (ask.isSuccess)
    return (
      <>
        <Notice tone="success" title={t('受け付けました', 'Request received')}>
          {t(
            `${mail}のアカウントがあれば、再設定用のメールが届きます。1時間以内に、メールのリンクを開いてください。`,
            `If there is an account for ${mail}, an email is on its way. Please open the link in it within an hour.`,
          )}
        </Notice>
        <BackToSignIn />
      </>
    );
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <p>
        {t(
          'サインインに使うメールアドレスに、再設定用のリンクを送ります。',
          'We will send a link to the email address you sign in with.',
        )}
      </p>
      <TextField
        label={t('メールアドレス', 'Email address')}
        type="email"
        autoComplete="username"
        required
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      <ProblemNotice error={ask.error} />
      <button type="submit" className="button justify-self-start" disabled={ask.isPending}>
        {t('メールを受け取る', 'Send the email')}
      </button>
      <BackToSignIn />
    </form>
  );
}

function NewPasswordForm({ token }: { token: string }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [keepTokens, setKeepTokens] = useState<string[]>([]);
  const opened = useQuery({
    queryKey: keyOf(api.getPasswordReset, { body: { token } }),
    queryFn: ({ signal }) => outside.read(api.getPasswordReset, [{ body: { token } }], signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const reset = useSending({
    mutationFn: () => outside.call(api.resetPassword, { body: { token, password, keepTokens } }),
  });
  const problemOf = useFieldProblems(reset.error);
  if (reset.isSuccess)
    return (
      <>
        <Notice tone="success" title={t('パスワードを変えました', 'Your password was changed')}>
          {t('すべての端末からサインアウトしました。', 'You have been signed out on all devices.')}
        </Notice>
        <BackToSignIn />
      </>
    );
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
    >
      <NewPassword
        label={t('新しいパスワード', 'New password')}
        value={password}
        error={problemOf('/password')}
        onChange={setPassword}
      />
      <KeepTokens tokens={opened.data?.tokens ?? []} kept={keepTokens} onKept={setKeepTokens} />
      <ProblemNotice error={reset.error ?? opened.error} />
      <button type="submit" className="button justify-self-start" disabled={reset.isPending}>
        {t('パスワードを変える', 'Change your password')}
      </button>
      {(reset.error ?? opened.error) && (
        <p>
          <Link to="/password-reset" hash="" className="link">
            {t('もう一度メールを受け取る', 'Ask for another email')}
          </Link>
        </p>
      )}
    </form>
  );
}

function BackToSignIn() {
  const t = useText();
  return (
    <p className="mt-2">
      <Link to="/sign-in" className="link">
        {t('サインインへ', 'Go to sign-in')}
      </Link>
    </p>
  );
}
