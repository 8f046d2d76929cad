import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails, SecondFactorEnrolled } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { dayOf, formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { Panel, Row } from '../../ui/Panel';
import { NewPasskey } from '../session/NewPasskey';
import { hasPasskeys } from '../session/passkeys';
import { RecoveryCodes } from '../session/RecoveryCodes';

type Passkey = AccountDetails['passkeys'][number];

export function Passkeys({ account }: { account: AccountDetails }) {
  const { t, language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const [ended, setEnded] = useState<Passkey | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const added = useAct(
    async ({ recoveryCodes }: SecondFactorEnrolled) => recoveryCodes,
    (made) => {
      setAdding(false);
      setCodes(made);
    },
  );
  return (
    <Panel
      title={t('パスキー', 'Passkeys')}
      hint={t(
        '指紋、顔、端末の暗証番号、セキュリティキーでサインインします。偽のサイトには使えません。',
        'Sign in with your fingerprint, face, device PIN or security key. They do not work on fake sites.',
      )}
      actions={
        hasPasskeys() && (
          <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
            {t('パスキーを登録する', 'Register a passkey')}
          </button>
        )
      }
    >
      {account.passkeys.length === 0 && <p>{t('登録していません。', 'None yet.')}</p>}
      <ul>
        {account.passkeys.map((passkey) => (
          <Row
            key={passkey.id}
            action={
              <button
                type="button"
                className="button button-text button-small"
                aria-label={t(`${passkey.name}を外す`, `Remove ${passkey.name}`)}
                onClick={() => setEnded(passkey)}
              >
                {t('外す', 'Remove')}
              </button>
            }
          >
            <span className="font-700">{passkey.name}</span>
            <span className="hint block">
              {t('登録', 'Registered')} {formatDate(dayOf(passkey.createdAt), language)}
              {t('・最後に使った日時 ', ', last used ')}
              {passkey.lastUsedAt ? formatInstant(passkey.lastUsedAt, language) : t('まだ', 'never')}
            </span>
          </Row>
        ))}
      </ul>
      {isAdding && (
        <Dialog title={t('パスキーを登録する', 'Register a passkey')} onClose={() => setAdding(false)}>
          <NewPasskey onDone={(enrolled) => added.mutate(enrolled)} />
        </Dialog>
      )}
      {ended && <EndDialog passkey={ended} onClose={() => setEnded(null)} />}
      {codes && (
        <Dialog title={t('回復コード', 'Recovery codes')} onClose={() => setCodes(null)}>
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        </Dialog>
      )}
    </Panel>
  );
}

function EndDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const t = useText();
  const end = useAct(() => call(api.removePasskey, { path: { passkeyId: passkey.id } }), onClose);
  return (
    <ActDialog
      title={t('パスキーを外す', 'Remove the passkey')}
      act={end}
      onClose={onClose}
      confirm={t('外す', 'Remove')}
      isDangerous
    >
      <p>
        {t(
          `「${passkey.name}」ではサインインできなくなります。端末に残るパスキーは、端末の設定で消してください。`,
          `“${passkey.name}” will no longer sign you in. To remove it from the device itself, use the device’s settings.`,
        )}
      </p>
    </ActDialog>
  );
}
