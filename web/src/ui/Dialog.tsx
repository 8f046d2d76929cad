import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/language';

const fields = 'input:not([hidden], [type="hidden"]), select, textarea';

/**
 * A modal question. It begins in its first field; Escape and the cancel button close it; the browser keeps the focus inside, and
 * afterwards it is where it was.
 */
export function Dialog({
  title,
  onClose,
  isCovering = false,
  children,
}: {
  title: string;
  onClose: () => void;
  /** Hides what is behind it. */
  isCovering?: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    ref.current?.querySelector<HTMLElement>(fields)?.focus();
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
        onClose();
      }}
      onClose={onClose}
      className={`${isCovering ? 'covering' : ''} m-auto w-[min(40rem,calc(100vw-2rem))] rounded-12 border border-solid-gray-600 bg-white p-4 text-left font-400 text-[1rem] text-solid-gray-800 sm:p-6`}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={id} className="heading-2">
          {title}
        </h2>
        <button type="button" className="button button-text button-small shrink-0" onClick={onClose}>
          {t('閉じる', 'Close')}
        </button>
      </div>
      {children}
    </dialog>
  );
}
