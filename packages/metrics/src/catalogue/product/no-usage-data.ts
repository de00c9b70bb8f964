/** What to tell a person where nobody is known to have used the product. */
export const noUsageData = {
  title: 'No usage yet',
  explanation:
    'No use of the product is known for this period. The number comes with the first usage that is reported.',
} as const;
