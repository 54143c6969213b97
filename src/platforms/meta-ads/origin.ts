export const ORIGIN = 'https://graph.facebook.com';
