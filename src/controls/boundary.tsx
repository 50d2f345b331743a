/** Keeps a fault in one part of the page from taking the rest with it: the part is replaced by a sentence. */
import { Component, type ReactNode } from 'react';
import { BOUNDARY } from '../words/boundary.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  /** The reader asks for the part again. */
  readonly onRetry?: () => void;
}

export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <p className="boundary" role="alert">
        {BOUNDARY.failed}{' '}
        <button
          type="button"
          className="button is-small"
          onClick={() => {
            this.props.onRetry?.();
            this.setState({ failed: false });
          }}
        >
          {BOUNDARY.again}
        </button>
      </p>
    ) : (
      this.props.children
    );
  }
}
