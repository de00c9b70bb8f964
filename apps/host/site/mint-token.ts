import { createEmbedToken } from '@plimsoll/embed';
import { people } from './people.ts';

/**
 * Answers `POST /api/plimsoll-token?as=staff` and `?as=customer&person=ID` with an embed token as plain text.
 *
 * This is a demo without a login, so the request says who is asking. A real host must never do this: it takes the person
 * from its own session, and answers 401 where there is none. Everything after that line stays the same.
 */
export async function mintToken(request: Request, embedKey: string): Promise<Response> {
  if (request.method !== 'POST')
    return refusal(405, 'A token is made anew each time. Ask for it with POST.', { allow: 'POST' });
  // Browsers send this header; a page elsewhere must not have tokens made for whoever visits it.
  const from = request.headers.get('sec-fetch-site');
  if (from !== null && from !== 'same-origin') return refusal(403, 'Tokens are for Harbor’s own pages.');
  const { searchParams } = new URL(request.url);
  switch (searchParams.get('as')) {
    case 'staff':
      return answer(
        await createEmbedToken({
          key: embedKey,
          subject: 'staff-dana-whitfield',
          accounts: 'all',
          scopes: ['metrics:read', 'accounts:read', 'surveys:read'],
        }),
      );
    case 'customer': {
      const person = people.find(({ id }) => id === searchParams.get('person'));
      if (person === undefined)
        return refusal(404, 'Harbor knows no such person. Give the id of somebody in site/people.ts.');
      return answer(
        await createEmbedToken({
          key: embedKey,
          subject: person.id,
          accounts: [person.account],
          scopes: ['surveys:respond'],
        }),
      );
    }
    default:
      return refusal(400, 'It is not said who is asking. Give as=staff, or as=customer and person=ID.');
  }
}

const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

function answer(token: string): Response {
  return new Response(token, { headers });
}

function refusal(status: number, message: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(message, { status, headers: { ...headers, ...more } });
}
