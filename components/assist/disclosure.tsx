import type { ReactNode } from 'react';
import { useState } from 'react';

interface Props {
  readonly className: string;
  readonly summary: ReactNode;
  /** Whether it is open when it first shows. After that the person decides. */
  readonly isOpenAtFirst: boolean;
  /** Called only while it is open, so that hundreds of closed rows cost nothing. */
  readonly children: () => ReactNode;
}

/** A `details` element that makes its content when it is opened. */
export function Disclosure({ className, summary, isOpenAtFirst, children }: Props) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details
      className={className}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
