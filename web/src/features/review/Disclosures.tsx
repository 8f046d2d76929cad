import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { DisclosureGround, ReviewDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { disclosuresQuery } from '../../api/review';
import { useAct } from '../../api/useAct';
import { type Text, useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { ProblemNotice } from '../../ui/Notice';
import { Signed } from '../../ui/Words';

const grounds = (t: Text): [string, string][] => [
  ['ARTICLE_5_1', t('第5条第1号（個人に関する情報）', 'Art. 5(1) personal')],
  ['ARTICLE_5_1_2', t('第5条第1号の2（行政機関等匿名加工情報）', 'Art. 5(1)-2 anonymised')],
  ['ARTICLE_5_2', t('第5条第2号（法人等に関する情報）', 'Art. 5(2) business')],
  ['ARTICLE_5_3', t('第5条第3号（国の安全等）', 'Art. 5(3) national security')],
  ['ARTICLE_5_4', t('第5条第4号（公共の安全等）', 'Art. 5(4) public order')],
  ['ARTICLE_5_5', t('第5条第5号（審議・検討等）', 'Art. 5(5) deliberation')],
  ['ARTICLE_5_6', t('第5条第6号（事務・事業）', 'Art. 5(6) operations')],
];

function partsOf(review: ReviewDetails, t: Text): { part: string; name: string; text: string }[] {
  const headers: [keyof ReviewDetails['header'], string][] = [
    ['documentNumber', t('文書番号', 'Document number')],
    ['contractorAddress', t('住所', 'Address')],
    ['contractorName', t('名称', 'Name')],
    ['representativeTitle', t('代表者の役職', 'Title')],
    ['representativeName', t('代表者氏名', 'Representative')],
    ['contractName', t('契約件名', 'Contract')],
  ];
  return [
    ...headers.map(([key, name]) => ({ part: `/header/${key}`, name, text: review.header[key] ?? '' })),
    ...review.rows
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ number, reason, explanation }) => [
        { part: `/rows/${number}/reason`, name: `${number}) ${t('理由', 'Reason')}`, text: reason ?? '' },
        { part: `/rows/${number}/explanation`, name: `${number}) ⑩`, text: explanation ?? '' },
      ]),
  ].filter(({ text }) => text !== '');
}

/** 開示請求: a copy in which what is withheld is marked with its ground. */
export function Disclosures({ review }: { review: ReviewDetails }) {
  const t = useText();
  const { reportId } = review;
  const list = useQuery(disclosuresQuery(reportId));
  const [withheld, setWithheld] = useState<Record<string, DisclosureGround | ''>>({});
  const make = useAct(() =>
    call(api.markDisclosure, {
      path: { id: reportId },
      body: {
        withheld: Object.entries(withheld).flatMap(([part, ground]) => (ground ? [{ part, ground }] : [])),
      },
    }),
  );
  return (
    <details className="card mt-10">
      <summary className="heading-3 cursor-pointer">
        {t('開示請求に応じる写し（不開示部分に印）', 'Copy for a disclosure request')}
      </summary>
      <div className="mt-4 space-y-4">
        <table className="table-plain">
          <thead>
            <tr>
              <th scope="col">{t('部分', 'Part')}</th>
              <th scope="col">{t('不開示とする根拠', 'Ground for withholding')}</th>
            </tr>
          </thead>
          <tbody>
            {partsOf(review, t).map(({ part, name, text }) => (
              <tr key={part}>
                <th scope="row">
                  {name}
                  <span className="line-clamp-2 font-400 text-[0.875rem]">{text}</span>
                </th>
                <td>
                  <select
                    aria-label={name}
                    className="input"
                    value={withheld[part] ?? ''}
                    onChange={(event) =>
                      setWithheld({ ...withheld, [part]: event.target.value as DisclosureGround | '' })
                    }
                  >
                    <option value="">{t('開示する', 'Disclose')}</option>
                    {grounds(t).map(([ground, words]) => (
                      <option key={ground} value={ground}>
                        {words}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <ProblemNotice error={make.error} />
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {t('写しを作る（PDF）', 'Make the copy (PDF)')}
        </button>
        {(list.data ?? []).length > 0 && (
          <ul>
            {list.data?.map((one) => (
              <li key={one.number} className="py-1">
                <FileLink
                  className="link font-700"
                  href={addressOf(api.getDisclosureForm, { path: { id: reportId, number: one.number } })}
                >
                  {t(`写し ${one.number}`, `Copy ${one.number}`)}
                </FileLink>{' '}
                <span>{t(`不開示 ${one.withheld.length}か所`, `${one.withheld.length} parts withheld`)}</span>{' '}
                <Signed by={one.by} at={one.at} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
