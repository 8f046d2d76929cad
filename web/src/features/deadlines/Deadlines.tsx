import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { deadlinesQuery, inboxCountsQuery } from '../../api/inbox';
import { addMonths, firstOf, lastOf, monthOf, weekOf } from '../../i18n/calendar';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { scopeFor } from '../inbox/scope';
import { DeadlineList, Entries } from './DeadlineList';
import { MonthGrid } from './MonthGrid';
import { Timeline } from './Timeline';
import { type DeadlineSearch, Ways } from './Ways';

const route = getRouteApi('/deadlines');

/** How many months the list shows at a time. */
const MONTHS = 6;

/** 期限: this week, and what falls due month by month, as a list, as a calendar or contract by contract. Every day is a day in Tokyo. */
export function Deadlines() {
  const t = useText();
  const search = route.useSearch();
  const counts = useQuery(inboxCountsQuery);
  return (
    <Page title={t('期限', 'Dates due')}>
      <Loaded query={counts}>
        {({ counts }) => <DeadlinesOf search={{ ...search, scope: search.scope ?? scopeFor(counts) }} />}
      </Loaded>
    </Page>
  );
}

function DeadlinesOf({ search }: { search: DeadlineSearch }) {
  const t = useText();
  const now = today();
  const month = search.month ?? monthOf(now);
  const isGrid = search.view === 'grid';
  const last = isGrid ? month : addMonths(month, MONTHS - 1);
  const scope = search.scope ?? 'mine';
  const week = weekOf(now);
  const thisWeek = useQuery(deadlinesQuery(week.from, week.to, scope));
  const months = useQuery(deadlinesQuery(firstOf(month), lastOf(last), scope));
  return (
    <>
      <section className="mb-8" aria-labelledby="this-week">
        <h2 id="this-week" className="heading-2 mb-2">
          {t('今週', 'This week')}
          <span className="ml-3 font-400 text-[1rem]">
            <Term from={week.from} to={week.to} isShort />
          </span>
        </h2>
        <Loaded query={thisWeek}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t('今週の期限はありません。', 'Nothing falls due this week.')}</p>
            ) : (
              <Entries items={items} />
            )
          }
        </Loaded>
        <p className="hint mt-2 print:hidden">
          {t('過ぎている期限は、', 'What is overdue stands first in the ')}
          <Link to="/inbox" search={{ scope }} className="link">
            {t('要対応一覧', 'inbox')}
          </Link>
          {t('の先頭にあります。', '.')}
          {t('お使いのカレンダーには、', 'To see them in your own calendar, go to ')}
          <Link to="/account" hash="calendar" className="link">
            {t('アカウントの「カレンダーへの登録」', '“In your calendar” of your account')}
          </Link>
          {t('から表示できます。', '.')}
        </p>
      </section>
      <Ways search={search} month={month} step={isGrid ? 1 : MONTHS} />
      <Loaded query={months}>
        {({ items, truncated }) => (
          <>
            {truncated && (
              <p role="status" className="mb-3 font-700">
                {t(
                  `多いため、早いものから${items.length}件だけを表示しています。`,
                  `There are more; the first ${items.length} are shown.`,
                )}
              </p>
            )}
            {isGrid && <MonthGrid search={search} month={month} now={now} items={items} />}
            {search.view === 'timeline' && <Timeline from={month} to={last} items={items} />}
            <div className={isGrid || (search.view && items.length > 0) ? 'md:hidden print:hidden' : ''}>
              <DeadlineList from={month} to={last} items={items} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
