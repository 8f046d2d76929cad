import { useState } from 'react';
import { useText } from '../i18n/language';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="button button-outline button-small"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 2_000);
      }}
    >
      <span role="status">{isCopied ? t('コピーしました', 'Copied') : label}</span>
    </button>
  );
}
