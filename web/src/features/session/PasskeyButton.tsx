import type { PasskeyAnswer, PasskeyQuestion } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { answerWithPasskey, hasPasskeys, PasskeyGivenUp } from './passkeys';

/** Asks the server for a challenge, the browser for its answer, and the server whether it is right. */
export function PasskeyButton<T>({
  label,
  ask,
  answer,
  onDone,
}: {
  label: string;
  /** Gives the challenge, and takes its answer. */
  ask: () => Promise<PasskeyQuestion>;
  answer: (passkey: PasskeyAnswer) => Promise<T>;
  onDone: (answered: T) => void;
}) {
  const t = useText();
  const prove = useSending({
    mutationFn: async () => {
      const { options, state } = await ask();
      return answer({ credential: await answerWithPasskey(options), state });
    },
    onSuccess: onDone,
  });
  if (!hasPasskeys()) return null;
  return (
    <>
      <button type="button" className="button button-outline" disabled={prove.isPending} onClick={() => prove.mutate()}>
        {label}
      </button>
      {prove.error instanceof PasskeyGivenUp ? <PasskeyNotUsed /> : <ProblemNotice error={prove.error} />}
      <p className="sr-only" role="status">
        {prove.isPending ? t('ブラウザーの案内に従ってください。', 'Please follow your browser’s instructions.') : ''}
      </p>
    </>
  );
}

export function PasskeyNotUsed() {
  const t = useText();
  return (
    <Notice tone="warning" title={t('パスキーは使われませんでした', 'No passkey was used')}>
      {t(
        '途中で閉じたか、この端末に使えるパスキーがありません。もう一度試すか、ほかの方法を選んでください。',
        'The request was closed, or this device has no passkey for this site. Try again or choose another way.',
      )}
    </Notice>
  );
}
