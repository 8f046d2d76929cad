import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Act, actMailQuery } from '../../api/acts';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { FormButtons } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { actDelivery } from './delivery';
import { LetterText } from './LetterText';

/** For an officer who does not sign in: the mail to send by hand, first or again, and where its answer goes. */
export function ActMailText({ act }: { act: Act }) {
  const t = useText();
  const mail = useQuery(actMailQuery(act.id));
  return (
    <details className="card mt-8" open={act.state === 'REQUESTED' || act.state === 'ANSWERED'}>
      <summary className="heading-2 cursor-pointer">
        {mail.data?.isAgain
          ? t('もう一度メールでお願いする（再送）', 'Ask again by mail')
          : t('メールでお願いする', 'Ask by mail')}
      </summary>
      <Loaded query={mail}>
        {(letter) => (
          <LetterText
            letter={{ ...letter, attachments: letter.attachments.map((file) => file.name) }}
            contractId={act.contractId}
          >
            {letter.to.length === 0 ? null : letter.tooLarge ? (
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
            {letter.isAgain && (
              <FormButtons
                contractId={act.contractId}
                forms={[
                  {
                    label: t('再送したことを記録', 'Record that it was sent again'),
                    can: act.can.deliverAct,
                    form: actDelivery(act, t),
                  },
                ]}
              />
            )}
          </LetterText>
        )}
      </Loaded>
    </details>
  );
}
