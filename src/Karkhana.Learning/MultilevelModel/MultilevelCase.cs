namespace Karkhana.Learning;

/// <summary>The firms, places and scores of an equation about firms in places.</summary>
internal sealed class MultilevelCase
{
    private readonly LearningVariables _variables;

    public MultilevelCase(LearningSample sample, MultilevelEquation equation)
    {
        (Sample, Equation) = (sample, equation);
        _variables = new LearningVariables(sample);
        Rows =
        [
            .. LearningEquations.CompleteRows(_variables, new LearningEquation(equation.Name, equation.Outcome, equation.Terms))
                .Where(row => sample.Places[row].Length > 0), // a place that is not known is not a place
        ];
        Places = new PlaceGroups(sample, Rows);
    }

    public LearningSample Sample { get; }

    public MultilevelEquation Equation { get; }

    /// <summary>Gets the positions in the sample of the firms used.</summary>
    public int[] Rows { get; }

    public PlaceGroups Places { get; }

    public bool Suffices(int leastFirms) =>
        Places.Count > 1 && Rows.Length >= Math.Max(leastFirms, Equation.Terms.Count + Equation.Products.Count + Places.Count + 10);

    public MultilevelLayout Layout() => MultilevelLayout.Of(Equation, _variables, Rows, Places);

    /// <summary>Gives what is observed of each place.</summary>
    public PlaceMean[] PlaceMeans()
    {
        double[] outcomes = Places.Means(Observed(Equation.Outcome));
        double[][] terms = [.. Equation.Terms.Select(term => Places.Means(Observed(term)))];
        return [.. Enumerable.Range(0, Places.Count).Select(place => new PlaceMean(
            Places.Grouping.Labels[place], Places.Sizes[place], outcomes[place], [.. terms.Select(means => means[place])]))];
    }

    /// <summary>Draws the true scores; one set of values, as observed, where all are known.</summary>
    public Dictionary<string, double[]>[] Draws(MultilevelLayout layout, int draws, CancellationToken cancellationToken)
    {
        TrueScores scores = Scores(layout);
        Dictionary<string, double[]>[] all = scores.AreKnown
            ? [scores.Observed()]
            : [.. Enumerable.Range(0, draws).Select(draw =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return scores.Draw(draw);
            })];
        foreach (Dictionary<string, double[]> values in all)
        {
            foreach (string term in Equation.Terms)
            {
                values.TryAdd(term, Observed(term));
            }
        }

        return all;
    }

    // A constant per place is in the equation that scores are drawn from; else the draws would bring places nearer to each other than they
    // are. Products are with the observed mean of the place, as in the model.
    private TrueScores Scores(MultilevelLayout layout)
    {
        KeyValuePair<string, double[]>[] indicators = [.. Places.Indicators(Sample)];
        IEnumerable<KeyValuePair<string, double[]>> means = layout.Products.Select(pair => pair.Between).Distinct(StringComparer.Ordinal).Select(
            term => KeyValuePair.Create(MultilevelLayout.BetweenOf(term), Places.Means(Sample, Observed(term))));
        return new TrueScores(
            new LearningVariables(Sample.With(indicators.Concat(means))),
            new LearningEquation(
                Equation.Name,
                Equation.Outcome,
                [
                    .. layout.Within,
                    .. layout.Products.Select(pair => $"{pair.Within}:{MultilevelLayout.BetweenOf(pair.Between)}"),
                    .. indicators.Select(place => place.Key),
                ]),
            Rows);
    }

    private double[] Observed(string name) => MultilevelLayout.At(_variables.Of(name), Rows);
}
