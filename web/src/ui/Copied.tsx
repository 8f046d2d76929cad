import { useText } from '../i18n/language';
import { CopyButton } from './CopyButton';

/** A text to be carried elsewhere, with the button that copies it. */
export function Copied({ label, text }: { label: string; text: string }) {
  const t = useText();
  return (
    <div>
      <p className="flex items-center justify-between gap-3">
        <span className="font-700">{label}</span>
        <CopyButton text={text} label={t('コピー', 'Copy')} />
      </p>
      <p className="pre mt-1 rounded-8 bg-solid-gray-50 p-3 text-[0.9375rem]">{text}</p>
    </div>
  );
}
