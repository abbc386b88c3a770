using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Do two items share more than the latent variable.</summary>
public static class LocalDependence
{
    internal const string Source =
        "Yen 1984, doi:10.1177/014662168400800201; Chen & Thissen 1997, doi:10.3102/10769986022003265; Christensen, Makransky & Horton 2017, doi:10.1177/0146621616677520";

    /// <summary>Computes Q3 and LD-X² of every pair.</summary>
    /// <remarks>
    /// Q3 = correlation over respondents of x_i − E(x_i | θ̂) and x_j − E(x_j | θ̂), with category numbers x and the scores
    /// given or posterior means. Because θ̂ comes from the same answers, Q3 of independent items lies near −1/(items − 1),
    /// not 0: adjusted = Q3 less the mean of all pairs; |adjusted| above the critical value is flagged. LD-X² = Σ(O − E)²/E
    /// over the table of two items with E = N ∫ P_ic P_jd φ, df = (K_i − 1)(K_j − 1), standardised (LD-X² − df)/√(2 df).
    /// Pairs use respondents who answered both items. Assumes parameters estimated from the same answers; LD-X² then
    /// exceeds its degrees of freedom less often than χ² does. Cost: items² × respondents.
    /// Source: Yen 1984, doi:10.1177/014662168400800201; Chen and Thissen 1997, doi:10.3102/10769986022003265, equation 1;
    /// Christensen, Makransky and Horton 2017, doi:10.1177/0146621616677520.
    /// </remarks>
    /// <param name="input">The answers, the item parameters and optional scores.</param>
    /// <param name="options">Model, quadrature, critical value.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The pairs and their mean.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, parameters that do not suit the model, or an answer that
    /// is no category.</exception>
    public static LocalDependenceResult Estimate(
        FittedResponses input, LocalDependenceOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ModelledResponses modelled = ModelledResponses.Of(input, options.Model, options);
        int items = modelled.Items;
        Require.That(items >= 2, nameof(input.Responses), $"must hold at least two items; they held {items}");
        PairDependence dependence = new(modelled, modelled.Scores(input.Scores, execution, cancellationToken));
        (int First, int Second)[] pairs = [.. Enumerable.Range(0, items).SelectMany(
            first => Enumerable.Range(first + 1, items - first - 1).Select(second => (first, second)))];
        ReplicateRows rows = FilledRows.Compute(
            "comparing pairs of items", pairs.Length, 2,
            (pair, values, place) =>
            {
                (int first, int second) = pairs[pair];
                values[place] = dependence.Correlation(first, second);
                values[place + 1] = dependence.ChiSquareOf(first, second);
            },
            execution, cancellationToken);
        double[] defined = [.. Enumerable.Range(0, pairs.Length).Select(pair => rows.Row(pair)[0]).Where(q3 => !double.IsNaN(q3))];
        double mean = Sums.Mean(defined);
        return new LocalDependenceResult
        {
            Items = modelled.Responses.Items,
            Pairs = [.. pairs.Select((pair, place) => Pair(modelled, pair, rows.Row(place), mean, options.CriticalValue))],
            Mean = mean,
            Notes = [.. UndefinedNote(pairs.Length - defined.Length)],
            Provenance = new Provenance("psychometrics.local-dependence", options.Text(), Source),
        };
    }

    private static ItemPair Pair(
        ModelledResponses modelled, (int First, int Second) pair, ReadOnlySpan<double> row, double mean, double critical) => new(
            modelled.Responses.Items[pair.First],
            modelled.Responses.Items[pair.Second],
            row[0],
            row[0] - mean,
            row[1],
            (modelled.Responses.CategoryCount(pair.First) - 1.0) * (modelled.Responses.CategoryCount(pair.Second) - 1),
            Math.Abs(row[0] - mean) > critical);

    private static IEnumerable<Note> UndefinedNote(int undefined)
    {
        if (undefined > 0)
        {
            yield return new Note("undefined-pairs", Severity.Warning, FormattableString.Invariant(
                $"{undefined} pairs have no Q3: too few respondents answered both items, or the residuals of one do not vary."));
        }
    }
}
