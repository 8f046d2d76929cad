import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SessionDetails } from '../../api/generated/types.gen';
import { passage } from '../../api/passage';
import { type ActingSession, sessionQuery } from '../../api/session';
import { useText } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { Skeleton } from '../../ui/Skeleton';
import { startAt } from '../../ui/startAt';

const SignIn = lazy(() => import('./SignIn').then((module) => ({ default: module.SignIn })));
const ReAuthentication = lazy(() =>
  import('./ReAuthentication').then((module) => ({ default: module.ReAuthentication })),
);

/** Shows what requests are waiting for. What stands on the screen stays as it is and goes on afterwards. */
export function PassageDialogs({ session }: { session: ActingSession }) {
  const t = useText();
  const wanted = useSyncExternalStore(passage.subscribe, () => passage.wanted);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      {wanted === 'sign-in' ? (
        <SignInAgain session={session} />
      ) : (
        <Dialog title={t('本人の確認', 'Confirm that it is you')} onClose={() => passage.settle(false)}>
          <Suspense fallback={<Skeleton lines={3} />}>
            <ReAuthentication onDone={() => passage.settle(true)} />
          </Suspense>
        </Dialog>
      )}
    </Suspense>
  );
}

/** The session ended while somebody worked: what was typed stays, covered, until the same person is back. */
function SignInAgain({ session }: { session: ActingSession }) {
  const t = useText();
  const queryClient = useQueryClient();
  const onDone = async () => {
    const again = await asBefore(session);
    // Somebody else, or in another place: nothing that stands here is theirs.
    if (again.acting?.id !== session.acting.id) return startAt('/');
    queryClient.setQueryData(sessionQuery.queryKey, again);
    passage.settle(true);
  };
  return (
    <Dialog
      title={t('もう一度サインインしてください', 'Please sign in again')}
      onClose={() => passage.settle(false)}
      isCovering
    >
      <p className="mb-4">
        {t(
          'しばらく操作がなかったか、ほかの端末からサインアウトされました。入力したものは残っていて、サインインすると続きから始まります。',
          'You were away for a while, or were signed out from another device. What you typed is kept: sign in and you can go on where you were.',
        )}
      </p>
      <SignIn
        begun={null}
        mail={session.person.mail ?? undefined}
        to={location.pathname + location.search}
        onDone={onDone}
      />
    </Dialog>
  );
}

/** The new session, acting as the one before did where the person still can. */
async function asBefore({ person, acting }: ActingSession): Promise<SessionDetails> {
  const again = await outside.read(api.getSession, []);
  const isSame = again.person.id === person.id && again.acting?.id !== acting.id;
  return isSame && again.memberships.some(({ id }) => id === acting.id)
    ? outside.call(api.actAs, { body: { membershipId: acting.id } })
    : again;
}
