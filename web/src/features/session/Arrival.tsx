import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SignInAnswer } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { startAt } from '../../ui/startAt';
import { Offer } from './Offer';
import { SignIn } from './SignIn';
import { NarrowPage } from './SignInScreen';

/** `/invitation/arrival`: back from a provider with an invitation. Whose account it is stands here before anything is bound to it. */
export function Arrival() {
  const t = useText();
  const [step, setStep] = useState<SignInAnswer | null>(null);
  const arrival = useQuery({
    queryKey: keyOf(api.getArrival),
    queryFn: ({ signal }) => outside.read(api.getArrival, [], signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const accept = useSending({
    mutationFn: () => outside.call(api.acceptAsArrived),
    onSuccess: (next) => (next.next === 'DONE' ? startAt('/') : setStep(next)),
  });
  if (step)
    return (
      <NarrowPage title={t('招待', 'Invitation')}>
        <SignIn begun={step} to="/" onDone={() => startAt('/')} />
      </NarrowPage>
    );
  return (
    <NarrowPage title={t('この招待を受けますか', 'Is this invitation yours?')}>
      {arrival.error ? (
        <ProblemNotice error={arrival.error} />
      ) : (
        <Loaded query={arrival}>
          {(data) => (
            <>
              <Offer invitation={data.invitation} />
              <h2 className="heading-3 mt-6 mb-2">
                {t(`${data.providerName}でのアカウント`, `Your account with ${data.providerName}`)}
              </h2>
              <Facts
                columns={2}
                items={[
                  [t('氏名', 'Name'), data.name ?? t('（示されていません）', '(not given)')],
                  [t('メールアドレス', 'Email address'), data.mail ?? t('（示されていません）', '(not given)')],
                ]}
              />
              {!data.mailVerified && !data.linked && (
                <Notice tone="warning" title={t('ご本人宛ての招待か、確認してください', 'Make sure that it is yours')}>
                  {t(
                    `${data.providerName}は、このメールアドレスを保証していません。上の招待があなた宛てのものである場合だけ、続けてください。`,
                    `${data.providerName} does not vouch for this address. Go on only if the invitation above was meant for you.`,
                  )}
                </Notice>
              )}
              <ProblemNotice error={accept.error} />
              <button type="button" className="button mt-6" disabled={accept.isPending} onClick={() => accept.mutate()}>
                {t('このアカウントで招待を受ける', 'Accept with this account')}
              </button>
            </>
          )}
        </Loaded>
      )}
      <p className="mt-4">
        <Link to="/sign-in" className="link">
          {t('受けずにサインインへ', 'Do not accept; go to sign-in')}
        </Link>
      </p>
    </NarrowPage>
  );
}
