import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { read } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { SignInFailureDetails } from '../../api/generated/types.gen';
import { keyOf } from '../../api/operation';
import { formatInstant } from '../../i18n/dates';
import { type Text, useLanguage, useText } from '../../i18n/language';
import { More } from '../../ui/More';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';

const route = getRouteApi('/organisations/$id/sign-in-failures');

/** Sign-ins that failed, for administrators: whose account, where from, why. */
export function SignInFailures() {
  const t = useText();
  const { id } = route.useParams();
  const failures = useInfiniteQuery({
    queryKey: keyOf(api.getSignInFailures),
    queryFn: ({ signal, pageParam }) => read(api.getSignInFailures, [{ query: { before: pageParam } }], signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const pages = failures.data?.pages;
  const items = pages?.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('失敗したサインイン', 'Failed sign-ins')}
      above={
        <p className="mb-1">
          <Link to="/organisations/$id" params={{ id }} className="link">
            {t('組織と利用者', 'Organisation and people')}
          </Link>
        </p>
      }
    >
      <ProblemNotice error={failures.isFetchNextPageError ? null : failures.error} />
      {failures.isPending && <Skeleton />}
      {pages && (
        <p className="hint mb-4">
          {t(
            `接続元のアドレスを含むため、${pages[0]?.keptDays}日を過ぎると消去されます。`,
            `They hold the address of the source and are deleted after ${pages[0]?.keptDays} days.`,
          )}
        </p>
      )}
      {pages && items.length === 0 && <p>{t('ありません。', 'None.')}</p>}
      {items.length > 0 && <Failures items={items} />}
      <More pages={failures} />
    </Page>
  );
}

function Failures({ items }: { items: SignInFailureDetails[] }) {
  const { t, language } = useLanguage();
  // On a narrow screen each is a card of its own: four columns would leave two characters a line.
  const cell = 'block border-0 px-0 py-0.5 md:table-cell md:border-b md:px-3 md:py-2';
  return (
    <table className="table-plain block md:table">
      <thead className="hidden md:table-header-group">
        <tr>
          <th scope="col">{t('日時', 'When')}</th>
          <th scope="col">{t('アカウント', 'Account')}</th>
          <th scope="col">{t('接続元', 'From')}</th>
          <th scope="col">{t('理由', 'Why')}</th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {items.map((item) => (
          <tr key={item.id} className="block border-solid-gray-300 border-b py-3 md:table-row md:border-0 md:py-0">
            <td className={`${cell} font-700 md:font-400`}>
              <time dateTime={item.at}>{formatInstant(item.at, language)}</time>
            </td>
            <td className={cell}>
              {item.personName ?? accountOf(item, t)}
              {item.personName && <span className="hint block">{item.organisationNames.join(t('、', ', '))}</span>}
            </td>
            <td className={cell}>
              <span className="hint md:hidden">{t('接続元 ', 'From ')}</span>
              <span className="break-all">{item.address ?? t('（不明）', '(unknown)')}</span>
            </td>
            <td className={cell}>{reasonOf(item.code, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const accountOf = ({ organisationNames }: SignInFailureDetails, t: Text) =>
  organisationNames.length > 0
    ? t(`${organisationNames.join('、')}の利用者`, `Somebody of ${organisationNames.join(', ')}`)
    : t('登録のないアカウント', 'No such account');

const reasonOf = (code: string, t: Text): string => {
  switch (code) {
    case 'sign-in-failed':
      return t('パスワードの誤り又はロック中', 'Wrong password, or locked');
    case 'code-wrong':
      return t('確認コードの誤り', 'Wrong code');
    case 'passkey-failed':
      return t('パスキーの確認の失敗', 'Passkey not confirmed');
    case 'set-up-code-wrong':
      return t('設定コードの誤り', 'Wrong set-up code');
    default:
      return code.startsWith('provider') || code.startsWith('invitation')
        ? t('組織のサインインの失敗', 'The organisation’s own sign-in failed')
        : code;
  }
};
