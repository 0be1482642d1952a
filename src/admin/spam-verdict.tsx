import { Flex, Status, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { SPAM_REASONS } from '../lib/spam-reasons';

const ENQUIRY = 'api::enquiry.enquiry';

/** The part of an enquiry that is shown here. */
interface JudgedDocument {
  state?: unknown;
  spamScore?: unknown;
  spamReasons?: unknown;
}

/** What the content manager tells a panel beside a document. */
interface PanelProps {
  /** The uid of its content type. */
  model: string;
  document?: JudgedDocument | undefined;
}

/** A box beside a document; none where there is nothing to show. */
interface Panel {
  title: string;
  content: ReactNode;
}

/** The content manager's register of such boxes; Strapi does not type the APIs of its plugins. */
interface ContentManager {
  addEditViewSidePanel(panels: ((props: PanelProps) => Panel | null)[]): void;
}

/** What a reason means. One that only an older or newer version knows is shown as it is. */
function explain(reason: unknown): string {
  const meanings: Record<string, string> = SPAM_REASONS;
  return meanings[String(reason)] ?? String(reason);
}

/** Whether an enquiry looks like spam, and why, in sentences. */
function spamVerdict({ model, document }: PanelProps): Panel | null {
  if (model !== ENQUIRY || typeof document?.spamScore !== 'number') return null;
  const reasons: unknown[] = Array.isArray(document.spamReasons) ? document.spamReasons : [];
  const isSpam = document.state === 'spam';
  const content = (
    <Flex alignItems="flex-start" direction="column" gap={2} width="100%">
      <Status size="S" variant={isSpam ? 'danger' : 'success'}>
        <Typography fontWeight="bold" tag="span" variant="pi">
          {`${isSpam ? 'Set aside as spam' : 'Not set aside'}: ${document.spamScore} of 100`}
        </Typography>
      </Status>
      <Flex alignItems="flex-start" direction="column" gap={2} tag="ul">
        {reasons.map((reason) => (
          <Typography key={String(reason)} tag="li" variant="pi">
            {explain(reason)}
          </Typography>
        ))}
      </Flex>
      {isSpam && (
        <Typography textColor="neutral600" variant="pi">
          Not spam? Set the status to new: the mails follow, and so do the webhooks.
        </Typography>
      )}
    </Flex>
  );
  return { title: 'Spam verdict', content };
}

/** Shows the verdict beside each enquiry. */
export function showSpamVerdict(contentManager: unknown): void {
  (contentManager as ContentManager).addEditViewSidePanel([spamVerdict]);
}
