import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { EditionDraftDetails, Requirement } from '../../api/generated/types.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { Dialog } from '../../ui/Dialog';
import { Field, TextArea, TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Restored } from '../../ui/Restored';

const route = getRouteApi('/editions/drafts/$id');

const draftQuery = (id: string) => query(api.getEditionDraft, { path: { id } });

export function EditionDraftPage() {
  const t = useText();
  const { id } = route.useParams();
  const draft = useQuery(draftQuery(id));
  return (
    <Page
      title={t('版の案', 'Draft edition')}
      above={
        <p className="mb-2 text-[0.875rem]">
          <Link to="/editions" className="link">
            {t('様式と版', 'Editions')}
          </Link>
        </p>
      }
    >
      <p className="mb-6 max-w-[48rem]">
        {t(
          '文書と見比べて、一字一句を確かめてください。公表すると変えられません。直すときは理由を添えた改訂になります。',
          'Compare it with the document to the character. Once published it cannot be changed; a correction is a revision with its reason.',
        )}
      </p>
      <Loaded query={draft}>{(data) => <DraftForm key={data.version} draft={data} />}</Loaded>
    </Page>
  );
}

function DraftForm({ draft }: { draft: EditionDraftDetails }) {
  const t = useText();
  const navigate = useNavigate();
  const typed = useFormDraft(`edition-draft/${draft.id}/${draft.version}`, draft, (now) => now !== draft);
  const { value, set: setValue } = typed;
  const [isAsking, setAsking] = useState(false);
  const { content } = value;
  const setContent = (change: Partial<EditionDraftDetails['content']>) =>
    setValue({ ...value, content: { ...content, ...change } });
  const at = { path: { id: draft.id }, version: draft.version };
  const save = useAct(() => {
    const { code, name, source } = value;
    return call(api.amendEditionDraft, { ...at, body: { code, name, source, content } });
  }, typed.forget);
  const publish = useAct(
    () => call(api.publishEditionDraft, at),
    () => navigate({ to: '/editions/$code', params: { code: value.code } }),
  );
  const isChanged = JSON.stringify(value) !== JSON.stringify(draft);
  const setRequirement = (number: number, text: string) =>
    setContent({
      requirements: content.requirements.map((one): Requirement => (one.number === number ? { ...one, text } : one)),
    });
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="grid gap-4 md:grid-cols-3">
        <TextField
          label={t('符号', 'Code')}
          required
          value={value.code}
          onChange={(event) => setValue({ ...value, code: event.target.value })}
        />
        <TextField
          label={t('名前', 'Name')}
          required
          value={value.name}
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
        <TextField
          label={t('出典', 'Source')}
          required
          value={value.source}
          onChange={(event) => setValue({ ...value, source: event.target.value })}
        />
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <section>
          <h2 className="heading-2 mb-3">{t('事項', 'Requirements')}</h2>
          <div className="space-y-4">
            {content.requirements.map((requirement) => (
              <Field key={requirement.number} label={`${requirement.number}) ${requirement.heading ?? ''}`}>
                {(attributes) => (
                  <TextArea
                    {...attributes}
                    lang="ja"
                    value={requirement.text}
                    onChange={(event) => setRequirement(requirement.number, event.target.value)}
                  />
                )}
              </Field>
            ))}
          </div>
        </section>
        <section>
          <h2 className="heading-2 mb-3">{t('別紙の行', 'Form rows')}</h2>
          {content.form ? (
            <div className="space-y-4">
              {content.form.rows.map((row) => (
                <Field key={row.number} label={row.label}>
                  {(attributes) => (
                    <TextArea
                      {...attributes}
                      lang="ja"
                      value={row.text}
                      onChange={(event) =>
                        content.form &&
                        setContent({
                          form: {
                            ...content.form,
                            rows: content.form.rows.map((one) =>
                              one.number === row.number ? { ...one, text: event.target.value } : one,
                            ),
                          },
                        })
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
          ) : (
            <Notice title={t('様式は見つかりませんでした', 'No form was found')} />
          )}
        </section>
      </div>
      <Restored draft={typed} />
      <ProblemNotice error={save.error} />
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="submit" className="button button-outline" disabled={!isChanged || save.isPending}>
          {t('案を保存', 'Save the draft')}
        </button>
        <button type="button" className="button" disabled={isChanged} onClick={() => setAsking(true)}>
          {t('公表する', 'Publish')}
        </button>
        {isChanged && <span className="hint">{t('保存すると公表できます。', 'Save first, then publish.')}</span>}
      </div>
      {isAsking && (
        <Dialog title={t('この版を公表しますか', 'Publish this edition?')} onClose={() => setAsking(false)}>
          <p>
            {draft.forEveryone
              ? t(
                  'すべての組織がこの版を見て、契約に使えるようになります。',
                  'Everyone will see this edition and can use it for contracts.',
                )
              : t(
                  'この組織の版になります。使えるのはこの組織の契約だけで、見るのはこの組織の方とその契約の関係者です。符号には、この組織の印が付きます。ほかの組織も使えるようにするには、公表した後に「採用を依頼」してください。',
                  'It becomes your organisation’s own: only your contracts use it, and only your people and the parties to those contracts see it. Its code gets your organisation’s mark. To let others use it, ask for its adoption afterwards.',
                )}
          </p>
          <p className="mt-2">
            {t(
              '公表した版の文言は変えられません。直すときは、理由を添えた改訂になります。',
              'The words of a published edition cannot be changed; a correction is a revision with its reason.',
            )}
          </p>
          <ProblemNotice error={publish.error} />
          <div className="mt-6 flex justify-end gap-2">
            <button type="button" className="button button-outline" onClick={() => setAsking(false)}>
              {t('やめる', 'Cancel')}
            </button>
            <button type="button" className="button" disabled={publish.isPending} onClick={() => publish.mutate()}>
              {t('公表する', 'Publish')}
            </button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
