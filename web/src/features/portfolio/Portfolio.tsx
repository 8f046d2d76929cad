import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type PortfolioFilter, portfolioPagesQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { cellKinds, changedName, kindName } from './cellWords';
import { Sign } from './ItemCell';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioTable } from './PortfolioTable';

const route = getRouteApi('/portfolio');

/** 契約の一覧表: all contracts of a 課室 by their items, those first of which something has waited longest for the ministry. */
export function Portfolio() {
  const t = useText();
  const filter = route.useSearch();
  const navigate = useNavigate();
  const portfolio = useInfiniteQuery(portfolioPagesQuery(filter));
  const set = (change: PortfolioFilter) =>
    navigate({ to: '/portfolio', search: { ...filter, ...change }, replace: true });
  return (
    <Page title={t('契約の一覧表', 'Contracts by item')}>
      <PortfolioFilters filter={filter} onChange={set} />
      <Loaded query={portfolio}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const total = pages.at(-1)?.total ?? 0;
          if (items.length === 0)
            return (
              <p className="py-10 text-center">
                {t('条件に合う契約はありません。', 'No contracts match.')}{' '}
                <Link to="/portfolio" className="link">
                  {t('条件を外す', 'Clear the filters')}
                </Link>
              </p>
            );
          return (
            <>
              <Legend />
              <p className="hint my-2" role="status">
                {t(`${total}件`, counted(total, 'contract'))}
                {items.length < total && t(`のうち${items.length}件`, `, ${items.length} shown`)}
                {t('。省側の対応を長く待っているものから。', '. What has waited longest for the ministry comes first.')}
              </p>
              <PortfolioTable items={items} />
              <More pages={portfolio} left={total - items.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What the signs mean. */
function Legend() {
  const t = useText();
  return (
    <dl
      className="mb-3 flex flex-wrap gap-x-5 gap-y-2 text-[0.875rem]"
      aria-label={t('記号の意味', 'What the signs mean')}
    >
      {cellKinds.map((kind) => (
        <div key={kind} className="flex items-center gap-1.5">
          <dt>
            <Sign kind={kind} isChanged={false} />
          </dt>
          <dd>{kindName(kind, t)}</dd>
        </div>
      ))}
      <div className="flex items-center gap-1.5">
        <dt>
          <Sign kind="IMPLEMENTED" isChanged />
        </dt>
        <dd>{t(`${changedName(t)}（前回の報告から。確認前）`, 'Changed since the last report, not confirmed yet')}</dd>
      </div>
    </dl>
  );
}
