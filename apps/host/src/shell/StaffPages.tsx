import type { ReactNode } from 'react';
import { fetchStaffToken } from '../gateway/fetch-token.ts';
import { Widgets } from '../gateway/Widgets.tsx';
import { Avatar } from './Avatar.tsx';
import { Shell } from './Shell.tsx';

/** What Harbor's own customer-success people see: everything, of every customer. */
export function StaffPages({ children }: { readonly children: ReactNode }) {
  return (
    <Widgets fetchToken={fetchStaffToken}>
      <Shell identity={<Avatar name="Dana Whitfield" detail="Customer success" />}>{children}</Shell>
    </Widgets>
  );
}
