declare module 'vader-sentiment' {
  const vader: {
    readonly SentimentIntensityAnalyzer: {
      /** VADER (Hutto & Gilbert 2014); `compound` from -1 to 1. */
      polarity_scores(text: string): {
        readonly compound: number;
        readonly pos: number;
        readonly neu: number;
        readonly neg: number;
      };
    };
  };
  export default vader;
}
