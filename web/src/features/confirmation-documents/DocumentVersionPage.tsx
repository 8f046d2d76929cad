import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ConfirmationDocument, documentQuery, documentVersionQuery } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { DocumentContentDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { Loaded } from '../../ui/Loaded';
import { useTitleIn } from '../../ui/Page';
import { Chip, Said } from '../../ui/Words';
import { DocumentChanges } from '../changes/DocumentChanges';
import { EraseOnRoster } from './EraseOnRoster';
import { PeopleTable } from './PeopleTable';
import { versionState, versionTone } from './words';

const route = getRouteApi('/contracts/$id/confirmation-document/$version');

/** One version as it was presented; what changed against the version before stands first. */
export function DocumentVersionPage() {
  const t = useText();
  const { id, version } = route.useParams();
  const number = Number(version);
  const query = useQuery(documentVersionQuery(id, number));
  const document = useQuery(documentQuery(id));
  const title = t(`確認書類 第${number}版`, `Confirmation document, version ${number}`);
  useTitleIn(id, title);
  return (
    <div className="page">
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/confirmation-document" params={{ id }} className="link">
          {t('確認書類', 'Confirmation document')}
        </Link>
      </p>
      <h1 className="heading-1">{title}</h1>
      <Loaded query={query}>
        {(data) => (
          <>
            <p className="mt-2 mb-4 flex flex-wrap items-center gap-3">
              <Chip tone={versionTone(data)}>{versionState(data, t)}</Chip>
              {data.act && (
                <Link to="/authority-acts/$id" params={{ id: data.act.id }} className="link">
                  {t(`${data.word}の手続`, `Procedure (${data.word})`)}
                </Link>
              )}
              {(['docx', 'pdf'] as const).map((format) => (
                <FileLink
                  key={format}
                  className="link"
                  href={addressOf(api.getDocumentFile, { path: { contractId: id, number, extension: format } })}
                >
                  {format === 'docx' ? 'Word' : 'PDF'}
                </FileLink>
              ))}
            </p>
            {number > 1 && <DocumentChanges contractId={id} number={number} />}
            <Content contractId={id} content={data.content} document={document.data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Content({
  contractId,
  content,
  document,
}: {
  contractId: string;
  content: DocumentContentDetails;
  document?: ConfirmationDocument;
}) {
  const t = useText();
  const none = t('記載なし', 'none');
  return (
    <div className="space-y-8">
      <section className="space-y-3">
        <h2 className="heading-2">{t('体制', 'Organisation')}</h2>
        <Said label={t('体制の説明', 'Structure')}>{content.structure ?? none}</Said>
        <Said label={t('実施場所', 'Places of work')}>{content.places ?? none}</Said>
        <Said label={t('資本関係・役員', 'Capital ties and directors')}>{content.capitalAndDirectors ?? none}</Said>
        <PeopleTable
          people={content.people}
          seen={document?.personalFields}
          beside={(person) => document && <EraseOnRoster contractId={contractId} document={document} person={person} />}
        />
      </section>
      <section>
        <h2 className="heading-2">{t('遵守の方法', 'Methods of compliance')}</h2>
        {content.methods.map((one) => (
          <div key={one.number} className="border-solid-gray-300 border-b py-3">
            <p className="font-700">
              {one.number}) {one.heading}
            </p>
            <p className="pre">{one.method ?? none}</p>
          </div>
        ))}
      </section>
      {content.papers.length > 0 && (
        <section>
          <h2 className="heading-2">{t('添える書類', 'Papers')}</h2>
          {content.papers.map((paper) => (
            <div key={paper.id} className="py-1">
              <p className="font-700">{paper.subject}</p>
              <FileLinks files={paper.files} />
            </div>
          ))}
        </section>
      )}
      {content.parts.length > 0 && (
        <section>
          <h2 className="heading-2">{t('再委託先の分', "Subcontractors' parts")}</h2>
          {content.parts.map((part) => (
            <div key={part.partId} className="py-2">
              <p className="font-700">{part.subcontractorName}</p>
              {part.rows.map((row) => (
                <p key={row.number} className="pre ml-4">
                  {row.number}) {row.method ?? none}
                </p>
              ))}
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
