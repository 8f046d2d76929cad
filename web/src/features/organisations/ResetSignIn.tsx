import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { PersonDetails } from '../../api/generated/types.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { KeepTokens } from '../../ui/KeepTokens';
import { Notice } from '../../ui/Notice';
import { LinkDialog } from './MailedLink';

/** For somebody who has lost every way to sign in: all of them end, and a link to begin anew goes to their own address. */
export function ResetSignIn({
  organisationId,
  person,
  onClose,
}: {
  organisationId: string;
  person: PersonDetails;
  onClose: () => void;
}) {
  const t = useText();
  const [keepTokens, setKeepTokens] = useState<string[]>([]);
  const tokens = useQuery(query(api.getTokensOfPerson, { path: { id: organisationId, personId: person.id } }));
  const reset = useAct(() =>
    call(api.resetSignIn, { path: { id: organisationId, personId: person.id }, body: { keepTokens } }),
  );
  if (reset.data?.link)
    return (
      <LinkDialog
        title={t('サインインを再設定するリンク', 'Link to reset the sign-in')}
        sent={{ ...reset.data, mail: person.mail ?? '' }}
        onClose={onClose}
      />
    );
  if (reset.data)
    return (
      <Dialog title={t('サインインの再設定', 'Reset the sign-in')} onClose={onClose}>
        {reset.data.delivery === 'SENT' ? (
          <Notice
            tone="success"
            title={t(`${person.mail}にリンクを送りました`, `The link was sent to ${person.mail}`)}
          />
        ) : (
          <Notice title={t(`${person.mail}へのリンクを送信しています`, `The link to ${person.mail} is being sent`)} />
        )}
      </Dialog>
    );
  return (
    <ActDialog
      title={t(`${person.name}さんのサインインを再設定する`, `Reset the sign-in of ${person.name}`)}
      act={reset}
      onClose={onClose}
      confirm={t('再設定する', 'Reset')}
      isDangerous
    >
      <p>
        {t(
          '認証アプリや回復コードを失い、サインインできなくなった方のためのものです。ご本人からの依頼であることを、電話などで確認してください。',
          'For someone who has lost their app and recovery codes and cannot sign in. Please make sure, for example by telephone, that they asked for it themselves.',
        )}
      </p>
      <p>
        {t(
          'パスワード、認証アプリ、パスキー、回復コードは使えなくなり、すべての端末からサインアウトします。新しいパスワードを決めるリンクが、ご本人のメールアドレスに届きます。',
          'The password, app, passkeys and recovery codes stop working, and all devices are signed out. A link to choose a new password goes to the person’s own email address.',
        )}
      </p>
      <KeepTokens tokens={tokens.data ?? []} kept={keepTokens} onKept={setKeepTokens} />
    </ActDialog>
  );
}
