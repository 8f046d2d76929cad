import type { ReactNode } from 'react';

/** One part of a screen, with what can be done to it beside its heading. */
export function Panel({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="[&>dl]:border-t-0 [&>dl]:pt-1">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3 border-solid-gray-420 border-b pb-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="heading-2">{title}</h2>
          {hint && <p className="hint">{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A row of a list with one button at its end. */
export function Row({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3">
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {action}
    </li>
  );
}
