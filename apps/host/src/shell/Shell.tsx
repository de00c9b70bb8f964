import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ThemeToggle } from '../theme/ThemeToggle.tsx';
import mark from './mark.svg';
import { SideLink } from './SideLink.tsx';

/** Props of {@link Shell}. */
export interface ShellProps {
  /** Who is signed in. */
  readonly identity: ReactNode;
  readonly children: ReactNode;
}

/** Harbor's header around a page. */
export function Shell({ identity, children }: ShellProps) {
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="header">
        <div className="header-inner">
          <Link className="brand" href="/">
            <img src={mark} alt="" width="26" height="26" />
            Harbor
          </Link>
          <nav className="sides" aria-label="Sides of Harbor">
            <SideLink href="/" also="/accounts">
              Success desk
            </SideLink>
            <SideLink href="/feedback">Customer’s view</SideLink>
          </nav>
          <div className="header-end">
            <ThemeToggle />
            {identity}
          </div>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
