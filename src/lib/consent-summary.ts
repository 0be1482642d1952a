/** How visitors answered, for the panel's home page. */
export interface ConsentSummary {
  /** Days that are counted, up to now. */
  days: number;
  /** Answers, by how they were given. */
  given: number;
  acceptedAll: number;
  refusedAll: number;
  ownChoices: number;
  /** Withdrawals, of whenever the answer was. */
  withdrawn: number;
  /** Optional categories, by how many of those who were asked accepted them. */
  categories: CategoryCount[];
}

/** How a category was answered. */
export interface CategoryCount {
  key: string;
  /** In the default language, where the policy in force has the category; else the key. */
  name: string;
  asked: number;
  accepted: number;
}
