/** Keeps a fault in one part of the page from taking the rest with it: the part is replaced by a sentence. */
import { Component, type ReactNode } from 'react';
import { BOUNDARY } from '#words/boundary-words.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  /** The reader asks for the part again. */
  readonly onRetry?: () => void;
}

export function Failure({ children, onRetry }: { readonly children: string; readonly onRetry: () => void }) {
  return (
    <p className="boundary aside" role="alert">
      {children}{' '}
      <button type="button" className="button is-small" onClick={onRetry}>
        {BOUNDARY.again}
      </button>
    </p>
  );
}

export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Failure
        onRetry={() => {
          this.props.onRetry?.();
          this.setState({ failed: false });
        }}
      >
        {BOUNDARY.failed}
      </Failure>
    ) : (
      this.props.children
    );
  }
}
