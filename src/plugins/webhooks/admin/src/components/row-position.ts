import type { RawTrProps } from '@strapi/design-system';

/**
 * What a table's body hands to each of its rows, to be handed on to `Tr`: without it the arrow keys
 * do not find the row.
 */
export type RowPosition = Pick<RawTrProps, 'aria-rowindex'>;
