import type { ReactNode } from 'react';
import { Component } from 'react';
import { t } from '../../lib/browser/i18n.ts';

interface Props {
  readonly children: ReactNode;
  readonly onGiveUp: () => void;
}

/** When the panel cannot be drawn, the page is told to go on without the assistant. */
export class GiveUpBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.props.onGiveUp();
  }

  override render(): ReactNode {
    return this.state.isBroken ? <p role="alert">{t('broken')}</p> : this.props.children;
  }
}
