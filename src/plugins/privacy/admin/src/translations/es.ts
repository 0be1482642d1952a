import type { TextId } from './en';

/** The page's texts in Spanish. */
export const texts: Record<TextId, string> = {
  title: 'Privacidad',
  subtitle: 'Qué se guarda sobre las personas, cuánto tiempo y qué lo protege',
  loading: 'Cargando…',
  cancel: 'Cancelar',
  'person.title': 'Los datos de una persona',
  'person.email': 'Correo electrónico',
  'person.hint': 'La dirección completa; no importan mayúsculas ni minúsculas.',
  'person.find': 'Buscar',
  'person.held': 'Qué se guarda',
  'person.nothing': 'No se guarda nada sobre esta dirección.',
  'person.download': 'Descargar todo',
  erase: 'Borrar…',
  'erase.title': 'Borrar a esta persona',
  'erase.explanation':
    'Todo lo indicado se borra a la vez y para siempre, aquí y en los mensajes guardados. Se avisa a los sistemas que lo recibieron.',
  'erase.confirmation': 'Escriba la dirección una vez más',
  'erase.confirm': 'Borrar para siempre',
  'erase.done': 'Se ha borrado todo.',
  'erase.receipt':
    'Descargue el recibo ahora: prueba el borrado y no se guarda completo en ningún otro lugar.',
  'erase.download': 'Descargar el recibo',
  'retention.title': 'Conservación',
  'retention.policy':
    '{name}: se borra {after} (ISO 8601) tras el último contacto, anunciado aquí {days, plural, one {# día} other {# días}} antes.',
  'retention.never': 'Aún no ha habido ninguna ejecución nocturna.',
  'retention.last': 'Última ejecución: {at}',
  'retention.found':
    '{name}: {due, number} por borrar, {announced, number} nuevos, {erased, number} borrados',
  'retention.nothing': 'No hay nada por borrar.',
  'retention.due': 'Por borrar',
  'retention.document': 'Documento',
  'retention.last-needed': 'Último contacto',
  'retention.announced': 'Anunciado',
  'retention.erasable': 'Se borra desde',
  'keys.title': 'Claves',
  'keys.id': 'Clave',
  'keys.state': 'Estado',
  'keys.values': 'Valores',
  'keys.newest': 'Cifra y descifra',
  'keys.former': 'Descifra',
  'keys.missing': 'Falta en PRIVACY_KEYS',
};
