/** One sentence for people, plain (B1), in both languages of the screens. */
export interface Saying {
  en: string;
  nl: string;
}
