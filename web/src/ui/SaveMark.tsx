import { useText } from '../i18n/language';
import type { SaveState } from '../saving/savedField';

/** Where a row is on its way to the server, said politely to screen readers too. */
export function SaveMark({ state, incomplete }: { state: SaveState; incomplete?: string }) {
  const t = useText();
  const words: Record<SaveState, string> = {
    clean: '',
    editing: t('入力中', 'Typing'),
    queued: t('保存中', 'Saving'),
    saving: t('保存中', 'Saving'),
    saved: t('保存しました', 'Saved'),
    waiting: t('再送信待ち（入力は残っています）', 'Waiting to send again (your input is kept)'),
    incomplete: incomplete ?? t('まだ保存していません', 'Not saved yet'),
    refused: t('保存できませんでした', 'Not saved'),
    conflict: t('ほかの人の変更と重なりました', 'Changed by someone else meanwhile'),
  };
  const tone = state === 'saved' ? 'text-green-900' : state === 'refused' || state === 'conflict' ? 'text-error-2' : '';
  return (
    <p role="status" className={`min-h-6 text-[0.8125rem] text-solid-gray-700 ${tone}`}>
      {state === 'saved' && <span aria-hidden="true">✓ </span>}
      {words[state]}
    </p>
  );
}
