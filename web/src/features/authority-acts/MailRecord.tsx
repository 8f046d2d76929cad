import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ActSummary, MailReadingDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useLanguage } from '../../i18n/language';
import { labelled } from '../../i18n/punctuation';
import { useFormDraft } from '../../saving/useFormDraft';
import { SelectField } from '../../ui/Field';
import { bodyOf, FormFields, type FormValues, hasLongText } from '../../ui/FormFields';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Restored } from '../../ui/Restored';
import { outsideFields } from './outsideForm';

/** Which request the mail answers and how; proposed from the mail, decided by a person. */
export function MailRecord({
  contractId,
  reading,
  acts,
  actAt,
  onDone,
}: {
  contractId: string;
  reading: MailReadingDetails;
  acts: ActSummary[];
  actAt: string;
  onDone: (actId: string) => unknown;
}) {
  const { t, language } = useLanguage();
  const { proposes, file } = reading;
  const draft = useFormDraft<{ actId: string; values: FormValues }>(
    `contract/${contractId}/mail/${file.sha256}`,
    {
      actId: acts.some(({ id }) => id === proposes.actId) ? (proposes.actId ?? '') : '',
      values: { outcome: proposes.outcome ?? '', actAt, officerName: reading.from?.name ?? '' },
    },
    (typed) => hasLongText(outsideFields('', true, t), typed.values),
  );
  const { actId, values } = draft.value;
  const act = acts.find(({ id }) => id === actId);
  const fields = outsideFields(act?.wording ?? t('了承', 'acknowledgement'), act?.state === 'GRANTED', t);
  const record = useAct(
    () =>
      call(api.recordFromOutside, {
        path: { id: actId },
        version: act?.version ?? 0,
        body: {
          ...bodyOf(fields, values),
          channel: 'MAIL',
          fileIds: reading.attachments.map(({ id }) => id),
          mailFileId: file.id,
        },
      }),
    () => {
      draft.forget();
      return onDone(actId);
    },
  );
  if (acts.length === 0)
    return (
      <p>
        {t('回答を待っている手続はありません。', 'No procedure is waiting for an answer.')}{' '}
        <Link to="/contracts/$id/communications/new" params={{ id: contractId }} className="link">
          {t('連絡として記録する', 'Note it as a message')}
        </Link>
      </p>
    );
  return (
    <form
      className="grid gap-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        record.mutate();
      }}
    >
      <Restored draft={draft} />
      <SelectField
        label={t('どの手続への回答か', 'Which procedure it answers')}
        hint={
          proposes.actId
            ? t('整理番号・返信元から選びました。', 'Proposed from its reference number or what it replies to.')
            : undefined
        }
        required
        value={actId}
        onChange={(event) => draft.set({ actId: event.target.value, values })}
      >
        <option value="">{t('選んでください', 'Please choose')}</option>
        {acts.map((one) => (
          <option key={one.id} value={one.id}>
            {labelled(one.wording, one.title, t)}
          </option>
        ))}
      </SelectField>
      {proposes.whyNoOutcome && <Notice tone="info" title={proposes.whyNoOutcome.messages[language]} />}
      <FormFields
        contractId={contractId}
        fields={fields}
        values={values}
        onChange={(next) => draft.set({ actId, values: next })}
      />
      <ProblemNotice error={record.error} />
      <button
        type="submit"
        className="button justify-self-start"
        disabled={record.isPending || !act || !values.outcome}
      >
        {t('受注者として記録する', 'Record as the contractor')}
      </button>
      <p className="hint">
        {t(
          '「受注者が記録」として残り、担当職員が確認すると「担当職員確認済」になります。メールのファイルも一緒に残します。',
          'It stands as recorded by the contractor until an officer confirms it. The mail file is kept with it.',
        )}
      </p>
    </form>
  );
}
