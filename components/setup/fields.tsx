import type { HTMLAttributes, ReactNode } from 'react';
import { useId, useState } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import type { MessageKey, Words } from '../../lib/words/words.ts';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: Words | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly maxLength?: number;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** Beside the input. */
  readonly children?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onChange, type = 'text', children } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="soft">
          {hint}
        </p>
      )}
      <div className="buttons">
        <input
          id={id}
          type={type}
          value={value}
          maxLength={props.maxLength}
          inputMode={props.inputMode}
          autoComplete="off"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
        {children}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {say(error)}
        </p>
      )}
    </div>
  );
}

interface FieldSetProps {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: Words | undefined;
  readonly children: ReactNode;
}

export function FieldSet({ legend, hint, error, children }: FieldSetProps) {
  const id = useId();
  return (
    <fieldset
      className="field"
      aria-describedby={error && `${id}-error`}
      data-wrong={error ? true : undefined}
    >
      <legend>{legend}</legend>
      {hint && <p className="soft">{hint}</p>}
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {say(error)}
        </p>
      )}
    </fieldset>
  );
}

interface TickProps {
  readonly type?: 'checkbox' | 'radio';
  readonly name?: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly children: ReactNode;
}

export function Tick({ type = 'checkbox', name, isTicked, onTick, children }: TickProps) {
  return (
    <label className="tick">
      <input
        type={type}
        name={name}
        checked={isTicked}
        onChange={({ target }) => onTick(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface AddFieldProps {
  readonly label: string;
  readonly button: MessageKey;
  readonly inputMode?: TextFieldProps['inputMode'];
  /** @returns what is wrong with the text, if anything */
  readonly onAdd: (text: string) => Words | undefined;
}

/** A value to add to a list. Enter adds it too; it must not save the form around it. */
export function AddField({ label, button, inputMode, onAdd }: AddFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<Words>();
  const add = () => {
    const wrong = onAdd(text.trim());
    setError(wrong);
    if (!wrong) setText('');
  };
  return (
    <div className="field add-field">
      <label htmlFor={id}>{label}</label>
      <div className="buttons">
        <input
          id={id}
          value={text}
          maxLength={20}
          inputMode={inputMode}
          autoComplete="off"
          aria-describedby={error && `${id}-error`}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className="button" onClick={add}>
          {t(button)}
        </button>
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {say(error)}
        </p>
      )}
    </div>
  );
}
