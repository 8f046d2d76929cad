import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { EditionDetails } from '../../api/generated/types.gen';
import { editionsQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { SelectField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { StandingMarks } from './standing';

/** The editions of the annex that the reader sees, and for whom each is; two of which can be compared; new wording comes in by import. */
export function Editions() {
  const t = useText();
  const editions = useQuery(editionsQuery);
  return (
    <Page
      title={t('様式と版', 'Editions')}
      actions={
        <Link to="/start" className="button">
          {t('別記を読み取る', 'Import an annex')}
        </Link>
      }
    >
      <p className="mb-4 max-w-[48rem]">
        {t(
          '「情報セキュリティに関する事項」は、年度や部局では決まらず、契約書の別記の文言で決まります。公表した版は変わりません。',
          'Which edition applies is decided by the wording of the contract’s own annex, not by year or office. A published edition never changes.',
        )}
      </p>
      <Loaded query={editions}>
        {(list) => (
          <>
            <ul className="border-solid-gray-300 border-t">
              {list.toSorted(askedFirst).map((edition) => (
                <li key={edition.code} className="border-solid-gray-300 border-b py-4">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <Link to="/editions/$code" params={{ code: edition.code }} className="link font-700">
                      {edition.code}　{edition.name}
                    </Link>
                    <StandingMarks edition={edition} />
                  </p>
                  <p className="text-[0.875rem] text-solid-gray-700">
                    {t('改訂', 'Revision')} {edition.revision}　{edition.source}
                    {edition.firmName && !edition.isOwn && `　${edition.firmName}`}
                  </p>
                </li>
              ))}
            </ul>
            {list.length > 1 && <Compare codes={list.map((edition) => edition.code)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What waits for the reader's decision comes before what is merely there. */
const askedFirst = (a: EditionDetails, b: EditionDetails) => Number(awaits(b)) - Number(awaits(a));
const awaits = ({ adoptionRequested, can }: EditionDetails) => adoptionRequested && may(can.adoptEdition);

function Compare({ codes }: { codes: string[] }) {
  const t = useText();
  const navigate = useNavigate();
  const [from, setFrom] = useState(codes.at(-2) ?? '');
  const [to, setTo] = useState(codes.at(-1) ?? '');
  const options = codes.map((code) => (
    <option key={code} value={code}>
      {code}
    </option>
  ));
  return (
    <section className="mt-10">
      <h2 className="heading-2 mb-3">{t('二つの版を比べる', 'Compare two editions')}</h2>
      <form
        className="flex flex-wrap items-end gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void navigate({ to: '/editions/diff', search: { from, to } });
        }}
      >
        <SelectField
          label={t('もとの版', 'From')}
          className="w-64"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          {options}
        </SelectField>
        <SelectField
          label={t('比べる版', 'To')}
          className="w-64"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          {options}
        </SelectField>
        <button type="submit" className="button" disabled={from === to}>
          {t('違いを見る', 'Show the differences')}
        </button>
      </form>
    </section>
  );
}
