import type { PersonFields } from '../../api/documents';
import type { DocumentDiffDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { DiffText } from '../../ui/DiffText';
import { personFieldName } from './personFields';

/** What differs between two versions, part by part. */
export function DocumentDiffView({ diff }: { diff: DocumentDiffDetails }) {
  const t = useText();
  const texts = (
    [
      ['structure', t('体制の説明', 'Structure')],
      ['places', t('実施場所', 'Places of work')],
      ['capitalAndDirectors', t('資本関係・役員', 'Capital ties and directors')],
    ] as const
  ).flatMap(([key, name]) => {
    const parts = diff[key];
    return parts ? [{ name, parts }] : [];
  });
  const { people, papers, parts } = diff;
  const lines = [
    ...people.added.map(({ name }) => t(`加わる方：${name}`, `Joins: ${name}`)),
    ...people.removed.map(({ name }) => t(`外れる方：${name}`, `Leaves: ${name}`)),
    ...people.changed.map(({ after, fields }) => {
      const names = dotted(
        fields.map((field) => personFieldName(field as keyof PersonFields, t) ?? field),
        t,
      );
      return t(`${after.name}：${names}が変わる`, `${after.name}: ${names} changes`);
    }),
    ...papers.added.map(({ subject }) => t(`加わる書類：${subject}`, `New paper: ${subject}`)),
    ...papers.removed.map(({ subject }) => t(`外れる書類：${subject}`, `Paper removed: ${subject}`)),
    ...(papers.changed.length > 0 ? [t(`差し替わる書類 ${papers.changed.length}件`, 'Papers changed')] : []),
    ...parts.added.map((one) =>
      t(`加わる再委託先：${one.subcontractorName}`, `New subcontractor: ${one.subcontractorName}`),
    ),
    ...parts.removed.map((one) => t(`外れる再委託先：${one.subcontractorName}`, `Left: ${one.subcontractorName}`)),
  ];
  if (texts.length + diff.methods.length + lines.length === 0)
    return <p>{t('違いはありません。', 'Nothing differs.')}</p>;
  return (
    <div className="space-y-4">
      {lines.length > 0 && (
        <ul className="list-disc pl-6">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {texts.map(({ name, parts: changed }) => (
        <div key={name}>
          <p className="font-700">{name}</p>
          <DiffText parts={changed} />
        </div>
      ))}
      {diff.methods.map((one) => (
        <div key={one.number}>
          <p className="font-700">{t(`${one.number}) の遵守の方法`, `Method for ${one.number})`)}</p>
          <DiffText parts={one.parts} />
        </div>
      ))}
    </div>
  );
}
