import { post } from '../../api/client';
import type { Via } from '../../api/documents';
import type { DateCorrection } from '../../api/review';
import type { Report } from '../../api/types';
import { type Text, useLanguage } from '../../i18n/language';
import { api } from '../../paths';
import type { Form, Offered } from '../../ui/FormDialog';
import type { FormBody } from '../../ui/FormFields';
import { CorrectionEntry } from '../acts/corrections';
import { reason } from '../acts/officerForms';
import { useOpening } from '../acts/useOpening';
import { viaName, viasWhere } from './words';

/** 訂正 of the day of submission and of receipt, each by the side that wrote it down. */
export const correctionForms = (report: Report, t: Text): Offered[] => [
  {
    label: t('提出の日を訂正', 'Correct the day of submission'),
    isOffered: report.can.correctSubmission === true,
    weight: 'rare',
    form: dayCorrection(
      t('提出の日', 'Day of submission'),
      report.submission?.on,
      (body) => correct(report, 'SUBMITTED_ON', body),
      t,
    ),
  },
  {
    label: t('受領の日を訂正', 'Correct the day of receipt'),
    isOffered: report.can.correctReceipt === true,
    weight: 'rare',
    form: dayCorrection(
      t('受領の日', 'Day of receipt'),
      report.receipt?.on,
      (body) => correct(report, 'RECEIVED_ON', body),
      t,
    ),
  },
  {
    label: t('提出の方法を訂正', 'Correct the way of submission'),
    isOffered: report.can.correctSubmissionWay === true,
    weight: 'rare',
    form: wayCorrection(report.submission?.via, false, t, (body) =>
      post(api.submissionStep(report.id, 'corrections'), body, report.version),
    ),
  },
  {
    label: t('提出の記録を取り消す', 'Take the submission back'),
    isOffered: report.can.withdrawSubmission === true,
    weight: 'rare',
    form: {
      title: t('提出の記録の取消し', 'Take the submission back'),
      confirm: t('取り消す', 'Take it back'),
      above: t(
        'まだ提出していなかったときに使います。取り消した記録と理由は残ります。',
        'For a report that was not handed in after all. The record and the reason stay.',
      ),
      fields: [reason(t)],
      send: (body) => post(api.submissionStep(report.id, 'withdrawal'), body, report.version),
    },
  },
];

/** 訂正 of the way in which something was handed in. */
export const wayCorrection = (via: Via | undefined, withSystem: boolean, t: Text, send: Form['send']): Form => ({
  title: t('提出の方法の訂正', 'Correction: way of submission'),
  confirm: t('訂正する', 'Correct'),
  above: t(
    '元の方法と訂正の理由は、両者に見える形で残ります。',
    'The old way and the reason stay in sight of both sides.',
  ),
  start: { via: via === 'MAIL' ? 'HAND' : 'MAIL' },
  fields: [
    {
      name: 'via',
      label: t('実際の方法', 'How it really was'),
      kind: 'choice',
      options: viasWhere(withSystem).map((value) => ({ value, label: viaName(value, t) })),
    },
    reason(t, t('訂正の理由', 'Why')),
  ],
  send,
});

const correct = (report: Report, date: DateCorrection['date'], body: FormBody) =>
  post(api.reportCorrections(report.id), { ...body, date }, report.version);

/** 訂正 of a day, with what stands there now to begin from. */
export const dayCorrection = (name: string, now: string | undefined, send: Form['send'], t: Text): Form => ({
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
  send,
});

/** What was put right in the days of a report; whoever has it on the screen has seen it. */
export function DateCorrections({ report }: { report: Report }) {
  const { t } = useLanguage();
  const { id, version, corrections, wayCorrections } = report;
  useOpening(api.reportOpening(id), { version, opened: corrections.length + wayCorrections.length === 0 }, ['inbox']);
  if (corrections.length + wayCorrections.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-3">
      {corrections.map(({ date, before, on, at, ...said }) => (
        <li key={at}>
          <CorrectionEntry correction={{ ...said, field: date, oldValue: before, newValue: on, recordedAt: at }} />
        </li>
      ))}
      {wayCorrections.map(({ before, via, at, ...said }) => (
        <li key={at}>
          <CorrectionEntry
            correction={{
              ...said,
              field: 'VIA',
              oldValue: viaName(before, t),
              newValue: via ? viaName(via, t) : t('提出の取消し', 'taken back'),
              recordedAt: at,
            }}
          />
        </li>
      ))}
    </ul>
  );
}
