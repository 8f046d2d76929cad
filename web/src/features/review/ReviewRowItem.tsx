import { useRef, useState } from 'react';
import type { ReviewDetails, ReviewRowDetails, RowAttention } from '../../api/generated/types.gen';
import { useLanguage } from '../../i18n/language';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSavedField } from '../../saving/useSaver';
import { Field, RadioField, TextArea } from '../../ui/Field';
import { LongText } from '../../ui/LongText';
import { SaveMark } from '../../ui/SaveMark';
import { StatusMark, statusName } from '../../ui/Status';
import { Chip } from '../../ui/Words';
import { beginQuery } from './query';
import { RowVerdict } from './RowVerdict';
import { asksNothing, type RowDraft, rowDraftField, rowPartName } from './rowDraft';
import { LastOfThread, RowThread } from './Thread';
import { attentionName, verdictName } from './words';

interface Props {
  review: ReviewDetails;
  row: ReviewRowDetails;
  saver: StreamSaver<ReviewDetails>;
  isReviewing: boolean;
  onDone: (entry: HTMLElement) => void;
}

/** One row of the report as the officer reads it: what it says, what it said before, what was said about it. */
export function ReviewRowItem(props: Props) {
  const { t, language } = useLanguage();
  const { review, row, isReviewing } = props;
  const before = row.changedSinceLast;
  const isPlain = row.attention.length === 0 && (row.review === null || row.review.verdict.startsWith('CONFIRMED'));
  return (
    <article
      id={`row-${row.number}`}
      data-entry={row.number}
      tabIndex={-1}
      aria-label={row.label}
      className={`grid gap-x-6 gap-y-2 border-solid-gray-420 border-b lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] ${isPlain ? 'py-2.5 lg:items-center' : 'py-5'}`}
    >
      <div className="min-w-0 space-y-2">
        <h3 className="flex flex-wrap items-center gap-2">
          <span className="font-700 text-[1.0625rem]">{row.number})</span>
          <StatusMark status={row.status} />
          {row.attention.filter(isBesideStatus).map((one) => (
            <Chip key={one} tone={one === 'CHANGED' || one === 'ANSWERED' ? 'ask' : 'plain'}>
              {attentionName(one, t)}
            </Chip>
          ))}
        </h3>
        <div lang="ja" className="text-solid-gray-700">
          <LongText text={row.text} lines={isPlain ? 1 : 3} />
        </div>
        {(row.reason || row.explanation) && (
          <div className="space-y-1 border-solid-gray-800 border-l-4 pl-3">
            {row.reason && <p className="pre">{row.reason}</p>}
            {row.explanation && (
              <p className="pre">
                <strong>⑩ </strong>
                {row.explanationStatus &&
                  row.explanationStatus !== row.status &&
                  `${statusName(row.explanationStatus, t)} `}
                {row.explanation}
              </p>
            )}
          </div>
        )}
        {before && (
          <p className="pre border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem] text-solid-gray-700">
            {t('前回：', 'Last time: ')}
            {statusName(before.status, t)}
            {before.reason && `　${before.reason}`}
            {before.explanation && `\n⑩ ${before.explanation}`}
          </p>
        )}
        {row.checks.length > 0 && (
          <ul className="list-disc pl-6 text-[0.9375rem]">
            {row.checks.map((check) => (
              <li key={check.code}>{check.messages[language]}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="min-w-0 space-y-3">
        {row.review && <RowVerdict review={row.review} isInThread={row.threadEntries > 0} />}
        {row.threadEntries > 0 && <LastOfThread review={review} row={row} />}
        {isReviewing && <Verdict {...props} isPlain={isPlain} />}
        {row.threadEntries > 0 && <RowThread contractId={review.contractId} number={row.number} />}
      </div>
    </article>
  );
}

/** 未実施 and 該当なし stand there as the status already. */
const isBesideStatus = (attention: RowAttention) => attention !== 'NOT_IMPLEMENTED' && attention !== 'NOT_APPLICABLE';

function Verdict({ review, row, saver, onDone, isPlain }: Props & { isPlain: boolean }) {
  const { t, language } = useLanguage();
  const [isCommenting, setCommenting] = useState(false);
  const name = rowPartName(row.number);
  const { value, state, problem } = useSavedField(saver, name, rowDraftField(review.reportId, row.number));
  const ref = useRef<HTMLDivElement>(null);
  const choose = (verdict: RowDraft['verdict']) => {
    const say = () => saver.choose(name, { ...value, verdict });
    if (verdict === 'QUERIED') beginQuery(say, () => ref.current);
    else say();
  };
  const isMissing = asksNothing(value);
  return (
    <div ref={ref} className="space-y-2">
      <RadioField
        legend={t(`${row.number})の確認`, `Your word on ${row.number})`)}
        isLegendHidden={isPlain}
        options={[
          { value: 'CONFIRMED', label: t('確認済', 'Confirmed') },
          { value: 'QUERIED', label: t('照会（修正のお願い）', 'Query') },
        ]}
        value={value.verdict === 'CONFIRMED_UNCHANGED' ? null : value.verdict}
        onChange={choose}
      />
      {(value.verdict === 'QUERIED' || isCommenting || value.comment) && (
        <Field
          label={
            value.verdict === 'QUERIED'
              ? t('お尋ね・修正のお願い', 'What is asked')
              : t('ひとこと（任意）', 'Comment (optional)')
          }
          error={isMissing && t('お尋ねの内容を入力してください。', 'Please write what is asked.')}
        >
          {(attributes) => (
            <TextArea
              {...attributes}
              maxLength={4000}
              value={value.comment}
              onChange={(event) => saver.type(name, { ...value, comment: event.target.value })}
              onBlur={() => saver.leave(name)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                saver.leave(name);
                const entry = event.currentTarget.closest<HTMLElement>('[data-entry]');
                if (entry) onDone(entry);
              }}
            />
          )}
        </Field>
      )}
      {state === 'conflict' && (
        <div role="alert" className="flex flex-wrap gap-2">
          <p>{t('ほかの方が先に下書きしています。', 'Somebody else drafted this meanwhile.')}</p>
          <button type="button" className="button button-outline button-small" onClick={() => saver.keepMine(name)}>
            {t('自分の入力を残す', 'Keep mine')}
          </button>
          <button type="button" className="button button-outline button-small" onClick={() => saver.takeTheirs(name)}>
            {t('相手の下書きを使う', 'Use theirs')}
          </button>
        </div>
      )}
      {problem && <p className="text-[0.875rem] text-error-2">{problem.messages[language]}</p>}
      <div className="flex flex-wrap items-center gap-x-3">
        {value.verdict === 'CONFIRMED_UNCHANGED' && <Chip tone="good">{verdictName(value.verdict, t)}</Chip>}
        <SaveMark state={state} />
        {value.verdict === 'CONFIRMED' && !isCommenting && !value.comment && (
          <button type="button" className="button button-text button-small" onClick={() => setCommenting(true)}>
            {t('ひとことを添える', 'Add a comment')}
          </button>
        )}
        {value.verdict && (
          <button type="button" className="button button-text button-small" onClick={() => choose(null)}>
            {t('下書きを取り消す', 'Take the draft back')}
          </button>
        )}
      </div>
    </div>
  );
}
