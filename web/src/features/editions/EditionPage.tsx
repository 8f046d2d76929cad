import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { EditionDetails } from '../../api/generated/types.gen';
import { editionQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Facts, Page } from '../../ui/Page';
import { EditionActs } from './EditionActs';
import { EditionHistory } from './EditionHistory';
import { StandingMarks, standingSentence } from './standing';

const route = getRouteApi('/editions/$code');

export function EditionPage() {
  const t = useText();
  const { code } = route.useParams();
  const edition = useQuery(editionQuery(code));
  return (
    <Page
      title={edition.data ? `${edition.data.code}　${edition.data.name}` : code}
      above={
        <p className="mb-2 text-[0.875rem]">
          <Link to="/editions" className="link">
            {t('様式と版', 'Editions')}
          </Link>
        </p>
      }
    >
      <Loaded query={edition}>
        {(data) => (
          <>
            <Standing edition={data} />
            <EditionHistory code={data.code} />
            <EditionText edition={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Whom the edition is for, and what the reader can do about it. */
function Standing({ edition }: { edition: EditionDetails }) {
  const t = useText();
  return (
    <div className="mb-6 space-y-3">
      <p className="flex flex-wrap items-center gap-2">
        <StandingMarks edition={edition} />
        {edition.firmName && !edition.isOwn && (
          <span className="text-[0.875rem] text-solid-gray-700">
            {t(`公表した組織：${edition.firmName}`, `Published by ${edition.firmName}`)}
          </span>
        )}
      </p>
      <p className="max-w-[48rem]">{standingSentence(edition, t)}</p>
      <EditionActs edition={edition} />
    </div>
  );
}

/** The edition word for word: what was decided for the contract, then the form that reports on it. */
export function EditionText({ edition }: { edition: EditionDetails }) {
  const t = useText();
  return (
    <>
      <Facts
        items={[
          [t('改訂', 'Revision'), edition.revision],
          [t('出典', 'Source'), edition.source],
          [t('受注者を指す語', 'Word for the contractor'), edition.contractorWord],
          [
            t('文言のハッシュ', 'Hash of the text'),
            <span key="hash" className="font-400 font-mono text-[0.75rem]">
              {edition.hash}
            </span>,
          ],
        ]}
      />
      <div lang="ja" className="mt-8 grid gap-10 lg:grid-cols-2">
        <section>
          <h2 className="heading-2 mb-3">情報セキュリティに関する事項</h2>
          <p className="mb-3">{edition.opening}</p>
          {edition.requirements.map((requirement) => (
            <section key={requirement.id} id={`requirement-${requirement.number}`} className="mb-5">
              {requirement.heading && <h3 className="heading-3">{requirement.heading}</h3>}
              <p className="pre text-[0.9375rem]">
                <span className="font-700">{requirement.number}) </span>
                {requirement.text}
              </p>
            </section>
          ))}
        </section>
        <section>
          <h2 className="heading-2 mb-3">{edition.form?.mark ?? t('別紙なし', 'No form')}</h2>
          {edition.form ? (
            <>
              <p className="mb-2 font-700">{edition.form.title}</p>
              <p className="mb-3">{edition.form.preamble}</p>
              {edition.form.rows.map((row) => (
                <p key={row.number} className="pre mb-4 text-[0.9375rem]">
                  <span className="block font-700">{row.label}</span>
                  {row.text}
                </p>
              ))}
              {edition.form.notes.map((note) => (
                <p key={note} className="pre text-[0.875rem]">
                  {note}
                </p>
              ))}
              <p className="mt-2 text-[0.875rem]">{edition.form.closing}</p>
            </>
          ) : (
            <p>
              {t(
                'この版に報告書の様式はありません。書き方は担当職員と合意してから使います。',
                'This edition has no report form; the layout is agreed with the officer first.',
              )}
            </p>
          )}
        </section>
      </div>
    </>
  );
}
