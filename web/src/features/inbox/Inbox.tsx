import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { InboxList } from '../../api/generated/types.gen';
import { type InboxFilter, inboxCountsQuery } from '../../api/inbox';
import { useSide } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Choices } from './Choices';
import { Lists } from './Lists';
import { scopeFor } from './scope';
import { useInbox } from './useInbox';

const route = getRouteApi('/inbox');

/** 要対応一覧: what falls due, what is the reader's to do and who is awaited; their own, or of the whole 課室 or organisation. */
export function Inbox() {
  const t = useText();
  const { q, ...asked } = route.useSearch();
  const mine = useQuery(inboxCountsQuery);
  return (
    <Page title={asked.done ? t('対応済みにしたもの', 'What was said to be done') : t('要対応一覧', 'Inbox')}>
      <Loaded query={mine}>
        {({ counts }) => <Chosen filter={{ ...asked, scope: asked.scope ?? scopeFor(counts) }} sought={q ?? ''} />}
      </Loaded>
    </Page>
  );
}

function Chosen({ filter, sought }: { filter: InboxFilter; sought: string }) {
  const side = useSide();
  const { lists, query, error } = useInbox(filter);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const { counts } = pages.at(-1) as InboxList;
        return (
          <>
            <Choices filter={filter} counts={counts} side={side} />
            <Lists key={JSON.stringify(filter)} filter={filter} sought={sought} lists={lists} counts={counts} />
            <ProblemNotice error={error} />
          </>
        );
      }}
    </Loaded>
  );
}
