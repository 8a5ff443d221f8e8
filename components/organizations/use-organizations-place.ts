import { useRef, useState } from 'react';

/** What stands below the heading. */
export type OrganizationsPlace = 'table' | 'add' | 'paste' | 'remind';

/** Where the person is. On the way back the focus goes to the button that they came from. */
export function useOrganizationsPlace() {
  const [place, go] = useState<OrganizationsPlace>('table');
  const cameFrom = useRef<OrganizationsPlace>(undefined);
  const back = () => {
    cameFrom.current = place;
    go('table');
  };
  /** For the button that leads to a place. */
  const openerOf = (to: OrganizationsPlace) => (button: HTMLButtonElement | null) => {
    if (!button || cameFrom.current !== to) return;
    cameFrom.current = undefined;
    button.focus();
  };
  return { place, go, back, openerOf };
}
