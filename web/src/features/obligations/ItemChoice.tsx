import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';

/** All of these items but those that are left out. */
export function useItemChoice(items: ObligationDetails[]) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  return {
    items,
    chosen: items.filter((one) => !left.has(one.number)),
    has: (number: number) => !left.has(number),
    toggle(number: number) {
      const next = new Set(left);
      if (!next.delete(number)) next.add(number);
      setLeft(next);
    },
  };
}

/** A list to look at and to untick. */
export function ItemChoice({
  choice,
  children,
}: {
  choice: ReturnType<typeof useItemChoice>;
  /** What else is said of an item. */
  children?: (item: ObligationDetails) => ReactNode;
}) {
  const t = useText();
  return (
    <ul className="mt-3 max-h-[50vh] overflow-y-auto border-solid-gray-300 border-y">
      {choice.items.map((item) => (
        <li key={item.number} className="py-1">
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1 size-5 shrink-0"
              checked={choice.has(item.number)}
              onChange={() => choice.toggle(item.number)}
            />
            <span className="min-w-0">
              <strong className="font-700">
                {item.number > 100 ? t(`追加${item.number - 100}`, `Added ${item.number - 100}`) : `${item.number})`}
              </strong>{' '}
              {(item.rowText ?? item.clauseText).slice(0, 44)}…{children?.(item)}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
