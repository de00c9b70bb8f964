import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmbedToken, InvalidEmbedKey, InvalidEmbedTokenOptions } from './index.ts';

async function aKey(): Promise<{ key: string; publicKey: CryptoKey }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const fields = JSON.stringify({ w: 'harbor', k: 'k1', d: await exportJWK(privateKey) });
  return { key: `plimsoll_embed_${Buffer.from(fields).toString('base64url')}`, publicKey };
}

describe('createEmbedToken', () => {
  it('signs what the gateway needs to know and nothing else', async () => {
    const { key, publicKey } = await aKey();
    const token = await createEmbedToken({
      key,
      subject: 'user-17',
      accounts: ['acme'],
      scopes: ['metrics:read', 'surveys:respond'],
    });
    const { payload } = await jwtVerify(token, publicKey, { audience: 'plimsoll', issuer: 'harbor' });
    expect(payload).toMatchObject({ sub: 'user-17', acc: ['acme'], scp: 'metrics:read surveys:respond' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', kid: 'k1', typ: 'plimsoll-embed+jwt' });
  });

  it('carries the book of a CSM, widgets and an origin where they are given', async () => {
    const { key } = await aKey();
    const limited = { accounts: { csm: 'maria' }, widgets: ['MetricCard'], origin: 'https://app.example.com' };
    const claims = decodeJwt(await createEmbedToken({ key, subject: 'u', scopes: ['metrics:read'], ...limited }));
    expect(claims).toMatchObject({ acc: { csm: 'maria' }, wid: ['MetricCard'], ori: 'https://app.example.com' });
  });

  it('sees no account unless told, and every token is its own', async () => {
    const { key } = await aKey();
    const mint = (): Promise<string> => createEmbedToken({ key, subject: 'u', scopes: ['metrics:read'] });
    const [first, second] = [decodeJwt(await mint()), decodeJwt(await mint())];
    expect(first.acc).toEqual([]);
    expect(first.jti).not.toBe(second.jti);
  });

  it.each([
    ['an empty subject', { subject: '' }, /names nobody/],
    ['no scope', { scopes: [] }, /allows nothing/],
    ['two hours', { ttl: 7200 }, /7200 seconds/],
    ['no time', { ttl: 0 }, /0 seconds/],
    ['the book of nobody', { accounts: { csm: '' } }, /the book of nobody/],
    ['an empty list of widgets', { widgets: [] }, /names no widgets/],
    ['words that are no widgets', { widgets: ['metric card'] }, /names no widgets/],
    ['an address in place of an origin', { origin: 'https://app.example.com/' }, /is not an origin/],
    ['101 accounts', { accounts: Array.from({ length: 101 }, (_, i) => `a${i}`) }, /101 accounts/],
  ])('refuses %s', async (_, wrong, message) => {
    const { key } = await aKey();
    const minting = createEmbedToken({ key, subject: 'u', scopes: ['metrics:read'], ...wrong });
    await expect(minting).rejects.toThrow(InvalidEmbedTokenOptions);
    await expect(minting).rejects.toThrow(message);
  });

  it.each(['', 'secret', 'plimsoll_embed_%%%', `plimsoll_embed_${btoa('{"w":1}')}`])(
    'refuses the key %j without repeating it',
    async (key) => {
      const minting = createEmbedToken({ key, subject: 'u', scopes: ['metrics:read'] });
      await expect(minting).rejects.toThrow(InvalidEmbedKey);
      if (key.length > 20) await expect(minting).rejects.not.toThrow(key);
    },
  );
});
