/**
 * The form in which SKU codes and barcodes are compared. Only ASCII letters lose their case, exactly as SQLite's
 * `lower()` does it, so that a comparison here and one in a query never disagree.
 */
export const codeKey = (code: string): string => code.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())
