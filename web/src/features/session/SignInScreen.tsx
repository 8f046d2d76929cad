import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SessionDetails } from '../../api/generated/types.gen';
import { sessionQuery, signInWaysQuery } from '../../api/session';
import { useText } from '../../i18n/language';
import { useTitle } from '../../ui/Page';
import { ProviderFailure } from './ProviderFailure';
import { SignIn } from './SignIn';

/** Stands at any address while nobody is signed in; the address stays, and afterwards its own screen is there. */
export function SignInScreen({ begun, failure }: { begun: SessionDetails | null; failure?: string }) {
  const t = useText();
  const queryClient = useQueryClient();
  const ways = useQuery(signInWaysQuery);
  const to = useRouterState({ select: ({ location }) => location.href });
  if (ways.data?.setUp) return <Navigate to="/set-up" replace />;
  return (
    <NarrowPage title={t('サインイン', 'Sign in')}>
      {failure && <ProviderFailure code={failure} />}
      <SignIn begun={begun} to={to} onDone={() => queryClient.resetQueries({ queryKey: sessionQuery.queryKey })} />
    </NarrowPage>
  );
}

/** A screen of one column, for what comes before the program itself. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  return (
    <div className="page max-w-[36rem]">
      <h1 className="heading-1 mb-6">{title}</h1>
      {children}
    </div>
  );
}
