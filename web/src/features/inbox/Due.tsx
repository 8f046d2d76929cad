import type { InboxItem } from '../../api/generated/types.gen';
import { useLanguage } from '../../i18n/language';
import { dueOf, isLate } from './dueWords';

/** From how many days on a day is near. */
export const SOON = 7;

/** When it is due. What is near stands out; red is for late alone, and the words say it too. */
export function Due({ item }: { item: InboxItem }) {
  const { t, language } = useLanguage();
  const due = dueOf(item, t, language);
  if (!due) return null;
  const isNear = item.dueIs !== 'GUIDE' && item.daysLeft !== null && item.daysLeft <= SOON;
  return (
    <span className="block">
      <span className={`nowrap ${isLate(item) ? 'font-700 text-error-2' : isNear ? 'font-700' : ''}`}>{due.words}</span>
      <wbr />
      <span className="nowrap">{due.aside}</span>
      {item.provisional && (
        <span className="hint block">{t('暫定（祝日が未公表の年）', 'provisional: holidays not announced yet')}</span>
      )}
    </span>
  );
}
