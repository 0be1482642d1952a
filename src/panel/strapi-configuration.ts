import type { AnyPanelConfiguration, SystemFieldName } from './panel-configuration';

/** Documents on one page of a list. */
const PAGE_SIZE = 25;

/** Names of the attributes that Strapi adds to every content type, where a list can show them. */
const SYSTEM_LABELS: Record<SystemFieldName, string> = {
  createdAt: 'Created at',
  createdBy: 'Created by',
  updatedAt: 'Updated at',
  updatedBy: 'Updated by',
};

interface FieldMetadata {
  edit: {
    label: string;
    description?: string;
    placeholder?: string;
    visible?: boolean;
    editable?: boolean;
    mainField?: string;
  };
  list: { label: string; sortable?: false };
}

/** The part of a content manager configuration that the panel configuration decides. */
export interface StrapiConfiguration {
  settings: {
    bulkable: boolean;
    filterable: boolean;
    searchable: boolean;
    pageSize: number;
    mainField: string;
    defaultSortBy: string;
    defaultSortOrder: 'ASC' | 'DESC';
  };
  metadatas: Record<string, FieldMetadata>;
  layouts: { list?: string[]; edit: { name: string; size: number }[][] };
}

function fieldMetadatas(
  { fields }: AnyPanelConfiguration,
  unsortable: readonly string[],
): Record<string, FieldMetadata> {
  const shown = Object.entries(fields).flatMap(([name, field]) =>
    field === 'hidden' ? [] : [{ name, field }],
  );
  return Object.fromEntries(
    shown.map(({ name, field }) => [
      name,
      {
        edit: {
          label: field.note ? `${field.label}: ${field.note}` : field.label,
          description: field.hint ?? '',
          placeholder: field.placeholder ?? '',
          visible: true,
          editable: !field.readOnly,
          ...(field.mainField && { mainField: field.mainField }),
        },
        list: { label: field.label, ...(unsortable.includes(name) && { sortable: false }) },
      },
    ]),
  );
}

function systemMetadatas({ list }: AnyPanelConfiguration): Record<string, FieldMetadata> {
  if (!list) return {};
  const labels = Object.entries({ ...SYSTEM_LABELS, ...list.labels });
  return Object.fromEntries(
    labels.map(([name, label]) => [name, { edit: { label }, list: { label } }]),
  );
}

/**
 * Translates a panel configuration into the form that Strapi's content manager stores.
 * @param unsortable fields whose columns cannot be sorted by
 * @returns settings, labels and layouts; what is left out, Strapi fills with its own defaults
 */
export function toStrapiConfiguration(
  panel: AnyPanelConfiguration,
  unsortable: readonly string[] = [],
): StrapiConfiguration {
  const { mainField, rows, list } = panel;
  return {
    settings: {
      bulkable: true,
      filterable: true,
      searchable: true,
      pageSize: PAGE_SIZE,
      mainField,
      defaultSortBy: list?.sortBy ?? mainField,
      defaultSortOrder: list?.sortOrder ?? 'ASC',
    },
    metadatas: { ...systemMetadatas(panel), ...fieldMetadatas(panel, unsortable) },
    layouts: {
      ...(list && { list: list.columns }),
      edit: rows.map((row) => Object.entries(row).map(([name, size = 12]) => ({ name, size }))),
    },
  };
}

/** The fields that the content manager must neither show nor offer. */
export function hiddenFields({ fields }: AnyPanelConfiguration): string[] {
  return Object.keys(fields).filter((name) => fields[name] === 'hidden');
}
