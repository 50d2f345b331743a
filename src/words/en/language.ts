/** The language of this folder, as HTML and `Intl` name it (BCP 47). */
export const LANGUAGE = 'en';
