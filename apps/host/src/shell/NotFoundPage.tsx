import { Link } from 'wouter';
import { PageTitle } from './PageTitle.tsx';

/** Props of {@link NotFoundPage}. */
export interface NotFoundPageProps {
  /** What is missing. */
  readonly what?: string;
}

/** Says that there is nothing at this address, and where there is something. */
export function NotFoundPage({ what = 'page' }: NotFoundPageProps) {
  return (
    <PageTitle title={`There is no such ${what}`}>
      <p>
        It may have been renamed, or the link was cut short. <Link href="/">Go to the portfolio</Link>
      </p>
    </PageTitle>
  );
}
