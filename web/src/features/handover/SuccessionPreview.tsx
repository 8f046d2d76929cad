import { useQuery } from '@tanstack/react-query';
import * as api from '../../api/generated/operations.gen';
import type { SuccessionPreview as Preview } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { query } from '../../api/query';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { ProblemNotice } from '../../ui/Notice';
import { SheetLinks } from '../../ui/SheetLinks';

interface Asked {
  sectionId: string;
  fromPersonId: string;
  toPersonId: string;
  on: string;
  endMembership: boolean;
}

const successionPreviewQuery = ({ sectionId, ...asked }: Asked) =>
  query(api.getSuccessionPreview, { path: { sectionId }, query: asked });

/** What a 異動 will move, as the act itself works it out, before anything is moved. */
export function SuccessionPreview(asked: Asked) {
  const t = useText();
  const { sectionId, fromPersonId, toPersonId, on } = asked;
  const isAsked = fromPersonId !== '' && toPersonId !== '' && fromPersonId !== toPersonId && on !== '';
  const preview = useQuery({ ...successionPreviewQuery(asked), enabled: isAsked });
  return (
    <>
      {isAsked && (
        <section aria-live="polite" className="border-solid-gray-420 border-l-4 pl-3">
          <h3 className="font-700">{t('引き継がれるもの', 'What will be handed over')}</h3>
          <ProblemNotice error={preview.error} />
          {preview.isPending && <p>{t('確かめています…', 'Looking…')}</p>}
          {preview.data && <Moved preview={preview.data} />}
        </section>
      )}
      {fromPersonId !== '' && (
        <SheetLinks
          of={t('引継書', 'Handover note')}
          file={(extension) =>
            addressOf(api.getOfficerHandover, { path: { sectionId, personId: fromPersonId, extension } })
          }
        />
      )}
    </>
  );
}

function Moved({ preview }: { preview: Preview }) {
  const { t, language } = useLanguage();
  const { contracts, waiting, roles, delegations } = preview;
  return (
    <div className="space-y-2">
      {contracts.length === 0 ? (
        <p>{t('この方が担当する契約はありません。', 'This person is in charge of no contract.')}</p>
      ) : (
        <Contracts contracts={contracts} waiting={waiting} />
      )}
      {roles.length > 0 && (
        <p>{t('前任の、この課室での役割も終わります。', 'The predecessor’s role in this section ends, too.')}</p>
      )}
      {delegations.map(({ from, until }) => (
        <p key={from}>
          {t(
            `前任に委任した${formatDate(from, language)}から${formatDate(until, language)}までの代理は、役割の解除により使えなくなります。`,
            `The delegation to the predecessor from ${formatDate(from, language)} to ${formatDate(until, language)} can no longer be used.`,
          )}
        </p>
      ))}
    </div>
  );
}

function Contracts({ contracts, waiting }: Pick<Preview, 'contracts' | 'waiting'>) {
  const t = useText();
  return (
    <>
      <p>{t(`契約 ${contracts.length}件`, counted(contracts.length, 'contract'))}</p>
      <ul className="ml-5 list-disc text-[0.9375rem]">
        {contracts.map(({ id, name, contractorName }) => (
          <li key={id}>
            {name}
            <span className="hint ml-2">{contractorName}</span>
          </li>
        ))}
      </ul>
      {waiting.length === 0 ? (
        <p>{t('対応を待つものはありません。', 'Nothing waits on them.')}</p>
      ) : (
        <ul className="ml-5 list-disc text-[0.9375rem]">
          {waiting.map(({ type, name, count, late }) => (
            <li key={type}>
              {t(`${name.ja} ${count}件`, `${name.en}: ${count}`)}
              {late > 0 && t(`（うち期限を過ぎたもの ${late}件）`, ` (${late} late)`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
