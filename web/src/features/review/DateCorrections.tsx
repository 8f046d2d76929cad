import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDate, ReportDetails, SubmissionWay } from '../../api/generated/types.gen';
import { type Text, useLanguage } from '../../i18n/language';
import { type Form, form, type Offered } from '../../ui/FormDialog';
import { CorrectionEntry } from '../authority-acts/corrections';
import { reason } from '../authority-acts/officerForms';
import { useOpening } from '../authority-acts/useOpening';
import { viaName, viasWhere } from './words';

/** 訂正 of the day of submission and of receipt, each by the side that wrote it down. */
export const correctionForms = (report: ReportDetails, t: Text): Offered[] => [
  {
    label: t('提出の日を訂正', 'Correct the day of submission'),
    can: report.can.correctReportDate,
    isApt: report.correctableDates.includes('SUBMITTED_ON'),
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
    can: report.can.correctReportDate,
    isApt: report.correctableDates.includes('RECEIVED_ON'),
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
    can: report.can.correctSubmissionWay,
    weight: 'rare',
    form: wayCorrection(report.submission?.via, false, t, (body) =>
      call(api.correctSubmissionWay, { path: { id: report.id }, body, version: report.version }),
    ),
  },
  {
    label: t('提出の記録を取り消す', 'Take the submission back'),
    can: report.can.withdrawSubmission,
    weight: 'rare',
    form: form({
      title: t('提出の記録の取消し', 'Take the submission back'),
      confirm: t('取り消す', 'Take it back'),
      above: t(
        'まだ提出していなかったときに使います。取り消した記録と理由は残ります。',
        'For a report that was not handed in after all. The record and the reason stay.',
      ),
      fields: [reason(t)],
      send: (body) => call(api.withdrawSubmission, { path: { id: report.id }, body, version: report.version }),
    }),
  },
];

/** 訂正 of the way in which something was handed in. */
export const wayCorrection = (
  via: SubmissionWay | undefined,
  withSystem: boolean,
  t: Text,
  send: (body: { via: SubmissionWay; reason: string }) => Promise<unknown>,
): Form =>
  form({
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

const correct = (report: ReportDetails, date: ReportDate, body: { on: string; reason: string }) =>
  call(api.correctReportDate, { path: { id: report.id }, body: { ...body, date }, version: report.version });

/** 訂正 of a day, with what stands there now to begin from. */
export const dayCorrection = (
  name: string,
  now: string | undefined,
  send: (body: { on: string; reason: string }) => Promise<unknown>,
  t: Text,
): Form =>
  form({
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
export function DateCorrections({ report }: { report: ReportDetails }) {
  const { t } = useLanguage();
  const { id, version, corrections, wayCorrections } = report;
  useOpening(api.openReport, corrections.length + wayCorrections.length === 0, { path: { id }, version });
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
