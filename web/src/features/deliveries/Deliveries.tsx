import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { read } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { DeliveryDetails } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { May } from '../../ui/can';
import { More } from '../../ui/More';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { BounceDrop } from './BounceDrop';
import { isTrouble, kindNames, reportNames, stateNames } from './words';

const route = getRouteApi('/deliveries');

/** 通知の記録: to whom which mail went, what the mail server said, and what that means. */
export function Deliveries() {
  const t = useText();
  const { failed } = route.useSearch();
  const asked = { query: { failed: failed || undefined } };
  const deliveries = useInfiniteQuery({
    queryKey: keyOf(api.getDeliveries, asked),
    queryFn: ({ signal, pageParam }) =>
      read(api.getDeliveries, [{ query: { ...asked.query, before: pageParam } }], signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const pages = deliveries.data?.pages;
  const items = pages?.flatMap((page) => page.items) ?? [];
  const choice = (name: string, isFailed: boolean) => (
    <Link
      to="/deliveries"
      search={{ failed: isFailed || undefined }}
      aria-current={(failed ?? false) === isFailed ? 'true' : undefined}
      className="choice choice-small"
    >
      {name}
    </Link>
  );
  return (
    <Page title={t('通知の記録', 'Mails sent')}>
      <p className="hint mb-4">
        {t(
          'このシステムが送ったメールの記録です。「受付済み」は相手側のメールサーバーが受け付けたことを示し、読まれたことは示しません。400日間残します。',
          'What this program sent by mail. “Taken” means that a mail server took it, not that it was read. Kept for 400 days.',
        )}
      </p>
      <p className="mb-4">
        <Link to="/deliveries/templates" className="link">
          {t('メールの文面の見本を見る', 'See what the mails say')}
        </Link>
      </p>
      {pages && (
        <May can={pages[0]?.can.recordBounce} what={t('不達通知の取り込み', 'Bringing a bounce in')}>
          <BounceDrop />
        </May>
      )}
      <nav aria-label={t('絞り込み', 'Filter')} className="mb-4 flex flex-wrap gap-2">
        {choice(t('すべて', 'All'), false)}
        {choice(t('届かなかったもの', 'Not arrived'), true)}
      </nav>
      <ProblemNotice error={deliveries.isFetchNextPageError ? null : deliveries.error} />
      {deliveries.isPending && <Skeleton />}
      {pages && items.length === 0 && <p>{t('ありません。', 'None.')}</p>}
      {items.length > 0 && <Table items={items} />}
      <More pages={deliveries} />
    </Page>
  );
}

function Table({ items }: { items: DeliveryDetails[] }) {
  const { t, language } = useLanguage();
  const states = stateNames(t);
  const reports = reportNames(t);
  const kinds = kindNames(t);
  // On a narrow screen each is a card of its own.
  const cell = 'block border-0 px-0 py-0.5 md:table-cell md:border-b md:px-3 md:py-2';
  return (
    <table className="table-plain block md:table">
      <thead className="hidden md:table-header-group">
        <tr>
          <th scope="col">{t('日時', 'When')}</th>
          <th scope="col">{t('宛先', 'To')}</th>
          <th scope="col">{t('メール', 'Mail')}</th>
          <th scope="col">{t('状況', 'State')}</th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {items.map((item) => (
          <tr key={item.id} className="block border-solid-gray-300 border-b py-3 md:table-row md:border-0 md:py-0">
            <td className={`${cell} whitespace-nowrap`}>
              <time dateTime={item.queuedAt}>{formatInstant(item.queuedAt, language)}</time>
            </td>
            <td className={cell}>
              {item.to ?? t('（招待した方）', '(somebody invited)')}
              {item.organisation && <span className="hint block">{item.organisation}</span>}
            </td>
            <td className={cell}>
              {kinds[item.kind]}
              <span className="hint block">
                {t(`文面 第${item.version}版`, `Text version ${item.version}`)}
                {item.sender && t(`・${item.sender}さんの操作による`, `, by ${item.sender}`)}
              </span>
            </td>
            <td className={cell}>
              <span className={isTrouble(item.state) ? 'font-700 text-error-2' : ''}>{states[item.state]}</span>
              {item.endedAt && (
                <time dateTime={item.endedAt} className="hint block">
                  {formatInstant(item.endedAt, language)}
                </time>
              )}
              {item.reported && item.reportedAt && (
                <span className="block">
                  {reports[item.reported]}
                  <span className="hint block">
                    {t(
                      `通知を取り込んだ方：${item.reportedBy}（${formatInstant(item.reportedAt, language)}）`,
                      `Brought in by ${item.reportedBy}, ${formatInstant(item.reportedAt, language)}`,
                    )}
                  </span>
                </span>
              )}
              {item.meaning && (item.state !== 'SENT' || item.reported === 'DELAYED') && (
                <span className="block">{item.meaning[language]}</span>
              )}
              {item.answer && (
                <span className="hint block break-all">
                  {t('メールサーバーの返答：', 'The mail server said: ')}
                  {item.code} {item.answer}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
