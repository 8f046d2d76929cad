import type { ReactNode } from 'react';

/** Something wide that scrolls sideways by itself; on paper all of it stands. */
export function Scrolled({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keys
      tabIndex={0}
      aria-label={label}
      className={`relative overflow-x-auto print:overflow-visible ${className}`}
    >
      {children}
    </section>
  );
}
