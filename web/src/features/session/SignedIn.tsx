import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { SessionDetails } from '../../api/generated/types.gen';
import { type ActingSession, SessionContext, sessionQuery } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { leave } from './leave';
import { PassageDialogs } from './PassageDialogs';

const SignInScreen = lazy(() => import('./SignInScreen').then((module) => ({ default: module.SignInScreen })));

/** What is inside, once somebody is signed in and acts; the way in until then. */
export function SignedIn({ frame, children }: { frame: (content: ReactNode) => ReactNode; children: ReactNode }) {
  const session = useQuery(sessionQuery);
  const { data } = session;
  if (data?.next === 'DONE' && isActing(data)) return <Acting session={data}>{children}</Acting>;
  return frame(
    <Loaded query={session}>
      {(begun) =>
        begun?.next === 'DONE' ? (
          <NoMembership session={begun} />
        ) : (
          <Suspense fallback={null}>
            <SignInScreen begun={begun} />
          </Suspense>
        )
      }
    </Loaded>,
  );
}

const isActing = (session: SessionDetails): session is ActingSession => session.acting !== null;

/** Another window of this browser may sign in somebody else: what stands here is then not theirs, and is read anew. */
function Acting({ session, children }: { session: ActingSession; children: ReactNode }) {
  const [first] = useState(session.acting.id);
  const isOther = session.acting.id !== first;
  useEffect(() => {
    if (isOther) location.assign('/');
  }, [isOther]);
  if (isOther) return null;
  return (
    <SessionContext value={session}>
      {children}
      <PassageDialogs session={session} />
    </SessionContext>
  );
}

function NoMembership({ session }: { session: SessionDetails }) {
  const t = useText();
  return (
    <div className="page max-w-[36rem]">
      <h1 className="heading-1 mb-4">{t('所属がありません', 'No organisation')}</h1>
      <p>
        {t(
          `${session.person.name}さんは、いまどの組織にも所属していません。組織の管理者に招待を依頼してください。`,
          `${session.person.name} does not belong to any organisation at present. Please ask an administrator of your organisation for an invitation.`,
        )}
      </p>
      <button type="button" className="button mt-6" onClick={leave}>
        {t('サインアウト', 'Sign out')}
      </button>
    </div>
  );
}
