import { useState } from 'react';
import { useText } from '../../i18n/language';
import { EnrolTotp } from './EnrolTotp';
import { NewPasskey } from './NewPasskey';
import { hasPasskeys } from './passkeys';
import { RecoveryCodes } from './RecoveryCodes';

/** The first second factor of a person, and the recovery codes that come with it. */
export function EnrolSecondFactor({ onDone }: { onDone: () => void }) {
  const t = useText();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [isPasskey, setPasskey] = useState(false);
  const enrolled = ({ recoveryCodes }: { recoveryCodes: string[] | null }) =>
    recoveryCodes ? setCodes(recoveryCodes) : onDone();
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <div className="grid gap-5">
      <h2 className="heading-2">
        {isPasskey
          ? t('パスキーを登録する', 'Register a passkey')
          : t('認証アプリを登録する', 'Set up an authenticator app')}
      </h2>
      {isPasskey ? <NewPasskey onDone={enrolled} /> : <EnrolTotp onDone={enrolled} />}
      {hasPasskeys() && (
        <button type="button" className="button button-text justify-self-start" onClick={() => setPasskey(!isPasskey)}>
          {isPasskey
            ? t('認証アプリを使う', 'Use an authenticator app instead')
            : t('代わりにパスキーを使う', 'Use a passkey instead')}
        </button>
      )}
    </div>
  );
}
