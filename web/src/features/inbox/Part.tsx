import { useId } from 'react';
import type { InboxCounts } from '../../api/generated/types.gen';
import type { InboxFilter, InboxPart } from '../../api/inbox';
import { type Text, useText } from '../../i18n/language';
import { InboxRow } from './InboxRow';
import { entryOf } from './items';
import type { ListOfInbox } from './useInbox';
import type { useMarks } from './useMarks';

/** One list under its heading; what was said to be done stands alone and has none. */
export function Part({
  part,
  items,
  more,
  counts,
  filter,
  isSeeking,
  marks,
}: ListOfInbox & {
  counts: InboxCounts;
  filter: InboxFilter;
  isSeeking: boolean;
  marks: ReturnType<typeof useMarks>;
}) {
  const t = useText();
  const heading = useId();
  // Whoever looks for something is not told of every place where it is not.
  if (items.length === 0 && !more && (isSeeking || filter.kind || part === 'DONE')) return null;
  return (
    <section aria-labelledby={part === 'DONE' ? undefined : heading} className="mb-8">
      {part !== 'DONE' && <Heading id={heading} part={part} counts={filter.kind ? null : counts} />}
      {items.length === 0 && !more ? (
        <p className="hint py-2">{t('ありません。', 'None.')}</p>
      ) : (
        <ul className="border-solid-gray-420 border-t">
          {items.map((item) => (
            <InboxRow key={entryOf(item)} item={item} filter={filter} marks={marks} />
          ))}
        </ul>
      )}
      {more && (
        <p className="mt-4 text-center">
          <button type="button" className="button button-outline" onClick={more}>
            {t('さらに表示', 'Show more')}
          </button>
        </p>
      )}
    </section>
  );
}

/** What the part is called, how much is in it, and how much of that is late. Of one kind alone nobody has counted. */
function Heading({ id, part, counts }: { id: string; part: InboxPart; counts: InboxCounts | null }) {
  const t = useText();
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
      <h2 id={id} className="heading-2">
        {partName(part, t)}
        {counts && (
          <span className="ml-2 text-[1.0625rem]">{t(`${count(part, counts)}件`, `${count(part, counts)}`)}</span>
        )}
      </h2>
      {part === 'DEADLINE' && counts !== null && counts.late > 0 && (
        <p className="font-700 text-error-2">
          {t(`うち${counts.late}件は過ぎています`, `${counts.late} of them overdue`)}
        </p>
      )}
    </div>
  );
}

const partName = (part: InboxPart, t: Text): string =>
  ({
    DEADLINE: t('期限', 'Due'),
    OWN: t('自分の対応', 'To do'),
    AWAITED: t('相手待ち', 'Waiting for others'),
  })[part];

const count = (part: InboxPart, { deadline, own, awaited }: InboxCounts): number =>
  ({ DEADLINE: deadline, OWN: own, AWAITED: awaited })[part];
