import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails, ReviewDetails } from '../../api/generated/types.gen';
import { today } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { type Form, form, type Offered } from '../../ui/FormDialog';
import { statusName } from '../../ui/Status';

/** 受領: when and under which number; a stamped copy or the mail that says so goes with it. */
export const receiptForm = (report: ReportDetails, t: Text): Form =>
  form({
    title: t('受領の記録', 'Receipt'),
    start: { on: today() },
    fields: [
      { name: 'on', label: t('受領の日', 'Received on'), kind: 'past', required: true },
      { name: 'number', label: t('受付番号（任意）', 'Number (optional)') },
      { name: 'fileId', label: t('受付印の写し・メール（任意）', 'Stamped copy or mail (optional)'), kind: 'file' },
    ],
    send: (body) => call(api.recordReceipt, { path: { id: report.id }, body, version: report.version }),
  });

/** A row is 不十分 only by a record of the 協議 that found it. */
const insufficiencyForm = (review: ReviewDetails, t: Text): Form =>
  form({
    title: t('協議の記録（不十分）', 'Consultation (insufficient)'),
    above: t('記録するとすぐに受注者にも見えます。', 'The contractor sees it at once.'),
    start: { on: today() },
    fields: [
      {
        name: 'number',
        label: t('どの行か', 'Which row'),
        kind: 'select',
        required: true,
        options: review.rows
          .map(({ number, status }) => ({ value: String(number), label: `${number}) ${statusName(status, t)}` }))
          .toSorted((a, b) => Number(a.value) - Number(b.value)),
      },
      { name: 'on', label: t('協議の日', 'Date of the consultation'), kind: 'past', required: true },
      { name: 'ministrySide', label: t('当省側の出席者', "Ministry's side"), required: true },
      { name: 'contractorSide', label: t('受注者側の出席者', "Contractor's side"), required: true },
      { name: 'outcome', label: t('協議の結果', 'Outcome'), kind: 'area', required: true },
      { name: 'measure', label: t('講じる対策', 'Measure'), kind: 'area', required: true },
      { name: 'by', label: t('いつまでに', 'Due by'), kind: 'date', required: true },
    ],
    send: ({ number, ...consultation }) =>
      call(api.findRowInsufficient, {
        path: { id: review.reportId, number: Number(number) },
        body: { reportVersion: review.reportVersion, consultation },
        version: review.version,
      }),
  });

/** What the ministry records about a report as a whole. */
export function ministryForms(review: ReviewDetails, report: ReportDetails, t: Text): Offered[] {
  const { reportId, reportVersion, version, can, internalApproval } = review;
  const isApproved = (values: Record<string, unknown>) => values.state === 'APPROVED';
  return [
    {
      label: t('受領を記録', 'Record the receipt'),
      can: report.can.recordReceipt,
      weight: 'main',
      form: receiptForm(report, t),
    },
    {
      label: t('受領の記録を確認する', 'Confirm the receipt'),
      can: report.can.confirmReceipt,
      weight: 'main',
      form: form({
        title: t('受領の記録の確認', 'Confirm the receipt'),
        confirm: t('確認する', 'Confirm'),
        above: t('受注者が記録した受領日・番号のとおりです。', 'It was received as the contractor wrote down.'),
        fields: [],
        send: () => call(api.confirmReceipt, { path: { id: reportId }, version: reportVersion }),
      }),
    },
    {
      label: t('受注者が記録した確認結果を確認する', 'Confirm what the contractor noted'),
      can: report.can.confirmOutsideReview,
      weight: 'main',
      form: form({
        title: t('確認結果の記録の確認', 'Confirm the noted results'),
        confirm: t('確認する', 'Confirm'),
        above: t(
          'メールや電話での確認結果として受注者が記録した内容のとおりです。',
          'What the contractor wrote down of mail or telephone is right.',
        ),
        fields: [],
        send: () => call(api.confirmOutsideReview, { path: { id: reportId }, version: reportVersion }),
      }),
    },
    {
      label: t('協議の結果を記録（不十分）', 'Record a consultation (insufficient)'),
      can: can.findRowInsufficient,
      weight: 'rare',
      form: insufficiencyForm(review, t),
    },
    {
      label: t('省内決裁', 'Internal approval'),
      can: can.noteInternalApproval,
      form: form({
        title: t('省内決裁', 'Internal approval'),
        start: {
          state: internalApproval?.state ?? 'UNDER_WAY',
          number: internalApproval?.number ?? '',
          on: internalApproval?.on ?? '',
        },
        above: t(
          '「確認中」の間だけ、受注者に「省内確認中」と表示されます。番号・日付・氏名は伝わりません。',
          'While under way the contractor sees only “under internal check”: no number, date or name.',
        ),
        fields: [
          {
            name: 'state',
            label: t('状況', 'State'),
            kind: 'choice',
            options: [
              { value: 'UNDER_WAY', label: t('確認中', 'Under way') },
              { value: 'APPROVED', label: t('決裁済み', 'Approved') },
              { value: 'NONE', label: t('なし', 'None') },
            ],
          },
          { name: 'number', label: t('決裁番号', 'Number'), required: true, isShown: isApproved },
          { name: 'on', label: t('決裁日', 'Date of approval'), kind: 'past', required: true, isShown: isApproved },
        ],
        send: (body) =>
          call(api.noteInternalApproval, { path: { id: reportId }, body: { ...body, reportVersion }, version }),
      }),
    },
    {
      label: t('廃棄・移管を記録', 'Disposal'),
      can: can.disposeReport,
      weight: 'rare',
      form: form({
        title: t('廃棄・移管の記録', 'Disposal'),
        isDangerous: true,
        above: t(
          '保存期間の後の廃棄・移管です。中身は消え、ハッシュ値だけが残ります。',
          'After the retention period: the content goes, its hash stays.',
        ),
        start: { kind: 'DISCARDED', on: today() },
        fields: [
          {
            name: 'kind',
            label: t('種別', 'Kind'),
            kind: 'choice',
            options: [
              { value: 'DISCARDED', label: t('廃棄', 'Discarded') },
              { value: 'TRANSFERRED', label: t('移管', 'Transferred') },
            ],
          },
          { name: 'on', label: t('日付', 'Date'), kind: 'past', required: true },
          { name: 'number', label: t('文書番号', 'Number'), required: true },
        ],
        send: (body) => call(api.disposeReport, { path: { id: reportId }, body, version: reportVersion }),
      }),
    },
  ];
}
