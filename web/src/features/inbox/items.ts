import type { InboxItem } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { formatDate } from '../../i18n/dates';
import type { Language, Text } from '../../i18n/language';
import { fromTo } from '../../i18n/punctuation';

const ministryTypes = new Set(['REPORT_TO_REVIEW', 'RECORD_TO_CONFIRM', 'MEASURE_TO_CONFIRM']);

/** The screen where an entry is dealt with. */
export function placeOf(item: InboxItem) {
  const id = item.id;
  if (item.noun === 'REPORT' && ministryTypes.has(item.type))
    return { to: '/reports/$id/review' as const, params: { id } };
  if (item.noun === 'REPORT') return { to: '/reports/$id' as const, params: { id } };
  if (item.noun === 'CONFIRMATION_DOCUMENT')
    return { to: '/contracts/$id/confirmation-document' as const, params: { id: item.contractId } };
  if (item.noun === 'PRIOR_REPORT')
    return { to: '/contracts/$id/reports' as const, params: { id: item.contractId }, hash: id };
  if (item.noun === 'CONTRACT') return { to: '/contracts/$id/obligations' as const, params: { id } };
  if (item.noun === 'ACT') return { to: '/authority-acts/$id' as const, params: { id } };
  return { to: '/communications/$id' as const, params: { id } };
}

/** Which list is being read one after the other, as an address holds it: `<scope>.<kind>.<sort>`. */
export const readingOf = (filter: InboxFilter): string =>
  `${filter.scope ?? 'mine'}.${filter.kind ?? ''}.${filter.sort ?? 'age'}`;

export function filterOf(reading: string): InboxFilter {
  const [scope, kind, sort] = reading.split('.');
  return {
    scope: scope === 'section' ? 'section' : undefined,
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

/** What it is about; a report is called by its period. */
export function titleOf(item: InboxItem, t: Text, language: Language): string {
  const [from, to] = item.noun === 'REPORT' || item.noun === 'PRIOR_REPORT' ? (item.title ?? '').split('／') : [];
  return from && to ? fromTo(formatDate(from, language), formatDate(to, language), t) : (item.title ?? '');
}

/** What is asked of the reader, in few words. */
export function askName(type: string, t: Text): string {
  const names: Record<string, [string, string]> = {
    INCIDENT: ['事故の第一報', 'Incident'],
    ACT_TO_DECIDE: ['回答待ち', 'To decide'],
    RECORD_TO_CONFIRM: ['記録の確認', 'Record to confirm'],
    DRAFT_TO_CONFIRM: ['起案の確認', 'Draft to confirm'],
    CORRECTION: ['訂正のお知らせ', 'Corrected'],
    COMMUNICATION: ['届いた連絡', 'Message'],
    REPORT_TO_REVIEW: ['報告の確認', 'Report to review'],
    INQUIRY: ['照会あり', 'Asked back'],
    OBJECTION: ['記録への異議', 'Objection'],
    NEED: ['再手続', 'To be done anew'],
    DECISION: ['回答あり', 'Answered'],
    ASSIGNEE_LEFT: ['担当者の離任', 'Staff has left'],
    INSTRUCTION: ['指示・指定', 'Instruction'],
    REPORT_TO_SUBMIT: ['報告の提出', 'Report to hand in'],
    REPORT_QUERIED: ['報告への照会', 'Report queried'],
    MEASURE_TO_TAKE: ['対策の実施', 'Measure to take'],
    MEASURE_TO_CONFIRM: ['対策の確認', 'Measure to confirm'],
  };
  const name = names[type];
  return name ? t(...name) : t('ご確認', 'To look at');
}
