import { useText } from '../i18n/language';

/** Says that a form begins with what was typed on an earlier visit, and offers to begin again. */
export function Restored({ draft }: { draft: { isRestored: boolean; begin(): void } }) {
  const t = useText();
  if (!draft.isRestored) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 rounded-8 bg-blue-50 px-3 py-1 text-[0.9375rem]">
      {t('送っていない前回の入力を戻しました。', 'This is what you typed before and did not send.')}
      <button type="button" className="button button-text button-small" onClick={draft.begin}>
        {t('はじめから書く', 'Begin again')}
      </button>
    </p>
  );
}
