/** The read models that `dateline rebuild` builds again. Apart from that command, so that --help starts quickly. */
export const MODELS = ['desk', 'public'] as const;
