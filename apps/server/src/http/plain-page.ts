/** The page at `/` where no product is shown: where to find what. */
export function welcomePage(storybook: boolean): string {
  return page(
    'Plimsoll is running',
    `<p>This server answers questions about your customers. Nothing is shown at this address, because it was started
    without a site.</p>
    <dl>
      <dt><a href="/graphql"><code>/graphql</code></a></dt>
      <dd>The graph. Requests need an embed token or an API key: <code>plimsoll token --workspace KEY</code></dd>
      ${storybook ? '<dt><a href="/storybook/"><code>/storybook</code></a></dt><dd>Every widget in every state.</dd>' : ''}
      <dt><a href="/health"><code>/health</code></a>, <a href="/ready"><code>/ready</code></a></dt>
      <dd>For whatever watches over this process.</dd>
    </dl>`,
  );
}

/** What a browser sees while the records are being opened. It looks again by itself. */
export function startingPage(reason: string): string {
  return page('Just a moment', `<p>${escapeHtml(reason)}</p><p>This page looks again by itself.</p>`, 2);
}

function page(title: string, body: string, refreshSeconds?: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; letter-spacing: -0.01em; }
dt { margin-top: 1rem; font-weight: 600; }
dd { margin: 0; }
code { font-size: 0.9em; }
</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
