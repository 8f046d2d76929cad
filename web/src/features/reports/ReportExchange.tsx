import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { contractQuery } from '../../api/queries';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { May, may } from '../../ui/can';
import { FileLinks } from '../../ui/Files';
import { FormButtons, form } from '../../ui/FormDialog';
import { Facts } from '../../ui/Page';
import { Chip } from '../../ui/Words';
import { SendByHand } from '../authority-acts/delivery';
import { correctionForms, DateCorrections } from '../review/DateCorrections';
import { receiptForm } from '../review/ministryForms';
import { viaName } from '../review/words';
import { answersSentForm, outsideReviewForm, replacementForm, submissionForm } from './exchangeForms';

/** Where a finalised report is on its way between the two sides, and what can be done about it now. */
export function ReportExchange({ report }: { report: ReportDetails }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const contract = useQuery(contractQuery(report.contractId));
  const { submission, receipt, can, replaces, replacedBy, replacementId, retention, disposal } = report;
  const day = (date: string) => formatDate(date, language);
  const rows = [...report.rows, ...report.extraRows];
  const queried = rows.filter(({ review }) => review?.verdict === 'QUERIED');
  const unsent = queried.filter(({ review }) => review?.answered && !review.answerSent);
  const insufficient = rows.filter(({ review }) => review?.verdict === 'INSUFFICIENT');
  const confirmed = rows.filter(({ review }) => review?.verdict.startsWith('CONFIRMED')).length;
  const officer = contract.data?.officers[0]?.name ?? '';
  const forms = [
    {
      label: t('提出を記録', 'Record the submission'),
      can: can.submitReport,
      weight: 'main' as const,
      form: submissionForm(report, t),
    },
    {
      label: t('差替えを作る（照会のあった行だけ）', 'Make a replacement (queried rows only)'),
      can: can.startReplacement,
      isApt: submission !== null,
      weight: 'main' as const,
      form: replacementForm(report, t, (id) => navigate({ to: '/reports/$id', params: { id } })),
    },
    {
      label: t('提出前に訂正する（差替えを作る）', 'Correct before handing in'),
      can: can.startReplacement,
      isApt: submission === null,
      form: replacementForm(report, t, (id) => navigate({ to: '/reports/$id', params: { id } })),
    },
    {
      label: t('受領を記録', 'Record the receipt'),
      can: can.recordReceipt,
      form: receiptForm(report, t),
    },
    {
      label: t('メール・電話での確認結果を記録', 'Note results given by mail or telephone'),
      can: can.recordOutsideReview,
      form: outsideReviewForm(report, officer, t),
    },
    ...correctionForms(report, t),
  ];
  return (
    <section
      className="my-6 rounded-12 border-2 border-key-900 p-4 md:p-6"
      aria-label={t('提出と確認', 'Handing in and review')}
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="heading-2">{t('提出と確認', 'Handing in and review')}</h2>
        <May can={can.draftVerdict} what={t('この報告の確認', 'Review of this report')}>
          <Link to="/reports/$id/review" params={{ id: report.id }} className="button">
            {t('この報告を確認する', 'Review this report')}
          </Link>
        </May>
      </div>
      {replaces && (
        <p>
          {t('差替え前の報告書：', 'Replaces: ')}
          <Link to="/reports/$id" params={{ id: replaces.reportId }} className="link">
            {t('もとの報告書を見る', 'the earlier report')}
          </Link>
        </p>
      )}
      {replacedBy && (
        <p className="font-700">
          {t('この報告書は差替え済みです。', 'This report has been replaced. ')}
          <Link to="/reports/$id" params={{ id: replacedBy }} className="link">
            {t('いまの報告書を見る', 'See the one in force')}
          </Link>
        </p>
      )}
      {replacementId && (
        <p>
          {t('差替えを作成中です。', 'A replacement is being written. ')}
          <Link to="/reports/$id" params={{ id: replacementId }} className="link">
            {t('差替えの下書きへ', 'To its draft')}
          </Link>
        </p>
      )}
      <Facts
        items={[
          [
            t('提出', 'Handed in'),
            submission ? (
              <>
                {day(submission.on)} {viaName(submission.via, t)}
                <FileLinks files={submission.files} />
              </>
            ) : (
              t('まだ提出の記録はありません', 'not yet')
            ),
          ],
          [
            t('受領', 'Receipt'),
            receipt ? (
              <>
                {day(receipt.on)} {receipt.number}{' '}
                {receipt.recordedBy === 'CONTRACTOR' && (
                  <Chip tone={receipt.confirmed ? 'good' : 'dashed'}>
                    {receipt.confirmed
                      ? t('担当職員確認済', 'confirmed by the officer')
                      : t('受注者が記録', 'recorded by the contractor')}
                  </Chip>
                )}
                {receipt.file && <FileLinks files={[receipt.file]} />}
              </>
            ) : (
              t('未記録', 'not recorded')
            ),
          ],
          [
            t('確認', 'Review'),
            disposal ? (
              t('廃棄・移管済み', 'disposed of')
            ) : (
              <>
                {t(`${rows.length}行中 確認済 ${confirmed}`, `${confirmed} of ${rows.length} confirmed`)}
                {queried.length > 0 && t(`・照会 ${queried.length}`, `, ${queried.length} queried`)}
                {insufficient.length > 0 &&
                  t(`・不十分 ${insufficient.length}`, `, ${insufficient.length} insufficient`)}
              </>
            ),
          ],
          retention
            ? [
                retention.isDefault ? t('保存期間（既定値）', 'Kept until (default)') : t('保存期間', 'Kept until'),
                <time key="until">{day(retention.until)}</time>,
              ]
            : [t('保存期間', 'Kept until'), t('提出から', 'from the submission')],
        ]}
      />
      <DateCorrections report={report} />
      {insufficient.length > 0 && (
        <p className="mt-3">
          <strong>{t('協議により不十分とされた行：', 'Insufficient by consultation: ')}</strong>
          {insufficient.map(({ number, review }) => (
            <span key={number} className="mr-3">
              <a href={`#row-${number}`} className="link">
                {number})
              </a>
              {review?.consultation && inBrackets(`${t('対策の期限', 'measure by')} ${day(review.consultation.by)}`, t)}
            </span>
          ))}
        </p>
      )}
      {!report.sectionIsHere && queried.some(({ review }) => review?.answered) && may(can.answerReportQuery) && (
        <div className="mt-3 space-y-2">
          <p>
            {t(
              unsent.length > 0
                ? '回答は記録しただけです。次のメールファイルで担当課室に送ってください（このシステムからは送りません）。送った後に、そのことを記録してください。'
                : 'すべての回答の送付が記録されています。',
              unsent.length > 0
                ? 'The answers are only written down. Send them to the section by this mail file; nothing is sent from here. Record it after you sent them.'
                : 'Every answer is recorded as sent.',
            )}
          </p>
          <SendByHand
            mail={addressOf(api.getReportAnswersMailFile, { path: { id: report.id } })}
            canSend={
              !contract.data || contract.data.sectionMail !== null || contract.data.officers.some(({ mail }) => mail)
            }
            form={unsent.length > 0 ? answersSentForm(report, t) : undefined}
            contractId={report.contractId}
          />
          {queried.some(({ review }) => review?.answerSent) && (
            <FormButtons
              contractId={report.contractId}
              isSmall
              forms={[
                {
                  label: t('送付の記録を取り消す', 'Take the record of sending back'),
                  can: true,
                  weight: 'rare',
                  form: form({
                    title: t('回答の送付の記録の取消し', 'Take the record of sending back'),
                    confirm: t('取り消す', 'Take it back'),
                    above: t(
                      '送っていなかったとき、又は方法や日付を誤って記録したときに使います。取り消した後、正しく記録し直せます。記録と取消しは履歴に残ります。',
                      'For answers that were not sent, or otherwise than was recorded; record it anew afterwards. Both stay in the history.',
                    ),
                    fields: [],
                    send: () => call(api.takeAnswersSentBack, { path: { id: report.id }, version: report.version }),
                  }),
                },
              ]}
            />
          )}
        </div>
      )}
      {queried.length > 0 && (
        <p className="mt-3">
          <strong>{t('照会のあった行：', 'Queried rows: ')}</strong>
          {queried.map(({ number, review }) => (
            <a key={number} href={`#row-${number}`} className="link mr-3">
              {number})
              {review?.answered
                ? review.answerSent
                  ? t(
                      `（回答済み・${formatDate(review.answerSent.on, 'ja')}${viaName(review.answerSent.via, t)}送付）`,
                      ` (answered, sent ${viaName(review.answerSent.via, t)} on ${formatDate(review.answerSent.on, 'en')})`,
                    )
                  : report.sectionIsHere
                    ? t('（回答済み）', ' (answered)')
                    : t('（回答済み・未送付）', ' (answered, not sent)')
                : ''}
            </a>
          ))}
        </p>
      )}
      <div className="mt-4">
        <FormButtons forms={forms} contractId={report.contractId} />
      </div>
    </section>
  );
}
