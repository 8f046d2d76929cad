import type { InboxItem } from '../../api/generated/types.gen';
import { formatDay } from '../../i18n/dates';
import type { Language, Text } from '../../i18n/language';
import { counted, dotted, inBrackets } from '../../i18n/punctuation';

/** Its day has passed. A 目安日, which no officer has confirmed, is never late. */
export const isLate = ({ dueIs, daysLeft }: Pick<InboxItem, 'dueIs' | 'daysLeft'>): boolean =>
  (dueIs === 'DEADLINE' || dueIs === 'BEFORE') && daysLeft !== null && daysLeft < 0;

/** When it is due: what counts, and behind it what explains it, in brackets; null for what has no day. */
export function dueOf(
  { dueOn, dueIs, daysLeft }: Pick<InboxItem, 'dueOn' | 'dueIs' | 'daysLeft'>,
  t: Text,
  language: Language,
): { words: string; aside: string } | null {
  if (dueOn === null || daysLeft === null) return null;
  const day = formatDay(dueOn, language);
  const left = daysLeft === 0 ? t('本日', 'today') : t(`あと${daysLeft}日`, `in ${counted(daysLeft, 'day')}`);
  if (dueIs === 'GUIDE')
    return daysLeft < 0
      ? {
          words: t(`目安日から${-daysLeft}日`, `${counted(-daysLeft, 'day')} since the guide day`),
          aside: inBrackets(day, t),
        }
      : { words: t(`目安日 ${day}`, `guide day ${day}`), aside: inBrackets(left, t) };
  const words = daysLeft < 0 ? t(`${-daysLeft}日過ぎています`, `${counted(-daysLeft, 'day')} overdue`) : left;
  return { words, aside: inBrackets(dotted([dueIs === 'BEFORE' && t('事前に', 'beforehand'), day], t), t) };
}

/** Who is awaited, and for how long: 担当職員の回答待ち 12日. */
export function awaitedOf({ awaits, ageDays }: Pick<InboxItem, 'awaits' | 'ageDays'>, t: Text): string {
  const who = {
    OFFICER: t('担当職員の回答待ち', 'Waiting for the officer’s answer'),
    CONTRACTOR: t('受注者の対応待ち', 'Waiting for the contractor'),
    SUBCONTRACTOR: t('再委託先の記入待ち', 'Waiting for the subcontractor’s rows'),
  };
  if (awaits === null) return '';
  return `${who[awaits]}${ageDays === 0 ? t(' 本日から', ', since today') : t(` ${ageDays}日`, `, ${counted(ageDays, 'day')}`)}`;
}
