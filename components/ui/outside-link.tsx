interface Props {
  readonly href: string;
  readonly words: string;
}

/** Opens in a tab of its own, so that a list or a form here stays as it is. */
export function OutsideLink({ href, words }: Props) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
