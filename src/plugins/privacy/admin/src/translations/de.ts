import type { TextId } from './en';

/** The page's texts in German. */
export const texts: Record<TextId, string> = {
  title: 'Datenschutz',
  subtitle: 'Was über Personen gespeichert ist, wie lange, und was es schützt',
  loading: 'Wird geladen …',
  cancel: 'Abbrechen',
  'person.title': 'Die Daten einer Person',
  'person.email': 'E-Mail-Adresse',
  'person.hint': 'Die ganze Adresse; Groß- und Kleinschreibung spielen keine Rolle.',
  'person.find': 'Suchen',
  'person.held': 'Was gespeichert ist',
  'person.nothing': 'Über diese Adresse ist nichts gespeichert.',
  'person.download': 'Alles herunterladen',
  erase: 'Löschen …',
  'erase.title': 'Diese Person löschen',
  'erase.explanation':
    'Alles Aufgeführte wird auf einmal und endgültig gelöscht, hier und in gespeicherten Nachrichten. Systeme, die es erhalten haben, werden benachrichtigt.',
  'erase.confirmation': 'Geben Sie die Adresse noch einmal ein',
  'erase.confirm': 'Endgültig löschen',
  'erase.done': 'Alles wurde gelöscht.',
  'erase.receipt':
    'Laden Sie die Quittung jetzt herunter: Sie beweist die Löschung und wird sonst nirgends vollständig aufbewahrt.',
  'erase.download': 'Quittung herunterladen',
  'retention.title': 'Aufbewahrung',
  'retention.policy':
    '{name}: gelöscht {after} (ISO 8601) nach dem letzten Kontakt, hier {days, plural, one {# Tag} other {# Tage}} vorher angekündigt.',
  'retention.never': 'Es gab noch keinen nächtlichen Lauf.',
  'retention.last': 'Letzter Lauf: {at}',
  'retention.found':
    '{name}: {due, number} fällig, davon {announced, number} neu, {erased, number} gelöscht',
  'retention.nothing': 'Nichts ist fällig.',
  'retention.due': 'Was fällig ist',
  'retention.document': 'Dokument',
  'retention.last-needed': 'Letzter Kontakt',
  'retention.announced': 'Angekündigt',
  'retention.erasable': 'Löschung ab',
  'keys.title': 'Schlüssel',
  'keys.id': 'Schlüssel',
  'keys.state': 'Zustand',
  'keys.values': 'Werte',
  'keys.newest': 'Ver- und entschlüsselt',
  'keys.former': 'Entschlüsselt',
  'keys.missing': 'Fehlt in PRIVACY_KEYS',
};
