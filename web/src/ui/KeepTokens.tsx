import type { TokenDetails } from '../api/generated/types.gen';
import { formatInstant } from '../i18n/dates';
import { useLanguage } from '../i18n/language';

/** Which tokens go on after a new password or a reset: none, unless it is ticked. */
export function KeepTokens({
  tokens,
  kept,
  onKept,
}: {
  tokens: TokenDetails[];
  kept: string[];
  onKept: (kept: string[]) => void;
}) {
  const { t, language } = useLanguage();
  if (tokens.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="font-700">{t('アクセストークン', 'Access tokens')}</legend>
      <p className="hint">
        {t(
          '次のトークンは無効になります。使い続けるものだけを選んでください。',
          'These tokens will be revoked. Tick only those that are to go on working.',
        )}
      </p>
      {tokens.map(({ id, name, lastUsedAt }) => (
        <label key={id} className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={kept.includes(id)}
            onChange={(event) => onKept(event.target.checked ? [...kept, id] : kept.filter((one) => one !== id))}
          />
          <span>
            {name}
            <span className="hint block">
              {t('最後の使用 ', 'last used ')}
              {lastUsedAt ? formatInstant(lastUsedAt, language) : t('まだ', 'never')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
