import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SecondFactorEnrolled } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { PasskeyNotUsed } from './PasskeyButton';
import { makePasskey, PasskeyGivenUp } from './passkeys';

/** Registers a passkey of this device or of a security key, under a name to know it by. */
export function NewPasskey({ onDone }: { onDone: (enrolled: SecondFactorEnrolled) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const register = useSending({
    mutationFn: async () => {
      const { options, state } = await call(api.askForNewPasskey);
      return call(api.addPasskey, { body: { name, credential: await makePasskey(options), state } });
    },
    onSuccess: onDone,
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <p>
        {t(
          '指紋、顔、端末の暗証番号又はセキュリティキーで本人を確認します。パスワードと二つめの確認の代わりになります。',
          'Your fingerprint, face, device PIN or security key replaces the password and the second factor.',
        )}
      </p>
      <TextField
        label={t('このパスキーの名前', 'Name of this passkey')}
        hint={t('例：会社のノートパソコン', 'For example: office laptop')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {register.error instanceof PasskeyGivenUp ? <PasskeyNotUsed /> : <ProblemNotice error={register.error} />}
      <button type="submit" className="button justify-self-start" disabled={register.isPending}>
        {t('パスキーを作る', 'Create the passkey')}
      </button>
    </form>
  );
}
