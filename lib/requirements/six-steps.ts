/** The six steps that grantees follow (2023 upload webinar, "Grantees should follow these six steps"). */
export const STEPS = ['responsibility', 'mou', 'years', 'ask', 'download', 'upload'] as const;

export type StepId = (typeof STEPS)[number];
