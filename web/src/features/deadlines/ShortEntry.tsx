import type { InboxItem } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { isLate } from '../inbox/dueWords';
import { askName } from '../inbox/items';

/** What is asked, in the fewest words, and how its day is to be taken: in words, not by colour alone. */
export function ShortEntry({ item }: { item: InboxItem }) {
  const t = useText();
  return (
    <>
      {isLate(item) && <strong className="text-error-2">{t('超過 ', 'overdue ')}</strong>}
      {item.dueIs === 'GUIDE' && t('目安 ', 'guide ')}
      {item.awaits && t('相手待ち ', 'awaited ')}
      {askName(item.type, t)}
    </>
  );
}
