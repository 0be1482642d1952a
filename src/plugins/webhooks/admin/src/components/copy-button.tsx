import { Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';

import { useText } from '../hooks/use-text';

interface CopyButtonProps {
  /** What is copied. */
  value: string;
  /** What the button says. */
  label: string;
}

/** Copies a text, and says whether it did. */
export function CopyButton({ value, label }: CopyButtonProps) {
  const text = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const handleClick = async () => {
    const hasCopied = await copy(value);
    if (hasCopied) toggleNotification({ type: 'success', message: text('copy.done') });
    else toggleNotification({ type: 'warning', message: text('copy.refused') });
  };
  return (
    <Button
      onClick={() => void handleClick()}
      size="S"
      startIcon={<Duplicate />}
      type="button"
      variant="tertiary"
    >
      {label}
    </Button>
  );
}
