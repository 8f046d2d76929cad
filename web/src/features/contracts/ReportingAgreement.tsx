import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AgreedPeriod, ContractDetails, ReportingBasis } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { formatDate, today } from '../../i18n/dates';
import { type Text, useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { May } from '../../ui/can';
import { SelectField, TextAreaField, TextField } from '../../ui/Field';

const basisNames = (t: Text): Record<ReportingBasis, string> => ({
  FISCAL_HALF: t(
    '年度の半期（４〜９月、10〜３月）',
    'Halves of the fiscal year (April to September, October to March)',
  ),
  TERM_HALF: t('契約期間の半分ごと', 'Halves of the contract term'),
  ANNIVERSARY: t('契約期間の始めから６か月ごと', 'Every six months from the start of the term'),
  YEARLY: t('年度ごと（４〜３月）', 'Fiscal years (April to March)'),
  AGREED_CALENDAR: t('個別に定めた期間', 'Individually agreed periods'),
});

/** What was agreed with the officer about when to report, or that our default applies. */
export function ReportingAgreement({ contract }: { contract: ContractDetails }) {
  const { t, language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { reporting } = contract;
  return (
    <div className="mt-4">
      {reporting && (
        <p className="text-[0.9375rem]">
          {t('協議で定めた区切り：', 'Agreed: ')}
          <strong className="font-700">{basisNames(t)[reporting.basis]}</strong>
          {t('（', ' (')}
          <time>{formatDate(reporting.consultation.consultedOn, language)}</time> {reporting.consultation.with}
          {t('）', ')')}
        </p>
      )}
      <May can={contract.can.correctContract} what={t('定めた時期の記録', 'Recording what was agreed')}>
        <button type="button" className="button button-outline button-small mt-2" onClick={() => setIsOpen(true)}>
          {t('担当職員と定めた時期を記録', 'Record what was agreed')}
        </button>
      </May>
      {isOpen && <ReportingDialog contract={contract} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

type Entered = AgreedPeriod & { key: number };
interface Agreement {
  basis: ReportingBasis;
  consultation: { consultedOn: string; with: string; outcome: string };
  periods: Entered[];
}

function ReportingDialog({ contract, onClose }: { contract: ContractDetails; onClose: () => void }) {
  const t = useText();
  const { reporting } = contract;
  const names = basisNames(t);
  const draft = useFormDraft<Agreement>(
    `contract/${contract.id}/reporting`,
    {
      basis: reporting?.basis ?? 'FISCAL_HALF',
      consultation: reporting?.consultation ?? { consultedOn: today(), with: '', outcome: '' },
      periods: reporting?.periods.length
        ? reporting.periods.map((period, key) => ({ ...period, key }))
        : [{ key: 0, from: contract.startsOn, to: '', dueOn: '' }],
    },
    ({ consultation }) => consultation.outcome.trim() !== '',
  );
  const { basis, consultation, periods } = draft.value;
  const set = (change: Partial<Agreement>) => draft.set({ ...draft.value, ...change });
  const setConsultation = (next: Agreement['consultation']) => set({ consultation: next });
  const mutation = useAct(
    () =>
      call(api.agreeReporting, {
        path: { id: contract.id },
        body: {
          basis,
          consultation,
          periods: basis === 'AGREED_CALENDAR' ? periods.map(({ key, ...period }) => period) : null,
        },
        version: contract.version,
      }),
    () => {
      draft.forget();
      onClose();
    },
  );
  return (
    <ActDialog title={t('報告の時期の取決め', 'When to report')} act={mutation} draft={draft} onClose={onClose}>
      <p className="hint">
        {t(
          '担当職員と協議して定めた区切りを記録します。報告済みの期間は変わりません。',
          'Records what was agreed with the officer. Periods that have a report stay as they are.',
        )}
      </p>
      <SelectField
        label={t('区切り', 'Basis')}
        value={basis}
        onChange={(event) => set({ basis: event.target.value as ReportingBasis })}
      >
        {(Object.keys(names) as ReportingBasis[]).map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </SelectField>
      {basis === 'AGREED_CALENDAR' && <PeriodRows periods={periods} setPeriods={(next) => set({ periods: next })} />}
      <TextField
        label={t('協議の日', 'Consulted on')}
        type="date"
        required
        value={consultation.consultedOn}
        onChange={(event) => setConsultation({ ...consultation, consultedOn: event.target.value })}
      />
      <TextField
        label={t('相手（課室・職名）', 'With (section and post)')}
        required
        value={consultation.with}
        onChange={(event) => setConsultation({ ...consultation, with: event.target.value })}
      />
      <TextAreaField
        label={t('協議の結果', 'Outcome')}
        required
        value={consultation.outcome}
        onChange={(event) => setConsultation({ ...consultation, outcome: event.target.value })}
      />
    </ActDialog>
  );
}

function PeriodRows({ periods, setPeriods }: { periods: Entered[]; setPeriods: (periods: Entered[]) => void }) {
  const t = useText();
  const labels = {
    from: t('期間の始め', 'From'),
    to: t('期間の終わり', 'To'),
    dueOn: t('提出日', 'Due on'),
  };
  return (
    <>
      {periods.map((period) => (
        <div key={period.key} className="grid gap-3 sm:grid-cols-4">
          {(['from', 'to', 'dueOn'] as const).map((field) => (
            <TextField
              key={field}
              label={labels[field]}
              type="date"
              required
              value={period[field]}
              onChange={(event) =>
                setPeriods(
                  periods.map((one) => (one.key === period.key ? { ...one, [field]: event.target.value } : one)),
                )
              }
            />
          ))}
          {periods.length > 1 && (
            <button
              type="button"
              className="button button-text button-small self-end"
              onClick={() => setPeriods(periods.filter((one) => one.key !== period.key))}
            >
              {t('外す', 'Remove')}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="button button-outline button-small justify-self-start"
        onClick={() =>
          setPeriods([...periods, { key: Math.max(...periods.map(({ key }) => key)) + 1, from: '', to: '', dueOn: '' }])
        }
      >
        {t('期間を加える', 'Add a period')}
      </button>
    </>
  );
}
