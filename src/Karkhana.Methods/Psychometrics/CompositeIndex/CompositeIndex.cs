using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A composite indicator: normalise, weight, aggregate.</summary>
public static class CompositeIndex
{
    internal const string Source =
        "OECD & JRC 2008, Handbook on Constructing Composite Indicators, doi:10.1787/9789264043466-en; Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x";

    /// <summary>Scores the units.</summary>
    /// <remarks>
    /// k indicators, n units. z-score (x − x̄)/sd; min-max m = (x − min)/(max − min); rank 1 = highest, ties share the
    /// mean. Weights: 1/k; v² with v the first eigenvector of the correlation matrix; entropy w_j = (1 − e_j)/Σ(1 − e)
    /// with e_j = −Σ_i p_ij ln p_ij/ln n and p_ij = m_ij/Σ_i m_ij, 0 ln 0 = 0. Arithmetic Σ w_j y_j; geometric Π (f +
    /// (1 − f) m_j)^w_j with the floor f. Units that lack an indicator are left out of everything and scored NaN.
    /// Cost: n·k, principal-component weights n·k² + k³.
    /// Source: OECD and JRC 2008, doi:10.1787/9789264043466-en, steps 5 and 6; Shannon 1948,
    /// doi:10.1002/j.1538-7305.1948.tb01338.x.
    /// Agrees with: the formulas evaluated in R, relative 1e-10.
    /// </remarks>
    /// <param name="indicators">At least one indicator that varies, of at least three units that have all of
    /// them.</param>
    /// <param name="options">Normalisation, weights, aggregation.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Weights, scores and ranks.</returns>
    /// <exception cref="ArgumentException">Too few complete units, an indicator that does not vary, a geometric mean
    /// without min-max, or a reversed indicator that is not there.</exception>
    public static CompositeIndexResult Estimate(
        ItemResponses indicators,
        CompositeIndexOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        options ??= new CompositeIndexOptions();
        Require.That(
            options.Aggregation == IndicatorAggregation.Arithmetic || options.Normalisation == IndicatorNormalisation.MinMax,
            nameof(options.Aggregation), $"geometric needs min-max normalisation; it was {options.Normalisation}");
        ItemResponses turned = Turn((indicators with { Input = nameof(indicators) }).Checked(leastItems: 1), options.ReverseItems);
        ItemResponses used = turned.CompleteAtLeast(3).Varying();
        double[][] shares = [.. used.Answers.Select(MinMax)];
        double[] weights = Weights(used, shares, options.Weights, cancellationToken);
        double[][] normalised = options.Normalisation switch
        {
            IndicatorNormalisation.ZScore => [.. used.Answers.Select(Standard.Scores)],
            IndicatorNormalisation.MinMax => shares,
            _ => [.. used.Answers.Select(FromHighest)],
        };
        double[] scores = options.Aggregation == IndicatorAggregation.Arithmetic
            ? Arithmetic(normalised, weights)
            : Geometric(normalised, weights, options.Floor);
        double[] all = Spread(turned, scores);
        return new CompositeIndexResult
        {
            Indicators = indicators.Items,
            Weights = weights,
            Scores = all,
            Ranks = FromHighest(all),
            Notes = NotesOf(indicators, used, options),
            Provenance = new Provenance(
                "psychometrics.composite-index",
                FormattableString.Invariant($"normalisation = {options.Normalisation}, weights = {options.Weights}, aggregation = {options.Aggregation}, floor = {options.Floor}, reverse_items = [{string.Join(", ", options.ReverseItems)}]"),
                Source),
        };
    }

    private static ItemResponses Turn(ItemResponses indicators, IReadOnlyList<string> reversed)
    {
        string? unknown = reversed.FirstOrDefault(item => !indicators.Items.Contains(item));
        Require.That(unknown is null, nameof(CompositeIndexOptions.ReverseItems), $"must be indicators of the input; {unknown} is not");
        return indicators with
        {
            Answers = [.. indicators.Answers.Select((values, i) =>
                reversed.Contains(indicators.Items[i]) ? [.. values.Select(value => -value)] : values)],
        };
    }

    private static double[] MinMax(double[] values)
    {
        (double least, double greatest) = (values.Min(), values.Max());
        return [.. values.Select(value => (value - least) / (greatest - least))];
    }

    private static double[] FromHighest(double[] values) => Ranks.Of([.. values.Select(value => -value)]);

    private static double[] Weights(ItemResponses used, double[][] shares, IndicatorWeights weights, CancellationToken cancellationToken)
    {
        int count = shares.Length;
        if (weights == IndicatorWeights.Equal || count == 1)
        {
            return [.. Enumerable.Repeat(1.0 / count, count)];
        }

        if (weights == IndicatorWeights.PrincipalComponent)
        {
            PrincipalComponentsResult component = PrincipalComponents.Estimate(
                used, new PrincipalComponentsOptions { Components = 1 }, cancellationToken: cancellationToken);
            return [.. component.Loadings.Select(loading => loading * loading / component.Eigenvalues[0])];
        }

        double[] spread = [.. shares.Select(column => 1 - Entropy(column))];
        double total = Sums.Sum(spread);
        return [.. spread.Select(value => value / total)];
    }

    private static double Entropy(double[] shares)
    {
        double total = Sums.Sum(shares);
        double[] terms = [.. shares.Select(share => share == 0 ? 0 : share / total * Math.Log(share / total))];
        return -Sums.Sum(terms) / Math.Log(shares.Length);
    }

    private static double[] Arithmetic(double[][] normalised, double[] weights) =>
        [.. Enumerable.Range(0, normalised[0].Length).Select(
            unit => Sums.Dot(weights, [.. normalised.Select(column => column[unit])]))];

    private static double[] Geometric(double[][] normalised, double[] weights, double floor) =>
        [.. Enumerable.Range(0, normalised[0].Length).Select(unit => normalised.Zip(weights).Aggregate(
            1.0, (product, column) => product * Math.Pow(floor + ((1 - floor) * column.First[unit]), column.Second)))];

    /// <summary>Puts the scores of the complete units back into the rows of the table.</summary>
    private static double[] Spread(ItemResponses indicators, double[] scores)
    {
        double[] all = new double[indicators.Respondents];
        int next = 0;
        for (int unit = 0; unit < all.Length; unit++)
        {
            all[unit] = indicators.Answers.Any(values => double.IsNaN(values[unit])) ? double.NaN : scores[next++];
        }

        return all;
    }

    private static Note[] NotesOf(ItemResponses indicators, ItemResponses used, CompositeIndexOptions options)
    {
        int missing = indicators.Respondents - used.Respondents;
        Note[] incomplete = missing == 0
            ? []
            : [new Note("incomplete-units", Severity.Warning, FormattableString.Invariant(
                $"{missing} of {indicators.Respondents} units lack an indicator: they have no score and did not count in the normalisation."))];
        Note[] turned = options.Normalisation == IndicatorNormalisation.Rank
            ? [new Note("low-is-good", Severity.Information, "Scores are weighted ranks: a low score is good, while rank 1 is the highest score.")]
            : [];
        return [.. incomplete, .. turned];
    }
}
