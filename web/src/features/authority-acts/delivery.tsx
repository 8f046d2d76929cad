import { Link } from '@tanstack/react-router';
import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { momentOf } from '../../i18n/dates';
import { type Text, useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { type Form, FormButtons, form } from '../../ui/FormDialog';
import { type FormBody, type FormField, fields } from '../../ui/FormFields';
import { channelName } from './words';

const ways = ['MAIL', 'TELEPHONE', 'MEETING', 'PAPER'] as const;

const wayAndTime = (t: Text) =>
  fields(
    {
      name: 'channel',
      label: t('どのように伝えたか', 'How it was sent or said'),
      kind: 'choice',
      options: ways.map((value) => ({ value, label: channelName(value, t) })),
    },
    { name: 'actAt', label: t('いつのことか', 'When it happened'), kind: 'moment', required: true },
  );

const delivery = <const More extends readonly FormField[]>(
  t: Text,
  more: More,
  send: (body: FormBody<readonly [...ReturnType<typeof wayAndTime>, ...More]>) => Promise<unknown>,
): Form =>
  form({
    title: t('送りましたか', 'Was it sent?'),
    confirm: t('送ったと記録する', 'Record that it was sent'),
    above: t(
      'このシステムは何も送りません。実際に送った、又は伝えた後に記録してください。',
      'Nothing is sent from here. Record it after you have sent or said it.',
    ),
    start: { channel: 'MAIL', actAt: momentOf() },
    fields: [...wayAndTime(t), ...more],
    send,
  });

/** Says how what was only written down here reached the officer. */
export const communicationDelivery = (one: { id: string; version: number }, t: Text): Form =>
  delivery(
    t,
    fields({ name: 'fileIds', label: t('送ったメール・控え（任意）', 'Mail or copy (optional)'), kind: 'files' }),
    (body) => call(api.deliverCommunication, { path: { id: one.id }, body, version: one.version }),
  );

export const actDelivery = (act: Act, t: Text): Form =>
  delivery(t, [], (body) => call(api.deliverAct, { path: { id: act.id }, body, version: act.version }));

/** What a person does where the section is not here: the mail to send, and the word that it was sent. */
export function SendByHand({
  mail,
  canSend,
  form,
  contractId,
}: {
  mail: string;
  /** An address is known. */
  canSend: boolean;
  form?: Form;
  contractId: string;
}) {
  const t = useText();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canSend ? (
        <FileLink className="button" href={mail}>
          {t('メールファイル（.eml）を保存', 'Save as .eml')}
        </FileLink>
      ) : (
        <NoAddress contractId={contractId} />
      )}
      {form && (
        <FormButtons
          contractId={contractId}
          forms={[{ label: t('送ったことを記録', 'Record that it was sent'), can: true, form }]}
        />
      )}
    </div>
  );
}

/** Why no mail can be made, and where that is mended. */
export function NoAddress({ contractId }: { contractId: string }) {
  const t = useText();
  return (
    <p>
      {t(
        'メールは作れません。担当課室・担当職員のメールアドレスが未記録です。',
        'No mail can be made: no address of the section or its officers is recorded. ',
      )}
      <Link to="/contracts/$id" params={{ id: contractId }} hash="officers" className="link">
        {t('メールアドレスを記録する', 'Record an address')}
      </Link>
    </p>
  );
}
