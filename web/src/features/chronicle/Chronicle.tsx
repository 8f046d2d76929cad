import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import * as api from '../../api/generated/operations.gen';
import type { ChronicleEntry, ChronicleKindName } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { type ChronicleFilter, chroniclePagesQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { useTitleIn } from '../../ui/Page';
import { SheetLinks } from '../../ui/SheetLinks';
import { Chip, Signed } from '../../ui/Words';
import { ChronicleFilters } from './ChronicleFilters';
import { ThingLink } from './ThingLink';

const route = getRouteApi('/contracts/$id/history');

/** 経緯: all that happened to a contract and to what belongs to it, the latest first. */
export function Chronicle() {
  const t = useText();
  const { id } = route.useParams();
  const filter = route.useSearch();
  const navigate = useNavigate();
  const chronicle = useInfiniteQuery(chroniclePagesQuery(id, filter));
  const set = (change: ChronicleFilter) =>
    navigate({
      to: '/contracts/$id/history',
      params: { id },
      search: { ...filter, ...change },
      replace: true,
      resetScroll: false,
    });
  useTitleIn(id, t('経緯', 'History'));
  return (
    <div className="page">
      <h1 className="heading-1 mb-4">{t('経緯', 'History')}</h1>
      <ChronicleFilters filter={filter} kinds={chronicle.data?.pages[0]?.kinds ?? []} onChange={set} />
      <SheetLinks
        file={(extension) => addressOf(api.getChronicleFile, { path: { contractId: id, extension }, query: filter })}
        hint={t('絞り込んだ全件が入ります。', 'They hold everything that the choice above leaves.')}
      />
      <Loaded query={chronicle}>
        {({ pages }) => (
          <Entries id={id} entries={pages.flatMap((page) => page.entries)} kinds={pages[0]?.kinds ?? []} />
        )}
      </Loaded>
      <More pages={chronicle} />
    </div>
  );
}

function Entries({ id, entries, kinds }: { id: string; entries: ChronicleEntry[]; kinds: ChronicleKindName[] }) {
  const { t, language } = useLanguage();
  if (entries.length === 0) return <p className="py-6">{t('条件に合う記録はありません。', 'Nothing matches.')}</p>;
  const nameOf = (kind: string) => kinds.find((one) => one.kind === kind)?.name ?? { ja: kind, en: kind };
  return (
    <ol className="border-solid-gray-300 border-t">
      {entries.map((entry) => (
        <li
          key={entry.sequence}
          className="grid gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3 md:grid-cols-[12rem_minmax(0,1fr)] print:break-inside-avoid"
        >
          <p className="flex flex-wrap items-start gap-2 text-[0.875rem] text-solid-gray-700 md:flex-col">
            <time dateTime={entry.recordedAt}>{formatInstant(entry.recordedAt, language)}</time>
            <Chip>{t(nameOf(entry.kind).ja, nameOf(entry.kind).en)}</Chip>
          </p>
          <div>
            <p className="[overflow-wrap:anywhere]">
              <ThingLink contractId={id} place={entry.place}>
                {t(entry.text.ja, entry.text.en)}
              </ThingLink>
            </p>
            <Signed by={entry.by} />
          </div>
        </li>
      ))}
    </ol>
  );
}
