import { useState } from 'react';
import type { ContractDetails, OfficerDetails } from '../../api/generated/types.gen';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { May } from '../../ui/can';
import { OfficersDialog, postName } from './OfficersDialog';

/** The officers in charge today, and those who take over on a day to come. */
export function Officers({ contract }: { contract: ContractDetails }) {
  const { t, language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const coming = contract.officerLists.filter((list) => list.from > today());
  return (
    <section className="mt-10" id="officers">
      <h2 className="heading-2 mb-2">{t('担当職員', 'Officers in charge')}</h2>
      {contract.officers.length === 0 ? (
        <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>
      ) : (
        <OfficerRows officers={contract.officers} />
      )}
      {coming.map((list) => (
        <div key={list.from} className="mt-4">
          <h3 className="font-700">
            {t(`${formatDate(list.from, language)}から`, `From ${formatDate(list.from, language)}`)}
          </h3>
          <OfficerRows officers={list.officers} />
        </div>
      ))}
      <May can={contract.can.correctContract} what={t('担当職員の記録', 'Recording the officers')}>
        <button type="button" className="button button-outline button-small mt-4" onClick={() => setIsOpen(true)}>
          {t('担当職員を記録', 'Record the officers')}
        </button>
      </May>
      {isOpen && <OfficersDialog contract={contract} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function OfficerRows({ officers }: { officers: OfficerDetails[] }) {
  const { t, language } = useLanguage();
  return (
    <ul className="border-solid-gray-300 border-t">
      {officers.map((officer) => (
        <li
          key={`${officer.post} ${officer.name} ${officer.from}`}
          className="flex flex-wrap gap-x-4 border-solid-gray-300 border-b py-2"
        >
          <span className="font-700">
            {postName(officer.post, t)}　{officer.name}
          </span>
          {officer.mail && (
            <a className="link" href={`mailto:${officer.mail}`}>
              {officer.mail}
            </a>
          )}
          {officer.telephone && <span>{officer.telephone}</span>}
          <span className="text-[0.875rem] text-solid-gray-700">
            {t(`${formatDate(officer.from, language)}から担当`, `since ${formatDate(officer.from, language)}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
