import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignInAnswer } from '../../api/generated/types.gen';
import { signInWaysQuery } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { EnrolSecondFactor } from './EnrolSecondFactor';
import { FirstFactor } from './FirstFactor';
import { SecondFactor } from './SecondFactor';

const nothingYet: SignInAnswer = { next: 'DONE', factors: [] };
const everyFactor: SignInAnswer['factors'] = ['TOTP', 'PASSKEY', 'RECOVERY_CODE'];

/**
 * Signing in, from the first factor to the last. `begun` is a session that still waits for a factor; `mail` is who signs in
 * again. `to` is where a provider's page leads back to.
 */
export function SignIn({
  begun,
  mail: known,
  to,
  onDone,
}: {
  begun: SignInAnswer | null;
  mail?: string;
  to: string;
  onDone: () => void;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  const ways = useQuery(signInWaysQuery);
  const [step, setStep] = useState<SignInAnswer>(begun && begun.next !== 'DONE' ? begun : nothingYet);
  const [mail, setMail] = useState(known ?? '');
  const proceed = (answer: SignInAnswer) => {
    if (answer.next === 'DONE') onDone();
    else setStep(answer);
  };
  const startAgain = () => {
    setStep(nothingYet);
    void queryClient.invalidateQueries({ queryKey: signInWaysQuery.queryKey });
  };
  return (
    <Loaded query={ways}>
      {(data) =>
        step.next === 'SECOND_FACTOR' ? (
          <SecondFactor
            factors={step.factors.length > 0 ? step.factors : everyFactor}
            mail={mail}
            onDone={proceed}
            onStartAgain={startAgain}
          />
        ) : step.next === 'ENROL_SECOND_FACTOR' ? (
          <>
            <p className="mb-4">
              {t(
                '行政機関の方と管理者には、二つめの確認が必要です。一度だけ設定してください。',
                'Ministry staff and administrators need a second factor. You only have to set it up once.',
              )}
            </p>
            <EnrolSecondFactor onDone={onDone} />
          </>
        ) : (
          <FirstFactor ways={data} mail={mail} onMail={setMail} to={to} onDone={proceed} />
        )
      }
    </Loaded>
  );
}
