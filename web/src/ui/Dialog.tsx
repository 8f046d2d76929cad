import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/language';

const fields = 'input:not([hidden], [type="hidden"]), select, textarea';

const textsOf = (dialog: HTMLDialogElement | null) =>
  [...(dialog?.querySelectorAll<HTMLTextAreaElement>('textarea:not([readonly])') ?? [])].map(({ value }) => value);

/**
 * A modal question. It begins in its first field, or, where it has none, at what says `data-begin`; Escape and the cancel button close it, and where a text was written they ask
 * before it is thrown away; the browser keeps the focus inside, and
 * afterwards it is where it was.
 */
export function Dialog({
  title,
  onClose,
  onDiscard,
  isCovering = false,
  children,
}: {
  title: string;
  onClose: () => void;
  /** What was typed is thrown away. */
  onDiscard?: () => void;
  /** Hides what is behind it. */
  isCovering?: boolean;
  /** What stands in it; its own ways out close it through what it is given. */
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const begun = useRef<string[]>([]);
  const close = () => {
    if (textsOf(ref.current).some((text) => text.trim() !== '' && !begun.current.includes(text))) setAsking(true);
    else onClose();
  };
  useEffect(() => {
    const opener = document.activeElement;
    begun.current = textsOf(ref.current);
    ref.current?.showModal();
    const begin =
      ref.current?.querySelector<HTMLElement>(fields) ?? ref.current?.querySelector<HTMLElement>('[data-begin]');
    begin?.focus();
    return () => {
      // Back to where it was opened; when that is gone, to the way on or the top of the screen.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const to = opener?.isConnected
          ? opener
          : (document.querySelector('[data-on]') ?? document.querySelector('#main'));
        (to as HTMLElement | null)?.focus();
      });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      // Escape: it closes with our state, not before it, so that whatever opens it next finds it closed. A file chooser cancels, too.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
      onClose={onClose}
      className={`${isCovering ? 'covering' : ''} m-auto w-[min(40rem,calc(100vw-2rem))] rounded-12 border border-solid-gray-600 bg-white p-4 text-left font-400 text-[1rem] text-solid-gray-800 sm:p-6`}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={id} className="heading-2">
          {title}
        </h2>
        <button type="button" className="button button-text button-small shrink-0" onClick={close}>
          {t('閉じる', 'Close')}
        </button>
      </div>
      {isAsking && (
        <div
          role="alertdialog"
          aria-label={t('入力の破棄', 'Throwing text away')}
          className="mb-4 rounded-8 border-2 border-solid-gray-800 p-3"
        >
          <p className="font-700">
            {t('書いた文があります。捨てて閉じますか。', 'You have written something. Throw it away and close?')}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <button
              type="button"
              // biome-ignore lint/a11y/noAutofocus: the question is what Escape was answered with
              autoFocus
              className="button button-small"
              onClick={() => setAsking(false)}
            >
              {t('書き続ける', 'Go on writing')}
            </button>
            <button
              type="button"
              className="button button-outline button-small"
              onClick={() => {
                onDiscard?.();
                onClose();
              }}
            >
              {t('捨てて閉じる', 'Throw it away')}
            </button>
          </div>
        </div>
      )}
      {typeof children === 'function' ? children(close) : children}
    </dialog>
  );
}
