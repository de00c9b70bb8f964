import { Link, useLocation } from 'wouter';

/** Props of {@link SideLink}. */
export interface SideLinkProps {
  readonly href: string;
  /** Pages below this path belong to this side too. */
  readonly also?: string;
  readonly children: string;
}

/** A link to one of the sides Harbor is seen from, marked while the reader is there. */
export function SideLink({ href, also, children }: SideLinkProps) {
  const [location] = useLocation();
  const isHere = location === href || (also !== undefined && location.startsWith(`${also}/`));
  return (
    <Link href={href} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}
