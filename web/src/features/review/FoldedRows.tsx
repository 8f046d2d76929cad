import { type ReactNode, useState } from 'react';

/** Rows that need no look, behind their heading: keys stop at it like at a row, and Enter or Space opens it. */
export function FoldedRows({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-8" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-entry={name} className="w-fit cursor-pointer py-1">
        <h2 className="heading-2 inline">{title}</h2>
      </summary>
      {isOpen && children}
    </details>
  );
}
