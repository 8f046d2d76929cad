import type { RowReview } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { inBrackets, slashed } from '../../i18n/punctuation';
import { Chip, Said } from '../../ui/Words';
import { verdictName, verdictTone } from './words';

/** What the ministry's side said of a row, as both sides see it; its words only where the thread does not stand beside. */
export function RowVerdict({ review, isInThread = false }: { review: RowReview; isInThread?: boolean }) {
  const { t, language } = useLanguage();
  const { consultation } = review;
  return (
    <div className="space-y-1 text-[0.9375rem]">
      <p className="flex flex-wrap gap-2">
        <Chip tone={verdictTone[review.verdict]}>{verdictName(review.verdict, t)}</Chip>
        {review.verdict === 'QUERIED' && review.answered && <Chip>{t('回答済み', 'answered')}</Chip>}
        {review.carried && <Chip>{t('差替え前の確認を引継ぎ', 'from the replaced report')}</Chip>}
        {review.recordedBy === 'CONTRACTOR' && (
          <Chip tone={review.confirmed ? 'good' : 'dashed'}>
            {review.confirmed
              ? t('担当職員確認済', 'confirmed by the officer')
              : t('受注者が記録', 'recorded by the contractor')}
          </Chip>
        )}
      </p>
      {review.comment && !isInThread && <p className="pre">{review.comment}</p>}
      {consultation && (
        <div className="space-y-1 rounded-8 bg-solid-gray-50 p-3">
          <p className="font-700">
            {t('協議', 'Consultation')} {formatDate(consultation.on, language)}
          </p>
          <p>{slashed([consultation.ministrySide, consultation.contractorSide], t)}</p>
          <Said label={t('結果', 'Outcome')}>{consultation.outcome}</Said>
          <Said label={t('対策', 'Measure')}>
            {consultation.measure}
            {inBrackets(`${t('期限', 'by')} ${formatDate(consultation.by, language)}`, t)}
          </Said>
        </div>
      )}
    </div>
  );
}
