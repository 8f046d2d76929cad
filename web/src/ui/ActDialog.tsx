import type { UseMutationResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../i18n/language';
import type { FormDraft } from '../saving/useFormDraft';
import { Dialog } from './Dialog';
import { ProblemNotice } from './Notice';
import { Restored } from './Restored';

type Act = Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'error' | 'isPending'>;

/** A modal form that records one act: its fields, what the server refused, and the two ways out. */
export function ActDialog({
  title,
  act,
  onClose,
  draft,
  confirm,
  isDangerous = false,
  beginsAtConfirm = false,
  isClosed = false,
  children,
}: {
  title: string;
  act: Act;
  onClose: () => void;
  /** Where what is typed is kept until it is sent; a form with a text has one. */
  draft?: Pick<FormDraft<unknown>, 'isRestored' | 'begin' | 'forget'>;
  /** What the button says, where 記録する does not fit. */
  confirm?: string;
  isDangerous?: boolean;
  /** Of an act without fields that is often done: Enter confirms it. */
  beginsAtConfirm?: boolean;
  /** Nothing is there yet to be sent. */
  isClosed?: boolean;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <Dialog title={title} onClose={onClose} onDiscard={draft?.forget}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          {draft && <Restored draft={draft} />}
          {children}
          <ProblemNotice error={act.error} />
          <div className="flex justify-end gap-2">
            <button type="button" className="button button-outline" onClick={close}>
              {t('やめる', 'Cancel')}
            </button>
            <button
              type="submit"
              data-begin={beginsAtConfirm || undefined}
              className={`button ${isDangerous ? 'button-danger' : ''}`}
              disabled={act.isPending || isClosed}
            >
              {confirm ?? t('記録する', 'Record')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
