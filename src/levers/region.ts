/** Where an account is kept, on a platform whose API has a host for each part of the world. */
export const REGIONS = ['northAmerica', 'europe', 'farEast'] as const;
export type Region = (typeof REGIONS)[number];
