import { post } from '../../api/client';
import type { DateCorrection } from '../../api/review';
import type { Report } from '../../api/types';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';
import type { Offered } from '../../ui/FormDialog';
import { CorrectionEntry } from '../acts/corrections';
import { reason } from '../acts/officerForms';
import { useOpening } from '../acts/useOpening';

/** 訂正 of the day of submission and of receipt, each by the side that wrote it down. */
export const correctionForms = (report: Report, t: Text): Offered[] => [
  {
    label: t('提出の日を訂正', 'Correct the day of submission'),
    isOffered: report.can.correctSubmission === true,
    weight: 'rare',
    form: correctionForm(report, 'SUBMITTED_ON', report.submission?.on, t('提出の日', 'Day of submission'), t),
  },
  {
    label: t('受領の日を訂正', 'Correct the day of receipt'),
    isOffered: report.can.correctReceipt === true,
    weight: 'rare',
    form: correctionForm(report, 'RECEIVED_ON', report.receipt?.on, t('受領の日', 'Day of receipt'), t),
  },
];

const correctionForm = (
  report: Report,
  date: DateCorrection['date'],
  now: string | undefined,
  name: string,
  t: Text,
): Offered['form'] => ({
  title: t(`${name}の訂正`, `Correction: ${name}`),
  confirm: t('訂正する', 'Correct'),
  above: t(
    '元の日付と訂正の理由は、両者に見える形で残ります。',
    'The old day and the reason stay in sight of both sides.',
  ),
  start: { on: now ?? '' },
  fields: [
    { name: 'on', label: t(`正しい${name}`, `Correct value: ${name}`), kind: 'past', required: true },
    reason(t, t('訂正の理由', 'Why')),
  ],
  send: (body) => post(api.reportCorrections(report.id), { ...body, date }, report.version),
});

/** What was put right in the days of a report; whoever has it on the screen has seen it. */
export function DateCorrections({ report }: { report: Report }) {
  const { id, version, corrections } = report;
  useOpening(api.reportOpening(id), { version, opened: corrections.length === 0 }, ['inbox']);
  if (corrections.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-3">
      {corrections.map(({ date, before, on, at, ...said }) => (
        <li key={at}>
          <CorrectionEntry correction={{ ...said, field: date, oldValue: before, newValue: on, recordedAt: at }} />
        </li>
      ))}
    </ul>
  );
}
