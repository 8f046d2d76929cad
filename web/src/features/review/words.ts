import type { ReportStage, RowAttention, RowVerdict, SubmissionWay } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import type { Tone } from '../../ui/Words';

export const stageName = (stage: ReportStage, t: Text): string =>
  ({
    DRAFT: t('下書き', 'Draft'),
    FINALISED: t('確定（未提出）', 'Finalised, not handed in'),
    SUBMITTED: t('提出済み', 'Handed in'),
    RECEIVED: t('受領済み', 'Received'),
    QUERIED: t('照会あり', 'Queried'),
    ANSWERED: t('照会に回答済み', 'Answered'),
    MEASURE_AGREED: t('不十分あり（対策を協議済み）', 'Insufficient, measure agreed'),
    SETTLED: t('確認済み', 'Confirmed'),
    REPLACED: t('差替え済み', 'Replaced'),
    DISPOSED: t('廃棄・移管済み', 'Disposed of'),
    DISCARDED: t('破棄した下書き', 'Discarded'),
  })[stage];

const stageTones: Partial<Record<ReportStage, Tone>> = {
  FINALISED: 'good',
  QUERIED: 'ask',
  MEASURE_AGREED: 'strong',
  SETTLED: 'good',
};
export const stageTone = (stage: ReportStage): Tone => stageTones[stage] ?? 'plain';

export const verdictName = (verdict: RowVerdict, t: Text): string =>
  ({
    CONFIRMED: t('確認済', 'Confirmed'),
    CONFIRMED_UNCHANGED: t('前回から変更なし（個別には未閲覧）', 'Unchanged since last time (not read one by one)'),
    QUERIED: t('照会（修正のお願い）', 'Queried'),
    INSUFFICIENT: t('不十分（協議による）', 'Insufficient (by consultation)'),
  })[verdict];

export const verdictTone: Record<RowVerdict, Tone> = {
  CONFIRMED: 'good',
  CONFIRMED_UNCHANGED: 'good',
  QUERIED: 'ask',
  INSUFFICIENT: 'strong',
};

export const attentionName = (attention: RowAttention, t: Text): string =>
  ({
    CHANGED: t('前回から変更', 'Changed'),
    ANSWERED: t('回答あり', 'Answered'),
    NOT_IMPLEMENTED: t('未実施', 'Not implemented'),
    NOT_APPLICABLE: t('該当なし', 'Not applicable'),
    CONTRADICTION: t('記録と食い違い', 'Contradicts the records'),
    NOT_RECORDED: t('記録なし', 'Not recorded'),
    EXPLANATION_MISSING: t('⑩の記載なし', '⑩ missing'),
  })[attention];

export const viaName = (via: SubmissionWay, t: Text): string =>
  ({
    SYSTEM: t('このシステムで', 'by this system'),
    MAIL: t('メールで', 'by mail'),
    HAND: t('持参で', 'by hand'),
    POST: t('郵送で', 'by post'),
  })[via];

/** The ways that there are: by this system only where the section is here to receive it. */
export const viasWhere = (sectionIsHere: boolean): SubmissionWay[] =>
  sectionIsHere ? ['SYSTEM', 'MAIL', 'HAND', 'POST'] : ['MAIL', 'HAND', 'POST'];
