import { Link } from '@tanstack/react-router';
import type { ProcedureDetails } from '../../api/generated/types.gen';
import { useLanguage, useText } from '../../i18n/language';
import { May } from '../../ui/can';
import { Chip } from '../../ui/Words';
import { wordOf } from './words';

/** What this contract's edition asks for, item by item; each can be begun here. */
export function ProcedureList({ contractId, procedures }: { contractId: string; procedures: ProcedureDetails[] }) {
  const t = useText();
  const numbers = [...new Set(procedures.map(({ number }) => number))].toSorted((a, b) => (a ?? 99) - (b ?? 99));
  return (
    <section className="mt-12">
      <h2 className="heading-2">{t('この契約で求められる手続', 'What this contract asks for')}</h2>
      {numbers.map((number) => (
        <div key={number ?? 'other'} className="mt-5 lg:grid lg:grid-cols-[6.5rem_minmax(0,1fr)] lg:gap-x-4">
          <h3 className="heading-3 py-2">
            {number === null ? t('事項以外', 'Other') : t(`事項 ${number})`, `Item ${number})`)}
          </h3>
          <ul className="border-solid-gray-420 border-t">
            {procedures
              .filter((procedure) => procedure.number === number)
              .map((procedure) => (
                <ProcedureRow
                  key={`${procedure.subject} ${procedure.kind}`}
                  contractId={contractId}
                  procedure={procedure}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ProcedureRow({ contractId, procedure }: { contractId: string; procedure: ProcedureDetails }) {
  const { t, language } = useLanguage();
  const { kind, isCommunication, wording } = procedure;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-2">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-700">{procedure.title[language]}</span>
          <Chip tone={isCommunication ? 'plain' : 'ask'}>{wordOf(wording, kind, t)}</Chip>
          {procedure.before && <Chip>{t('事前に', 'beforehand')}</Chip>}
          {procedure.approver === 'RESPONSIBLE_SECTION' && <Chip>{t('担当課室', 'the section')}</Chip>}
        </p>
        <details className="text-[0.875rem] text-solid-gray-700">
          <summary className="w-fit cursor-pointer underline">
            {t('条文', 'Text')}
            <span className="sr-only"> {procedure.title[language]}</span>
          </summary>
          <p lang="ja" className="pre mt-1 border-solid-gray-300 border-l-4 pl-3">
            {procedure.sentence}
          </p>
        </details>
      </div>
      <May can={procedure.can}>
        <Begin contractId={contractId} procedure={procedure} />
      </May>
    </li>
  );
}

/** Where 了承 of the 確認書類 is asked for is its own screen: the request goes out with the version presented. */
function Begin({ contractId, procedure }: { contractId: string; procedure: ProcedureDetails }) {
  const t = useText();
  const { subject, kind, wording, isCommunication, direction } = procedure;
  const common = { params: { id: contractId }, className: 'button button-outline button-small' };
  if (isCommunication)
    return (
      <Link to="/contracts/$id/communications/new" search={{ subject, kind }} {...common}>
        {kind === 'SHOW'
          ? t('示されたものを記録', 'Note what was shown')
          : direction === 'FROM_OFFICER'
            ? t(`担当職員の${wording}を記録`, `Note the officer's ${wording}`)
            : t(`${wording}を記録`, `Note it (${wording})`)}
      </Link>
    );
  if (subject === 'CONFIRMATION_DOCUMENT' || subject === 'CONFIRMATION_DOCUMENT_CHANGE')
    return (
      <Link to="/contracts/$id/confirmation-document" {...common}>
        {t('確認書類の画面で提示する', 'Present it on its own screen')}
      </Link>
    );
  return (
    <Link to="/contracts/$id/procedures/new" search={{ subject, kind }} {...common}>
      {t(`${wording}をお願いする`, `Ask for it (${wording})`)}
    </Link>
  );
}
