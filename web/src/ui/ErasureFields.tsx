import { useText } from '../i18n/language';
import { TextAreaField } from './Field';

interface Erasure {
  reason: string;
  /** Whoever erases has said that it cannot be undone. */
  isSure: boolean;
}

/** Why something is erased for good, and that it is meant. */
export function ErasureFields({ value, onChange }: { value: Erasure; onChange: (value: Erasure) => void }) {
  const t = useText();
  return (
    <>
      <TextAreaField
        label={t('消去する理由', 'Reason')}
        hint={t('個人の名前は書かないでください。', 'Please do not name individuals.')}
        required
        maxLength={1000}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.target.value })}
      />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-5"
          checked={value.isSure}
          onChange={(event) => onChange({ ...value, isSure: event.target.checked })}
        />
        {t('元に戻せないことを確認しました', 'I understand that this cannot be undone')}
      </label>
    </>
  );
}
