import { useId } from 'react';
import { useText } from '../i18n/language';

/** A button that opens the file chooser, for one file. */
export function FileButton({
  label,
  accept,
  isBusy,
  onFile,
}: {
  label: string;
  accept: string;
  isBusy: boolean;
  onFile: (file: File) => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <span>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isBusy}
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        className="button button-outline peer-focus-visible:shadow-[0_0_0_2px_var(--color-yellow-300)] peer-focus-visible:outline-4 peer-focus-visible:outline-black peer-focus-visible:outline-offset-2"
      >
        {isBusy ? t('送っています…', 'Sending…') : label}
      </label>
    </span>
  );
}
