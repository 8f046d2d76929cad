import type { InboxItem } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { askName } from './items';

/** What was just said to be done, and the way back. */
export function DoneNote({ item, onUndo }: { item: InboxItem; onUndo: () => void }) {
  const t = useText();
  return (
    <p role="status" className="mb-2 flex flex-wrap items-center gap-x-3 rounded-8 bg-blue-50 px-3 py-1">
      {t(
        `「${item.contractName}」の「${askName(item.type, t)}」を対応済みにしました。`,
        `${askName(item.type, t)} of ${item.contractName} is done.`,
      )}
      <button type="button" className="button button-text button-small" onClick={onUndo}>
        {t('元に戻す', 'Undo')}
      </button>
    </p>
  );
}
