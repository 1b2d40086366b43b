import { Component, type ReactNode } from "react";

interface CrashProps {
  children: ReactNode;
  /** What to show where only a part of the page has failed. */
  instead?: ReactNode;
}

/** The last resort: a fault in the page itself, or a part of it that could not be fetched. */
export class Crash extends Component<CrashProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.props.instead) return this.props.instead;
    return (
      <div className="message" role="alert">
        <h1>This page stopped working</h1>
        <p>Anything you have written is kept on this device. Load the page again to go on.</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
}
