import { Route, Switch } from 'wouter';
import { AccountPage } from './account/AccountPage.tsx';
import { DockPage } from './dock/DockPage.tsx';
import { PortfolioPage } from './portfolio/PortfolioPage.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { StaffPages } from './shell/StaffPages.tsx';

/** Harbor from both sides: its staff's pages, and the product as a customer's people see it. */
export function App() {
  return (
    <Switch>
      <Route path="/feedback">
        <DockPage />
      </Route>
      <Route>
        <StaffPages>
          <Switch>
            <Route path="/">
              <PortfolioPage />
            </Route>
            <Route path="/accounts/:externalId">{({ externalId }) => <AccountPage externalId={externalId} />}</Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </StaffPages>
      </Route>
    </Switch>
  );
}
