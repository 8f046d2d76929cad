import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractDetails } from '../../api/generated/types.gen';
import { contractQuery } from '../../api/queries';
import { formatDate, today } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { type Form, FormButtons, form } from '../../ui/FormDialog';
import { Chip } from '../../ui/Words';

const wayName = (isShownOnly: boolean, t: Text) =>
  isShownOnly ? t('再提示のみで可', 'showing it again is enough') : t('再提示と同意', 'shown again and consented to');

/** What a change of the 従事者 alone wants: 再提示 and 同意, or 再提示 only where the officer said so in a 協議. */
export function RosterAgreement({ contractId }: { contractId: string }) {
  const { t, language } = useLanguage();
  const contract = useQuery(contractQuery(contractId));
  if (!contract.data) return null;
  const { rosterChanges, can } = contract.data;
  return (
    <div className="mt-4 text-[0.9375rem]">
      <p>
        {t('従事者だけを変更するとき：', 'When only the roster changes: ')}
        <strong>{wayName(rosterChanges?.rePresentationOnly === true, t)}</strong>
        {rosterChanges ? (
          <>
            {t('（', ' (')}
            <time>{formatDate(rosterChanges.consultation.consultedOn, language)}</time>{' '}
            {rosterChanges.consultation.with}
            {t('との協議）', ')')}
          </>
        ) : (
          t('（既定）', ' (default)')
        )}{' '}
        {rosterChanges?.recordedBy === 'CONTRACTOR' && (
          <Chip tone="dashed">{t('受注者が記録', 'recorded by the contractor')}</Chip>
        )}
      </p>
      {rosterChanges && <p className="pre hint">{rosterChanges.consultation.outcome}</p>}
      <div className="mt-2">
        <FormButtons
          isSmall
          contractId={contractId}
          forms={[
            {
              label: t('従事者の変更の扱いを記録', 'Record what was agreed'),
              can: can.agreeRosterChanges,
              form: agreementForm(contract.data, t),
            },
          ]}
        />
      </div>
    </div>
  );
}

const agreementForm = (contract: ContractDetails, t: Text): Form =>
  form({
    title: t('従事者だけを変更するときの扱い', 'When only the roster changes'),
    above: t(
      '従事者の名簿だけが変わる版について、担当職員と協議して決めた扱いを記録します。ほかの内容も変わるときは、これまでどおり変更案の提出と同意が必要です。',
      'What was agreed with the officer for a version in which the roster alone changes. A change of anything else is proposed for consent as before.',
    ),
    start: {
      way: contract.rosterChanges?.rePresentationOnly === false ? 'CONSENT' : 'SHOWN',
      consultedOn: today(),
    },
    fields: [
      {
        name: 'way',
        label: t('扱い', 'What is wanted'),
        kind: 'choice',
        options: [
          { value: 'SHOWN', label: wayName(true, t) },
          { value: 'CONSENT', label: wayName(false, t) },
        ],
      },
      { name: 'consultedOn', label: t('協議の日', 'Day of the consultation'), kind: 'past', required: true },
      { name: 'with', label: t('協議の相手', 'With whom'), required: true },
      { name: 'outcome', label: t('協議の結果', 'Outcome'), kind: 'area', required: true },
    ],
    send: ({ way, ...consultation }) =>
      call(api.agreeRosterChanges, {
        path: { id: contract.id },
        body: { rePresentationOnly: way === 'SHOWN', consultation },
        version: contract.version,
      }),
  });
