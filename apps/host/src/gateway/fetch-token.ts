import type { Person } from '../../site/people.ts';

/** Gets a token for Harbor's staff from Harbor's backend. */
export function fetchStaffToken(): Promise<string> {
  return fetchToken(new URLSearchParams({ as: 'staff' }));
}

/** Gets a token for one of a customer's people from Harbor's backend. */
export function fetchPersonToken(person: Person): Promise<string> {
  return fetchToken(new URLSearchParams({ as: 'customer', person: person.id }));
}

async function fetchToken(who: URLSearchParams): Promise<string> {
  const response = await fetch(`/api/plimsoll-token?${who}`, { method: 'POST' });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
