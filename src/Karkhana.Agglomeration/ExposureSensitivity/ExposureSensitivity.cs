using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>Whether the exposures of a register depend on the distance that was chosen.</summary>
public static class ExposureSensitivity
{
    private const int MostFirms = 2000;
    private const string Source = "framework 1.4.1; Spearman 1904, The American Journal of Psychology 15(1):72-101";

    /// <summary>Computes the exposures at each distance and compares them with those at the default.</summary>
    /// <remarks>
    /// At each distance δ every decay and every radius of the options is δ; indicators without such a distance (EE04, EE08,
    /// nearest institutions) are left out on both sides. Rank correlation: Spearman's, ties sharing the mean of their
    /// ranks, over the firms known at both; NaN with fewer than five of them or without any difference. Means are of
    /// rank-normalised exposures, so they show how apart the groups stand, not how much there is. Cost: of at most 2,000 firms, picked evenly, one pass over the
    /// neighbours within the greatest distance; δ = 25 km looks 1,000 km far in the own industry.
    /// Source: framework 1.4.1; Spearman 1904, The American Journal of Psychology 15(1):72-101.
    /// </remarks>
    /// <param name="input">The register and the sample; with <see cref="RegisterSample.Clustered"/> groups are compared.</param>
    /// <param name="options">Distances and the default.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>One row per advantage, distance and group.</returns>
    public static ExposureSensitivityResult Estimate(
        RegisterSample input, ExposureSensitivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new ExposureSensitivityOptions();
        int all = input.Sample.Count;
        input = Thinned(input);
        IReadOnlyList<RegisterIndicator>[] indicators = RegisterExposures.Measure(
            input,
            [options.Exposures, .. options.Distances.Select(options.Exposures.At)],
            onlyByDistance: true,
            cancellationToken);
        ExposureTable[] tables = [.. indicators.Select(variant => RegisterExposures.Score(input, variant))];
        return new ExposureSensitivityResult
        {
            Rows =
            [
                .. tables[0].Exposures.SelectMany(exposure => options.Distances.SelectMany(
                    (distance, d) => RowsOf(input, exposure, tables[d + 1].Find(exposure.AdvantageId)!, distance))),
            ],
            Notes = all == input.Sample.Count
                ? []
                : [new Note("thinned", Severity.Information, FormattableString.Invariant(
                    $"Computed for {input.Sample.Count} of the {all} firms, picked evenly along the register; all others count as neighbours."))],
            Provenance = new Provenance("agglomeration.exposure-sensitivity", options.Exposures.Describe(), Source),
        };
    }

    // At 25 km a firm looks 1,000 km far in its industry: beyond some thousand firms the answer hardly moves, the cost does.
    private static RegisterSample Thinned(RegisterSample input)
    {
        int all = input.Sample.Count;
        if (all <= MostFirms)
        {
            return input;
        }

        int[] kept = [.. Enumerable.Range(0, MostFirms).Select(i => (int)((long)i * all / MostFirms))];
        return input with
        {
            Sample = [.. kept.Select(i => input.Sample[i])],
            Clustered = input.Clustered is { } clustered ? [.. kept.Select(i => clustered[i])] : null,
        };
    }

    private static IEnumerable<ExposureSensitivityRow> RowsOf(
        RegisterSample input, Exposure byDefault, Exposure there, double distance)
    {
        double[] values = [.. input.Sample.Select(firm => there.Values[firm])];
        double correlation = Spearman([.. input.Sample.Select(firm => byDefault.Values[firm])], values);
        foreach ((string group, int[] members) in input.Groups())
        {
            double[] known = [.. members.Select(i => values[i]).Where(value => !double.IsNaN(value))];
            bool shown = known.Length >= SmallCells.LeastFirms;
            yield return new ExposureSensitivityRow(
                there.AdvantageId, distance, group, shown ? known.Length : null, shown ? Sums.Mean(known) : double.NaN, correlation);
        }
    }

    private static double Spearman(double[] left, double[] right)
    {
        int known = Enumerable.Range(0, left.Length).Count(i => !double.IsNaN(left[i]) && !double.IsNaN(right[i]));
        return known < SmallCells.LeastFirms ? double.NaN : RankCorrelation.Spearman(left, right);
    }
}
