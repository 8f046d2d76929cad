import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language';
import { listed } from '../../i18n/punctuation';
import { Copied } from '../../ui/Copied';
import { NoAddress } from './delivery';

/** A letter to an officer who does not sign in: nothing is sent from here, each part can be copied into a mail program. */
export function LetterText({
  letter: { to, cc, subject, body, attachments },
  contractId,
  children,
}: {
  letter: { to: string[]; cc: string[]; subject: string; body: string; attachments: string[] };
  contractId: string;
  /** What can be done with it. */
  children: ReactNode;
}) {
  const t = useText();
  return (
    <div className="mt-4 grid gap-4">
      <p className="hint">
        {t(
          'このシステムからは送りません。ご自身のメールソフトから送ってください。',
          'Nothing is sent from here; please send it from your own mail program.',
        )}
      </p>
      {to.length > 0 ? <Copied label={t('宛先', 'To')} text={to.join(', ')} /> : <NoAddress contractId={contractId} />}
      {cc.length > 0 && <Copied label="Cc" text={cc.join(', ')} />}
      <Copied label={t('件名', 'Subject')} text={subject} />
      <p className="flex flex-wrap gap-x-4 text-[0.9375rem]">
        <Link to="/contracts/$id" params={{ id: contractId }} hash="mail-subject" className="link">
          {t('件名の決まりを見る・変える', 'The rule for subjects')}
        </Link>
        <Link to="/account" hash="telephone" className="link">
          {t('差出人の電話番号を変える', 'Change the telephone below it')}
        </Link>
      </p>
      <Copied label={t('本文', 'Body')} text={body} />
      {attachments.length > 0 && (
        <p className="text-[0.9375rem]">
          <strong>{t('添付：', 'Attached: ')}</strong>
          {listed(attachments, t)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
