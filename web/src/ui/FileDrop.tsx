import { type ReactNode, useId, useState } from 'react';
import { useText } from '../i18n/language';

/** A place to drop files on; a click or the keyboard opens the file chooser. */
export function FileDrop({
  title,
  hint,
  accept,
  multiple,
  isBusy,
  onFiles,
}: {
  title: ReactNode;
  hint: ReactNode;
  accept: string;
  multiple?: boolean;
  isBusy: boolean;
  onFiles: (files: File[]) => void;
}) {
  const t = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length && !isBusy) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the file button as its keyboard way
    <div
      className={`rounded-16 border-3 border-dashed px-6 py-12 text-center transition-colors md:py-16 ${
        isOver ? 'border-key-900 bg-key-100' : 'border-solid-gray-420 bg-key-50'
      }`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p className="heading-2 mx-auto max-w-[36rem]">{title}</p>
      <p className="hint mx-auto mt-2 max-w-[40rem]">{hint}</p>
      <div className="mt-6">
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={isBusy}
          className="peer sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <label
          htmlFor={id}
          className="button peer-focus-visible:shadow-[0_0_0_2px_var(--color-yellow-300)] peer-focus-visible:outline-4 peer-focus-visible:outline-black peer-focus-visible:outline-offset-2"
        >
          {isBusy ? t('読み取っています…', 'Reading…') : t('ファイルを選ぶ', 'Choose a file')}
        </label>
      </div>
    </div>
  );
}
