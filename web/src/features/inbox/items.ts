import type { InboxItem } from '../../api/acts';
import type { Text } from '../../i18n/language';

const actKinds = new Set(['ACKNOWLEDGE', 'CONSENT', 'PERMIT', 'APPROVE', 'USE_APPROVE', 'CONFIRM']);

/** The screen where an entry is dealt with. */
export function placeOf(item: InboxItem) {
  const id = item.id;
  if (item.type === 'REPORT_TO_REVIEW') return { to: '/reports/$id/review' as const, params: { id } };
  if (item.noun === 'REPORT' || item.type.startsWith('REPORT')) return { to: '/reports/$id' as const, params: { id } };
  if (item.noun === 'ACT' || (!item.noun && item.kind && actKinds.has(item.kind)))
    return { to: '/authority-acts/$id' as const, params: { id } };
  return { to: '/communications/$id' as const, params: { id } };
}

/** What is asked of the reader, in few words. */
export function askName(type: string, t: Text): string {
  const names: Record<string, [string, string]> = {
    INCIDENT: ['事故の第一報', 'Incident'],
    ACT_TO_DECIDE: ['ご回答', 'To decide'],
    RECORD_TO_CONFIRM: ['記録の確認', 'Record to confirm'],
    DRAFT_TO_CONFIRM: ['起案の確認', 'Draft to confirm'],
    CORRECTION: ['訂正のお知らせ', 'Corrected'],
    COMMUNICATION: ['届いた連絡', 'Message'],
    REPORT_TO_REVIEW: ['報告の確認', 'Report to review'],
    INQUIRY: ['照会への回答', 'To answer'],
    OBJECTION: ['記録への異議', 'Objection'],
    NEED: ['再手続', 'To be done anew'],
    DECISION: ['回答の受取り', 'Answered'],
    INSTRUCTION: ['指示・指定', 'Instruction'],
    REPORT_QUERIED: ['報告への照会', 'Report queried'],
  };
  const name = names[type];
  return name ? t(...name) : t('ご確認', 'To look at');
}
