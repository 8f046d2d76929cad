import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useText } from '../i18n/language';
import { ProblemNotice } from './Notice';

type Pages = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'isFetchNextPageError' | 'error'
>;

/** Reads the next page of a list, where there is one; `left` says how many more there are, where that is known. */
export function More({ pages, left }: { pages: Pages; left?: number }) {
  const t = useText();
  return (
    <>
      {pages.hasNextPage && (
        <p className="mt-4 text-center print:hidden">
          <button
            type="button"
            className="button button-outline"
            disabled={pages.isFetchingNextPage}
            onClick={() => pages.fetchNextPage()}
          >
            {left === undefined
              ? t('さらに表示', 'Show more')
              : t(`さらに表示（残り${left}件）`, `Show more (${left} left)`)}
          </button>
        </p>
      )}
      <ProblemNotice error={pages.isFetchNextPageError ? pages.error : null} />
    </>
  );
}
