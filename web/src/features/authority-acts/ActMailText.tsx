import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Act, actMailQuery } from '../../api/acts';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { useText } from '../../i18n/language';
import { listed } from '../../i18n/punctuation';
import { Copied } from '../../ui/Copied';
import { FileLink } from '../../ui/FileLink';
import { Loaded } from '../../ui/Loaded';
import { NoAddress } from './delivery';

/** For an officer who does not sign in: the mail to send by hand, and where its answer goes. */
export function ActMailText({ act }: { act: Act }) {
  const t = useText();
  const mail = useQuery(actMailQuery(act.id));
  return (
    <details className="card mt-8" open={act.state === 'REQUESTED' || act.state === 'ANSWERED'}>
      <summary className="heading-2 cursor-pointer">{t('メールでお願いする', 'Ask by mail')}</summary>
      <Loaded query={mail}>
        {({ to, cc, subject, body, attachments, tooLarge }) => (
          <div className="mt-4 grid gap-4">
            <p className="hint">
              {t(
                'このシステムからは送りません。ご自身のメールソフトから送ってください。',
                'Nothing is sent from here; please send it from your own mail program.',
              )}
            </p>
            {to.length > 0 ? (
              <Copied label={t('宛先', 'To')} text={to.join(', ')} />
            ) : (
              <NoAddress contractId={act.contractId} />
            )}
            {cc.length > 0 && <Copied label="Cc" text={cc.join(', ')} />}
            <Copied label={t('件名', 'Subject')} text={subject} />
            <p className="text-[0.9375rem]">
              <Link to="/contracts/$id" params={{ id: act.contractId }} hash="mail-subject" className="link">
                {t('件名の決まりを見る・変える', 'The rule for subjects')}
              </Link>
            </p>
            <Copied label={t('本文', 'Body')} text={body} />
            {attachments.length > 0 && (
              <p className="text-[0.9375rem]">
                <strong>{t('添付：', 'Attached: ')}</strong>
                {listed(
                  attachments.map((file) => file.name),
                  t,
                )}
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              {to.length === 0 ? null : tooLarge ? (
                <p className="font-700">
                  {t(
                    '添付が10MBを超えるため、分けて送ってください。',
                    'More than 10 MB attached: please send it in parts.',
                  )}
                </p>
              ) : (
                <FileLink className="button" href={addressOf(api.getActMailFile, { path: { id: act.id } })}>
                  {t('メールファイル（.eml）を保存', 'Save as .eml')}
                </FileLink>
              )}
              <Link to="/contracts/$id/mail" params={{ id: act.contractId }} className="button button-outline">
                {t('届いた返信を取り込む', 'Drop the reply in')}
              </Link>
            </div>
          </div>
        )}
      </Loaded>
    </details>
  );
}
