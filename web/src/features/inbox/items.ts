import type { InboxItem, ReportInRow } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { formatDate } from '../../i18n/dates';
import type { Language, Text } from '../../i18n/language';
import { dotted, fromTo } from '../../i18n/punctuation';

const ministryTypes = new Set(['REPORT_TO_REVIEW', 'RECORD_TO_CONFIRM', 'MEASURE_TO_CONFIRM']);

/** The screen where an entry is dealt with. */
export function placeOf(item: InboxItem) {
  const params = { id: item.id };
  const ofContract = { id: item.contractId };
  switch (item.noun) {
    case 'REPORT':
      return {
        to: ministryTypes.has(item.type) ? ('/reports/$id/review' as const) : ('/reports/$id' as const),
        params,
      };
    case 'CONFIRMATION_DOCUMENT':
      return { to: '/contracts/$id/confirmation-document' as const, params: ofContract };
    case 'PRIOR_REPORT':
      return { to: '/contracts/$id/reports' as const, params: ofContract, hash: item.id };
    case 'CONTRACT':
      return { to: placesOfContract[item.type] ?? ('/contracts/$id/obligations' as const), params: ofContract };
    case 'PART':
      // The firm fills its rows; who waits for it looks at whom they engaged.
      return item.awaits
        ? { to: '/contracts/$id' as const, params: ofContract, hash: 'subcontractors' }
        : { to: '/parts/$id' as const, params };
    case 'ACT':
      return { to: '/authority-acts/$id' as const, params };
    default:
      return { to: '/communications/$id' as const, params };
  }
}

const placesOfContract: Record<string, '/contracts/$id/reports' | '/contracts/$id/procedures'> = {
  REPORT_TO_DRAFT: '/contracts/$id/reports',
  REPORT_DUE: '/contracts/$id/reports',
  CLOSING_LIST: '/contracts/$id/procedures',
  CLOSING_TO_CONFIRM: '/contracts/$id/procedures',
  WORDS_TO_TAKE_ANEW: '/contracts/$id/procedures',
};

/** That screen as one address: what is dealt with on the same screen has the same. */
export function addressOf(item: InboxItem): string {
  const { to, params, hash } = placeOf(item);
  return to.replace('$id', params.id) + (hash ? `#${hash}` : '');
}

/** Tells the entries apart: one rule can ask more than one thing of a contract. */
export const entryOf = (item: InboxItem): string => [item.type, item.id, item.key].join('.');

/** Which list is being read one after the other, as an address holds it: `<scope>.<kind>.<sort>`. */
export const readingOf = (filter: InboxFilter): string =>
  `${filter.scope ?? 'mine'}.${filter.kind ?? ''}.${filter.sort ?? 'age'}`;

export function filterOf(reading: string): InboxFilter {
  const [scope, kind, sort] = reading.split('.');
  return {
    scope: scope === 'section' ? 'section' : 'mine',
    kind: kind || undefined,
    sort: sort === 'date' ? 'date' : undefined,
  };
}

/** The edition's word for it, or ours. */
export const wordOf = (item: InboxItem, t: Text): string | null =>
  item.noun === 'REPORT'
    ? null
    : item.noun === 'PRIOR_REPORT'
      ? t('導入前の記録の取消し', 'Prior record withdrawn')
      : item.wording;

const PERIOD = /^(\d{4}-\d\d-\d\d)／(\d{4}-\d\d-\d\d)$/;

/** What it is about; a report is called by its period. */
export function titleOf(item: InboxItem, t: Text, language: Language): string {
  const [, from, to] = PERIOD.exec(item.title ?? '') ?? [];
  return from && to ? fromTo(formatDate(from, language), formatDate(to, language), t) : (item.title ?? '');
}

/** What is in a report, what an officer looks for first: 変更1・食い違い3・未実施1. */
export function reportWords(report: ReportInRow, t: Text): string {
  const { first, changed, notImplemented, notApplicable, answered, contradicting, unrecorded } = report;
  return dotted(
    [
      answered > 0 && t(`照会への回答${answered}`, `${answered} answered`),
      first
        ? t('最初の報告', 'first report')
        : changed > 0
          ? t(`変更${changed}`, `${changed} changed`)
          : t('前回から変更なし', 'as before'),
      contradicting > 0 && t(`食い違い${contradicting}`, `${contradicting} contradicting`),
      unrecorded > 0 && t(`記録なし${unrecorded}`, `${unrecorded} not recorded`),
      notImplemented > 0 && t(`未実施${notImplemented}`, `${notImplemented} not implemented`),
      notApplicable > 0 && t(`該当なし${notApplicable}`, `${notApplicable} not applicable`),
    ],
    t,
  );
}

/** What is asked of the reader, in few words. */
export function askName(type: string, t: Text): string {
  const name = names[type];
  return name ? t(...name) : t('ご確認', 'To look at');
}

const names: Record<string, [ja: string, en: string]> = {
  INCIDENT: ['事故の第一報', 'Incident'],
  ACT_TO_DECIDE: ['回答待ち', 'To decide'],
  RECORD_TO_CONFIRM: ['記録の確認', 'Record to confirm'],
  DRAFT_TO_CONFIRM: ['起案の確認', 'Draft to confirm'],
  CORRECTION: ['訂正のお知らせ', 'Corrected'],
  COMMUNICATION: ['届いた連絡', 'Message'],
  REPORT_TO_DRAFT: ['報告書の作成', 'Report to draft'],
  REPORT_TO_FINALISE: ['報告書の確定', 'Report to finalise'],
  REPORT_TO_SUBMIT: ['報告の提出', 'Report to hand in'],
  REPORT_DUE: ['報告の提出', 'Report due'],
  REPORT_TO_REVIEW: ['報告の確認', 'Report to review'],
  REPORT_QUERIED: ['報告への照会', 'Report queried'],
  RECEIPT_TO_NOTE: ['受領の記録', 'Receipt to note'],
  INQUIRY: ['照会あり', 'Asked back'],
  OBJECTION: ['記録への異議', 'Objection'],
  NEED: ['再手続', 'To be done anew'],
  DECISION: ['回答あり', 'Answered'],
  ASSIGNEE_LEFT: ['担当者の離任', 'Staff has left'],
  INSTRUCTION: ['指示・指定', 'Instruction'],
  INSTRUCTION_TO_MEET: ['指示・指定', 'Instruction to meet'],
  MEASURE_TO_TAKE: ['対策の実施', 'Measure to take'],
  MEASURE_TO_CONFIRM: ['対策の確認', 'Measure to confirm'],
  CONDITION_TO_KEEP: ['条件の履行', 'Condition to keep'],
  WORD_EXPIRES: ['期限が切れる許可等', 'Permission expires'],
  WORDS_TO_TAKE_ANEW: ['前年度の許可等の取り直し', 'Words to take anew'],
  WORD_TO_SEND: ['未送付のお願い', 'Request not sent yet'],
  DOCUMENT_TO_PRESENT: ['確認書類の提示', 'Document to present'],
  DOCUMENT_TO_SUBMIT: ['確認書類の提出', 'Document to hand in'],
  CLOSING_LIST: ['終了時の返却・廃棄・消去の一覧', 'List of returns and erasures'],
  CLOSING_TO_CONFIRM: ['終了時の確認', 'Closure to confirm'],
  PART_TO_FILL: ['再委託先の記入', 'Subcontractor’s part'],
  ITEMS_TO_RECORD: ['事項の記録', 'Items to record'],
  ITEMS_TO_REAFFIRM: ['記録の再確認', 'Records to look at again'],
};
