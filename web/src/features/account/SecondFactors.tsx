import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AccountDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';
import { EnrolTotp } from '../session/EnrolTotp';
import { RecoveryCodes } from '../session/RecoveryCodes';

const FEW = 3;

/** The authenticator app and the recovery codes. */
export function SecondFactors({ account }: { account: AccountDetails }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState<'enrol' | 'end' | 'codes' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setOpen(null);
  const hasFactor = account.totp !== null || account.passkeys.length > 0;
  return (
    <Panel
      title={t('二つめの確認', 'Second factor')}
      hint={
        account.secondFactorRequired
          ? t('あなたの役割では必須です。', 'Required for your role.')
          : t(
              'パスワードが漏れても、ほかの人はサインインできません。',
              'Keeps others out even if they know your password.',
            )
      }
    >
      <ul>
        <Row
          action={
            account.totp ? (
              <button type="button" className="button button-outline button-small" onClick={() => setOpen('end')}>
                {t('認証アプリを外す', 'Remove the app')}
              </button>
            ) : (
              <button type="button" className="button button-outline button-small" onClick={() => setOpen('enrol')}>
                {t('認証アプリを登録する', 'Set up an app')}
              </button>
            )
          }
        >
          <span className="font-700">{t('認証アプリ', 'Authenticator app')}</span>
          <span className="hint block">
            {account.totp
              ? t(
                  `${formatDate(account.totp.since.slice(0, 10), language)}から`,
                  `since ${formatDate(account.totp.since.slice(0, 10), language)}`,
                )
              : t('登録していません', 'not set up')}
          </span>
        </Row>
        {hasFactor && (
          <Row
            action={
              <button type="button" className="button button-outline button-small" onClick={() => setOpen('codes')}>
                {t('回復コードを作り直す', 'Create new codes')}
              </button>
            }
          >
            <span className="font-700">{t('回復コード', 'Recovery codes')}</span>
            <span className="hint block">
              {t(`使えるもの${account.recoveryCodesLeft}個`, `${account.recoveryCodesLeft} left`)}
            </span>
          </Row>
        )}
      </ul>
      {hasFactor && account.recoveryCodesLeft < FEW && (
        <Notice tone="warning" title={t('回復コードが残り少なくなっています', 'You have few recovery codes left')} />
      )}
      {open === 'enrol' && <EnrolDialog onCodes={setCodes} onClose={close} />}
      {open === 'end' && <EndDialog onClose={close} />}
      {open === 'codes' && <CodesDialog onCodes={setCodes} onClose={close} />}
      {codes && (
        <Dialog title={t('回復コード', 'Recovery codes')} onClose={() => setCodes(null)}>
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        </Dialog>
      )}
    </Panel>
  );
}

function EnrolDialog({ onCodes, onClose }: { onCodes: (codes: string[] | null) => void; onClose: () => void }) {
  const t = useText();
  const done = useAct(
    async (codes: string[] | null) => codes,
    (codes) => {
      onClose();
      onCodes(codes);
    },
  );
  return (
    <Dialog title={t('認証アプリを登録する', 'Set up an authenticator app')} onClose={onClose}>
      <EnrolTotp onDone={({ recoveryCodes }) => done.mutate(recoveryCodes)} />
    </Dialog>
  );
}

function EndDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const end = useAct(() => call(api.removeTotp), onClose);
  return (
    <ActDialog
      title={t('認証アプリを外す', 'Remove the authenticator app')}
      act={end}
      onClose={onClose}
      confirm={t('外す', 'Remove')}
      isDangerous
    >
      <p>
        {t(
          'これからは、この認証アプリのコードではサインインできません。',
          'Its codes will no longer work for signing in.',
        )}
      </p>
    </ActDialog>
  );
}

function CodesDialog({ onCodes, onClose }: { onCodes: (codes: string[]) => void; onClose: () => void }) {
  const t = useText();
  const renew = useAct(
    () => call(api.renewRecoveryCodes),
    ({ recoveryCodes }) => {
      onClose();
      onCodes(recoveryCodes);
    },
  );
  return (
    <ActDialog
      title={t('回復コードを作り直す', 'Create new recovery codes')}
      act={renew}
      onClose={onClose}
      confirm={t('作り直す', 'Create new codes')}
    >
      <p>{t('これまでの回復コードは使えなくなります。', 'Your current recovery codes will stop working.')}</p>
    </ActDialog>
  );
}
