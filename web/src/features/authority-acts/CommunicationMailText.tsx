import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Communication } from '../../api/communications';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { query } from '../../api/query';
import { useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { Loaded } from '../../ui/Loaded';
import { LetterText } from './LetterText';

/** What was told to an officer who does not sign in, as a mail to send by hand: first, after a call, or again. */
export function CommunicationMailText({ communication }: { communication: Communication }) {
  const t = useText();
  const { id, contractId, subject, kind, channel } = communication;
  const mail = useQuery(query(api.getCommunicationMail, { path: { id } }));
  return (
    <details className="card mt-8" open={mail.data?.isAgain}>
      <summary className="heading-2 cursor-pointer">
        {mail.data?.isAgain
          ? t('もう一度メールで確認をお願いする（再送）', 'Ask again by mail')
          : t('メールで伝える', 'Tell it by mail')}
      </summary>
      <Loaded query={mail}>
        {(letter) => (
          <LetterText letter={letter} contractId={contractId}>
            {letter.to.length > 0 && (
              <FileLink className="button" href={addressOf(api.getCommunicationMailFile, { path: { id } })}>
                {t('メールファイル（.eml）を保存', 'Save as .eml')}
              </FileLink>
            )}
            {channel !== 'UNSENT' && (
              <Link
                to="/contracts/$id/communications/new"
                params={{ id: contractId }}
                search={{ subject, kind, inReplyTo: id }}
                className="button button-outline"
              >
                {t('送ったことを連絡の記録に残す', 'Note that it was sent')}
              </Link>
            )}
          </LetterText>
        )}
      </Loaded>
    </details>
  );
}
