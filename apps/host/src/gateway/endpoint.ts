/** Where the graph is, as Harbor's backend wrote it into the page. */
export const endpoint: string =
  document.querySelector<HTMLMetaElement>('meta[name="plimsoll-endpoint"]')?.content ?? '/graphql';
