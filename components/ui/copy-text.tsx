import { useId, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly text: string;
  /** Where it is not in the reader's language. */
  readonly lang?: string;
  readonly rows: number;
}

/** A text to read and to copy. The site's page may forbid its frames to copy: then it is selected. */
export function CopyText({ label, button, text, lang, rows }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly text: string; readonly isSelected: boolean }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, isSelected: false });
    } catch {
      field.current?.select();
      setCopied({ text, isSelected: true });
    }
  };
  const isPresent = copied?.text === text;
  return (
    <div className="copy-text">
      <label htmlFor={id}>{label}</label>
      <textarea ref={field} id={id} rows={rows} lang={lang} readOnly value={text} />
      <p className="buttons">
        <button type="button" className="button" onClick={() => void copy()}>
          {button}
        </button>
        <span role="status">
          {isPresent && t(copied.isSelected ? 'copy_selected' : 'letter_copied')}
        </span>
      </p>
    </div>
  );
}
