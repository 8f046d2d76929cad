import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import { contractQuery } from '../api/queries';

/** A screen: its heading is also the window's title, unless `tab` says another. `actions` stand beside the heading. */
export function Page({
  title,
  tab = [title],
  above,
  actions,
  children,
}: {
  title: string;
  /** What the window is called: what it shows, and the contract that it is of. */
  tab?: [what: string, contract?: string];
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useTitle(...tab);
  return (
    <div className="page">
      {above}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <h1 className="heading-1 min-w-0 flex-1 basis-72">{title}</h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/**
 * The window's title, there as soon as the screen is: who arrives is told it. It says what the screen shows, then the contract that it is of:
 * of several tabs each is known by it.
 */
export function useTitle(what: string, contract?: string) {
  const title = contract ? `${what} ${contract}` : what;
  useLayoutEffect(() => {
    document.title = `${title} | SecurityTracker`;
  }, [title]);
}

/** The title of a screen of one contract, whose name is read with the contract. */
export function useTitleIn(contractId: string, what: string) {
  useTitle(what, useQuery(contractQuery(contractId)).data?.name);
}

/** Label and value pairs in a row, as at the head of a record. */
export function Facts({ items, columns = 4 }: { items: [label: string, value: ReactNode][]; columns?: 2 | 4 }) {
  return (
    <dl
      className={`grid grid-cols-1 gap-x-6 gap-y-3 border-solid-gray-300 border-y py-4 sm:grid-cols-2 ${columns === 4 ? 'lg:grid-cols-4' : ''}`}
    >
      {items.map(([label, value]) => (
        <div key={label} className="flex gap-3 sm:block">
          <dt className="w-28 shrink-0 text-[0.875rem] text-solid-gray-600 sm:w-auto">{label}</dt>
          <dd className="min-w-0 font-700 text-[0.9375rem] [word-break:auto-phrase]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
