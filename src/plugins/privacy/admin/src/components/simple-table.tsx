import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface SimpleTableProps {
  label: string;
  columns: string[];
  /** Cells by the row's key. */
  rows: { key: string; cells: ReactNode[] }[];
}

/** A table that is only read. */
export function SimpleTable({ label, columns, rows }: SimpleTableProps) {
  return (
    <Table aria-label={label} colCount={columns.length} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column}>
              <Typography textColor="neutral600" variant="sigma">
                {column}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ key, cells }) => (
          <Tr key={key}>
            {cells.map((cell, index) => (
              <Td key={columns[index]}>
                <Typography textColor="neutral800">{cell}</Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
