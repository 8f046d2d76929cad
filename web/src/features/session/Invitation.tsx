import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { outside, Problem } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { InvitationDetails, SessionDetails, SignInAnswer } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { sessionQuery, signInWaysQuery } from '../../api/session';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { NewPassword } from './NewPassword';
import { Offer } from './Offer';
import { SignIn } from './SignIn';
import { NarrowPage } from './SignInScreen';

/** `/invitation#<token>`, as the mail says: what one is invited to, and taking it on. The token stays out of logs: it is a fragment. */
export function Invitation() {
  const t = useText();
  const token = useRouterState({ select: ({ location }) => location.hash });
  const [step, setStep] = useState<SignInAnswer | null>(null);
  const invitation = useQuery({
    queryKey: keyOf(api.getInvitation, { body: { token } }),
    queryFn: ({ signal }) => outside.read(api.getInvitation, [{ body: { token } }], signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const session = useQuery(sessionQuery);
  const isOver = invitation.error instanceof Problem && invitation.error.status === 404;
  const proceed = (next: SignInAnswer) => (next.next === 'DONE' ? location.assign('/') : setStep(next));
  return (
    <NarrowPage title={t('招待', 'Invitation')}>
      {step ? (
        <SignIn begun={step} to="/" onDone={() => location.assign('/')} />
      ) : isOver ? (
        <>
          <ProblemNotice error={invitation.error} />
          <Link to="/sign-in" className="link">
            {t('サインインへ', 'Go to sign-in')}
          </Link>
        </>
      ) : (
        <Loaded query={invitation}>
          {(data) => (
            <>
              <Offer invitation={data} />
              {session.isSuccess && (
                <Acceptance token={token} invitation={data} session={session.data} onDone={proceed} />
              )}
            </>
          )}
        </Loaded>
      )}
    </NarrowPage>
  );
}

/** With a new account: a name and a password. With one that exists: being that person, or its password. */
function Acceptance({
  token,
  invitation,
  session,
  onDone,
}: {
  token: string;
  invitation: InvitationDetails;
  session: SessionDetails | null;
  onDone: (next: SignInAnswer) => void;
}) {
  const t = useText();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const [leaveSession, setLeaveSession] = useState(false);
  const isThisPerson = session?.next === 'DONE' && session.person.mail === invitation.mail;
  const isNew = !invitation.accountExists;
  const accept = useSending({
    mutationFn: () =>
      outside.call(api.acceptInvitation, {
        body: {
          token,
          leaveSession,
          ...(isNew ? { name, password } : isThisPerson ? {} : { password }),
        },
      }),
    onSuccess: onDone,
  });
  const go = useSending({
    mutationFn: (provider: string) =>
      outside.call(api.goToProviderWithInvitation, { path: { provider }, body: { token } }),
    onSuccess: ({ address }) => location.assign(address),
  });
  const problemOf = useFieldProblems(accept.error);
  const ways = useQuery(signInWaysQuery);
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <input type="text" autoComplete="username" value={invitation.mail} readOnly hidden />
      {isNew && (
        <>
          <TextField
            label={t('氏名', 'Your name')}
            autoComplete="name"
            required
            value={name}
            error={problemOf('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <NewPassword value={password} error={problemOf('/password')} onChange={setPassword} />
        </>
      )}
      {!isNew && !isThisPerson && (
        <TextField
          label={t('いまお使いのパスワード', 'Your current password')}
          hint={t(
            'このメールアドレスには、すでにアカウントがあります。',
            'There is already an account with this email address.',
          )}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      {invitation.signedInAs && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            required
            checked={leaveSession}
            onChange={(event) => setLeaveSession(event.target.checked)}
          />
          <span>
            {t(
              `このブラウザーでは${invitation.signedInAs}がサインインしています。サインアウトして、${invitation.mail}として続けます。`,
              `${invitation.signedInAs} is signed in in this browser. Sign out and go on as ${invitation.mail}.`,
            )}
          </span>
        </label>
      )}
      <ProblemNotice error={accept.error ?? go.error} />
      <button type="submit" className="button justify-self-start" disabled={accept.isPending}>
        {t('招待を受ける', 'Accept the invitation')}
      </button>
      {!isThisPerson &&
        ways.data?.providers.map((provider) => (
          <button
            key={provider.id}
            type="button"
            className="button button-outline justify-self-start"
            disabled={go.isPending}
            onClick={() => go.mutate(provider.id)}
          >
            {t(`パスワードの代わりに${provider.name}で受ける`, `Accept with ${provider.name} instead of a password`)}
          </button>
        ))}
    </form>
  );
}
